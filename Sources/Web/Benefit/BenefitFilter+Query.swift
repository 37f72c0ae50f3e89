import Calculator
import Programme
import Store

extension BenefitFilter {
  /// Reads the filter of a list's address. Words that are none of ours are refused, for a list
  /// that ignored them would show more than was asked for.
  init(_ query: Submission) throws(Refusal) {
    self.init()
    var reader = QueryReader(query)
    council = reader.read("council", "the code of a council") { CouncilCode(text: $0) }
    status = reader.read("status", "a status") { BenefitStatus(rawValue: $0) }
    tangibility = reader.read("tangibility", "a word of the list") { Tangibility(rawValue: $0) }
    cashability = reader.read("cashability", "a word of the list") { Cashability(rawValue: $0) }
    method = reader.read("method", "a method") { Calculator.Method(rawValue: $0) }
    needs = reader.read("needs", "a word of the list") { Attention(rawValue: $0) }
    service = reader.text("service")
    words = reader.text("words") ?? ""
    sort = reader.read("sort", "a column") { BenefitSort(rawValue: $0) } ?? .reference
    descending =
      reader.read("order", "ascending or descending") {
        ["ascending": false, "descending": true][$0]
      } ?? false
    after = reader.read("after", "a place in the list") { BenefitCursor(text: $0) }
    try reader.finish()
  }

  /// The address that shows this list from its start.
  func address(_ path: String = "/benefits") -> Address {
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
  private var problems: [Problem] = []

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
