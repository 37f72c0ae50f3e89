import Calculator
import Programme
import Store

/// The library of patterns, by category.
struct PatternListPage: Page {
  static let template = "pattern/list"

  let title = "Benefit patterns"
  let summary: String
  let words: String
  let filters: [FormField]
  let groups: [Group]
  let exports: [Link]
  let area: Area? = .patterns
  let trail = [Link("Benefits", "/benefits")]

  /// The patterns of one category.
  struct Group: Part {
    let heading: String
    let rows: [Row]
  }

  /// One pattern.
  struct Row: Part {
    let href: String
    let title: String
    let description: String
    /// "Contacts that need not happen, waste and recycling".
    let about: String
    /// The council it is of; nil for one of ours.
    let origin: String?
  }

  init(_ shelf: [ShelvedPattern], filter: PatternFilter) {
    let shown = shelf.filter(filter.holds)
    let names = shelf.map(\.pattern.category).reduce(into: [String]()) { names, name in
      if !names.contains(name) { names.append(name) }
    }
    summary = Shown.count(shown.count, "pattern")
    words = filter.words
    let methods = Calculator.Method.allCases.map {
      Choice($0.rawValue, FieldWords.word($0), isChosen: $0 == filter.method)
    }
    filters = [
      FormField(
        "category", "Category", .select(Choice.filter("All", names, chosen: filter.category ?? ""))
      ),
      FormField(
        "method", "Method",
        .select([Choice("", "All", isChosen: filter.method == nil)] + methods)),
    ]
    groups = names.compactMap { name in
      let rows = shown.filter { $0.pattern.category == name }.map(Row.init)
      return rows.isEmpty ? nil : Group(heading: name, rows: rows)
    }
    exports =
      shown.isEmpty ? [] : Link.exports("/patterns") { filter.address.at($0).text }
  }

  static let sample = PatternListPage(
    [ShelvedPattern(pattern: .sample, stored: .sample)], filter: PatternFilter())
  static let states = [
    "nothing found": PatternListPage([], filter: PatternFilter())
  ]
}

extension PatternListPage.Row {
  init(_ shelved: ShelvedPattern) {
    let pattern = shelved.pattern
    href = "/patterns/\(pattern.id)"
    title = pattern.title
    description = pattern.description
    let method = pattern.calculation.map(FieldWords.name) ?? pattern.method
    about = "\(pattern.service). \(method)."
    origin = shelved.stored?.organisationName
  }
}

extension Pattern {
  /// For samples of pages.
  static let sample = Pattern(
    id: "missed-bins", edition: 1, title: "Fewer repeat calls about missed bins",
    description: "The adviser knows why a bin was not emptied.", service: "Waste",
    category: "Avoided contact", method: "Contact", tangibility: "Tangible",
    cashability: "Non-cashable", stakeholders: ["Customers", "Staff"],
    assumptions: [
      Assumption(field: "volume", value: "18000", reason: "Replace it by your own count."),
      Assumption(field: "avoidableShare", value: "0.25", reason: "Measure it for a fortnight."),
      Assumption(field: "fromChannel", value: "Telephone", reason: "Where they call."),
    ], criteria: [PatternCriterion(name: "Answer was right", weight: "30")],
    measures: [
      SuggestedMeasure(
        name: "Calls about missed bins", unit: "calls", kind: "Cumulative", direction: "Down",
        frequency: "Month", baseline: "How many calls in the year before?")
    ], evidence: ["Contact log"], pitfalls: ["Do not count the same calls twice."])
}

extension StoredPattern {
  /// For samples of pages.
  static let sample = StoredPattern(
    id: .random(), organisation: .random(), organisationName: "Angus Council",
    visibility: .published, pattern: .sample)
}
