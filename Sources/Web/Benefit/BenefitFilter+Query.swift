import Calculator
import Programme
import Store

extension BenefitFilter {
  /// Reads the filter of a list's address. Words that are none of ours are refused, for a list
  /// that ignored them would show more than was asked for.
  init(_ query: Submission) throws(Refusal) {
    self.init()
    var query = query
    for axis in BenefitFilter.mayBeBlank where query.given(axis.word) == PivotReport.blank {
      labels[axis] = PivotReport.blank
      query.fields.removeAll { $0.name == axis.word }
    }
    var reader = QueryReader(query)
    council = reader.read("council", "the code of a council") { CouncilCode(text: $0) }
    status = reader.read("status", "a status") { BenefitStatus(rawValue: $0) }
    tangibility = reader.read("tangibility", "a word of the list") { Tangibility(rawValue: $0) }
    cashability = reader.read("cashability", "a word of the list") { Cashability(rawValue: $0) }
    method = reader.read("method", "a method") { Calculator.Method(rawValue: $0) }
    needs = reader.read("needs", "a word of the list") { Attention(rawValue: $0) }
    service = reader.text("service")
    for axis in BenefitFilter.named { labels[axis] = labels[axis] ?? reader.text(axis.word) }
    labels[.confidence] =
      labels[.confidence]
      ?? reader.read("confidence", "a grade from 1 to 6") { text in
        Int(text).flatMap { (1...6).contains($0) ? String($0) : nil }
      }
    year = reader.read("year", "a financial year such as 2010/11") { PivotYear(label: $0) }
    figure =
      reader.read("figure", "a figure of the pivot") { PivotFigure(rawValue: $0) } ?? .forecast
    words = reader.text("words") ?? ""
    sort = reader.read("sort", "a column") { BenefitSort(rawValue: $0) } ?? .reference
    descending =
      reader.read("order", "ascending or descending") {
        ["ascending": false, "descending": true][$0]
      } ?? false
    after = reader.read("after", "a place in the list") { BenefitCursor(text: $0) }
    try reader.finish()
  }

  /// What may be narrowed to the benefits that have none of it.
  private static let mayBeBlank: [PivotAxis] =
    [.dimension(.service), .dimension(.tangibility), .dimension(.cashability), .confidence] + named

  /// What is narrowed to by any text.
  private static let named: [PivotAxis] = [
    .dimension(.objective), .dimension(.category), .dimension(.stakeholder),
  ]

  /// The address that shows this list from its start.
  func address(_ path: String = "/benefits") -> Address {
    let labels = PivotAxis.all.compactMap { axis in self.labels[axis].map { (axis.word, $0) } }
    return labels.reduce(typedAddress(path)) { $0.with($1.0, $1.1) }
      .with("year", year?.label).with("figure", figure == .forecast ? nil : figure.rawValue)
  }

  private func typedAddress(_ path: String) -> Address {
    Address(path)
      .with("council", council?.description).with("status", status?.rawValue)
      .with("tangibility", tangibility?.rawValue).with("cashability", cashability?.rawValue)
      .with("method", method?.rawValue).with("service", service).with("words", words)
      .with("needs", needs?.rawValue)
      .with("sort", sort == .reference ? nil : sort.rawValue)
      .with("order", descending ? "descending" : nil)
  }
}

/// Reads the words of a query one by one and gathers what is wrong with them.
struct QueryReader {
  private let query: Submission
  /// What is wrong so far.
  private(set) var problems: [Problem] = []

  init(_ query: Submission) { self.query = query }

  /// A value that is one of ours; nil for a blank.
  mutating func read<T>(_ name: String, _ expected: String, _ parse: (String) -> T?) -> T? {
    guard let text = text(name) else { return nil }
    if let value = parse(text) { return value }
    refuse(name, text, expected)
    return nil
  }

  /// A text of a bounded length without control characters; nil for a blank.
  mutating func text(_ name: String) -> String? {
    guard let text = query.given(name) else { return nil }
    guard text.unicodeScalars.count <= RecordLimit.titleCharacters,
      !text.unicodeScalars.contains(where: TrimmedText.isControl)
    else {
      refuse(name, "", "at most \(RecordLimit.titleCharacters) plain characters")
      return nil
    }
    return text
  }

  /// Throws when anything was wrong.
  func finish() throws(Refusal) {
    if !problems.isEmpty { throw .invalid(problems) }
  }

  private mutating func refuse(_ name: String, _ found: String, _ expected: String) {
    problems.append(
      Problem(
        .error, at: .field(name), subject: name, found: found, expected: expected,
        mend: "Start again from the list."))
  }
}
