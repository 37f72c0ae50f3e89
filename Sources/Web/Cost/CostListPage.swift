import Calculator
import Programme
import Store

/// What the programme costs the councils, as far as one sees it.
struct CostListPage: Page {
  static let template = "cost/list"

  let title = "Costs"
  /// "12 costs".
  let summary: String
  let filters: [FormField]
  let rows: [Row]
  let totals: [Figure]
  let exports: [Link]
  /// Where a cost is recorded; nil for those who may not.
  let addHref: String?
  let worthHref: String
  /// Whether the list is narrowed, so that an empty one says so.
  let isNarrowed: Bool
  let area: Area? = .costs
  let trail = [Link("Benefits", "/benefits")]
  let isWide = true

  /// One cost. Money in pounds, bare of its sign.
  struct Row: Part {
    let href: String
    let reference: String
    let description: String
    let council: String
    let years: String
    let amount: String
    let planned: String
    let actual: String
    /// How many of its figures are known: "2 of 6 years".
    let known: String
    let buys: String
    let visibility: String
  }
}

extension CostListPage {
  /// The list as the store answers a filter.
  init(_ costs: [StoredCost], filter: CostFilter, councils: [Choice], viewer: Viewer) {
    let address = filter.address()
    summary = Shown.count(costs.count, "cost") + (filter.withdrawn ? " withdrawn" : "")
    filters = CostListPage.filters(filter, councils)
    rows = costs.map(Row.init)
    totals = CostListPage.totals(costs)
    exports = costs.isEmpty ? [] : Link.exports("/costs") { address.at($0).text }
    addHref = viewer.may(.writeBenefits) ? "/costs/new" : nil
    worthHref = "/worth"
    isNarrowed = !address.fields.isEmpty
  }

  private static func filters(_ filter: CostFilter, _ councils: [Choice]) -> [FormField] {
    let state = [
      Choice("", "That count", isChosen: !filter.withdrawn),
      Choice("withdrawn", "Withdrawn", isChosen: filter.withdrawn),
    ]
    return [
      FormField("words", "Words", .line(width: ""), value: filter.words),
      FormField(
        "council", "Council",
        .select([Choice("", "All councils", isChosen: filter.council == nil)] + councils)),
      FormField("state", "Costs", .select(state)),
    ]
  }

  private static func totals(_ costs: [StoredCost]) -> [Figure] {
    guard !costs.isEmpty else { return [] }
    let lines = costs.map(\.tracked)
    let known = lines.filter(\.isKnown)
    return [
      Figure(
        "Planned", Shown.money(lines.reduce(Exact.zero) { $0 + $1.planned }),
        note: "over all years, with optimism bias"),
      Figure(
        "Actual",
        known.isEmpty
          ? Shown.unknown : Shown.money(known.reduce(Exact.zero) { $0 + $1.actualToDate }),
        note: "of \(Shown.count(known.count, "cost"))"),
    ]
  }
}

extension CostListPage.Row {
  fileprivate init(_ stored: StoredCost) {
    let cost = stored.cost
    let line = stored.tracked
    href = "/costs/\(stored.id)"
    reference = cost.reference
    description = Shown.words(cost.description)
    council = stored.councilName
    years = CostWords.years(cost, from: stored.baseYear)
    amount = Shown.bare(cost.amount)
    planned = Shown.bare(line.planned)
    actual = line.isKnown ? Shown.bare(line.actualToDate) : Shown.unknown
    known = CostWords.known(line)
    buys = CostWords.buys(stored)
    visibility = BenefitWords.visibility(stored.stored.visibility)
  }
}

extension CostListPage {
  static let sample = CostListPage(
    summary: "1 cost",
    filters: [FormField("words", "Words", .line(width: ""), value: "licence")],
    rows: [
      Row(
        href: "/costs/1", reference: "C2", description: "Licences and support",
        council: "West Lothian Council", years: "2010/11 to 2014/15", amount: "56,281.44",
        planned: "281,407.20", actual: "58,104.00", known: "1 of 5 years known",
        buys: "The whole programme", visibility: "Shared")
    ],
    totals: [Figure("Planned", "£281,407.20", note: "over all years, with optimism bias")],
    exports: [Link("CSV", "/costs.csv")], addHref: "/costs/new", worthHref: "/worth",
    isNarrowed: true)

  static let states = [
    "empty": CostListPage(
      summary: "0 costs", filters: [], rows: [], totals: [], exports: [], addHref: "/costs/new",
      worthHref: "/worth", isNarrowed: true),
    "begin": CostListPage(
      summary: "0 costs", filters: [], rows: [], totals: [], exports: [], addHref: nil,
      worthHref: "/worth", isNarrowed: false),
  ]
}
