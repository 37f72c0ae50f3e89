import Exchange
import Programme
import Store

/// Rows of benefits in a grid that is filled in, checked and then recorded.
struct PasteGrid: Sendable {
  let columns: [Benefit.Field]
  let rows: [[Benefit.Field: String]]

  /// The rows that stand empty where nothing was pasted.
  static let emptyRows = 10

  /// What was pasted; where nothing was, an empty grid of the usual columns.
  init(_ pasted: PastedBenefits) {
    let isEmpty = pasted.rows.isEmpty
    columns = pasted.columns.isEmpty ? PastedBenefits.usualColumns : pasted.columns
    rows = isEmpty ? Array(repeating: [:], count: PasteGrid.emptyRows) : pasted.rows
  }

  /// A grid as it was sent.
  init(_ sent: Submission) throws(Refusal) {
    let names = (sent["columns"] ?? "").split(separator: " ").map(String.init)
    let columns = names.compactMap(Benefit.Field.init).filter { $0 != .council }
    guard !columns.isEmpty, columns.count == names.count, Set(columns).count == columns.count
    else { throw PasteGrid.broken }
    let count = sent.given("rows").flatMap { Int($0) } ?? 0
    guard (1...PasteLimit.rows).contains(count) else { throw PasteGrid.broken }
    self.columns = columns
    let cells = Dictionary(
      sent.fields.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    rows = (0..<count).map { row in
      Dictionary(
        uniqueKeysWithValues: columns.map { ($0, cells[PasteGrid.name(row, $0)] ?? "") })
    }
    let known = Set(["columns", "rows", "visibility"])
      .union(rows.indices.flatMap { row in columns.map { PasteGrid.name(row, $0) } })
    try sent.expecting(known)
  }

  private static let broken = Refusal.invalid([
    Problem(
      .error, at: .field("text"), subject: "Rows", found: "", expected: "the rows of the grid",
      mend: "Paste them again.")
  ])

  /// The name of a cell in the form.
  static func name(_ row: Int, _ field: Benefit.Field) -> String { "r\(row + 1).\(field.rawValue)" }

  /// The rows that have something in them, with their places.
  var filled: [(place: Int, texts: [Benefit.Field: String])] {
    rows.enumerated().filter { _, texts in
      texts.values.contains { !TrimmedText.of($0).isEmpty }
    }.map { ($0, $1) }
  }

  /// The benefits of a council that the filled rows make, each with what stands against it.
  func benefits(of council: String) -> [(place: Int, reading: Reading<Benefit>)] {
    filled.map { place, texts in (place, PasteGrid.read(texts, council)) }
  }

  private static func read(_ typed: [Benefit.Field: String], _ council: String) -> Reading<Benefit>
  {
    var texts = typed
    texts[.council] = council
    let isUnnamed = TrimmedText.of(texts[.reference] ?? "").isEmpty
    if isUnnamed { texts[.reference] = "New" }
    let hasMethod = !TrimmedText.of(texts[.method] ?? "").isEmpty
    let hasAmount = !TrimmedText.of(texts[.amount] ?? "").isEmpty
    if !hasMethod, hasAmount { texts[.method] = "Amount" }
    let reading = Benefit.read(texts)
    var benefit = reading.value
    if isUnnamed { benefit?.reference = "" }
    let status = benefit.flatMap {
      BenefitStatus.identified.refusesChange(to: $0.status, hasBaseline: false)
    }
    return Reading(value: benefit, problems: reading.problems + [status].compactMap(\.self))
  }
}
