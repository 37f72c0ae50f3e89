import Exchange
import Programme

/// Rows of records in a grid that is filled in, checked and then recorded.
struct RowGrid<Subject: Record>: Sendable {
  typealias Texts = [Subject.Field: String]

  let columns: [Subject.Field]
  let rows: [Texts]

  /// What was pasted; where nothing was, an empty grid of the usual columns.
  init(_ pasted: PastedRows<Subject>, usual: [Subject.Field]) {
    columns = pasted.columns.isEmpty ? usual : pasted.columns
    rows =
      pasted.rows.isEmpty ? Array(repeating: [:], count: RowGridLimit.emptyRows) : pasted.rows
  }

  /// A grid as it was sent, with the columns that it may have and other fields of its form.
  init(
    _ sent: Submission, fields: [Subject.Field], besides others: Set<String> = []
  ) throws(Refusal) {
    let names = (sent["columns"] ?? "").split(separator: " ").map(String.init)
    let columns = names.compactMap { name in fields.first { $0.rawValue == name } }
    guard !columns.isEmpty, columns.count == names.count, Set(columns).count == columns.count
    else { throw RowGrid.broken }
    let count = sent.given("rows").flatMap { Int($0) } ?? 0
    guard (1...PasteLimit.rows).contains(count) else { throw RowGrid.broken }
    self.columns = columns
    let cells = Dictionary(
      sent.fields.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    rows = (0..<count).map { row in
      Dictionary(uniqueKeysWithValues: columns.map { ($0, cells[RowGrid.name(row, $0)] ?? "") })
    }
    let known = Set(["columns", "rows"]).union(others)
      .union(rows.indices.flatMap { row in columns.map { RowGrid.name(row, $0) } })
    try sent.expecting(known)
  }

  private static var broken: Refusal {
    Refusal.invalid([
      Problem(
        .error, at: .field("text"), subject: "Rows", found: "", expected: "the rows of the grid",
        mend: "Paste them again.")
    ])
  }

  /// The name of a cell in the form.
  static func name(_ row: Int, _ field: Subject.Field) -> String { "r\(row + 1).\(field.rawValue)" }

  /// The rows that have something in them, with their places.
  var filled: [(place: Int, texts: Texts)] {
    rows.enumerated().filter { _, texts in
      texts.values.contains { !TrimmedText.of($0).isEmpty }
    }.map { ($0, $1) }
  }

  /// A problem with the row at a place: at its cell, or at the row's first cell where the grid has no
  /// column for it.
  func found(_ problem: Problem, at place: Int) -> FoundInRow {
    let names = columns.map { RowGrid.name(place, $0) }
    if case .field(let field) = problem.place, names.contains("r\(place + 1).\(field)") {
      return FoundInRow(name: "r\(place + 1).\(field)", place: place, problem: problem)
    }
    return FoundInRow(name: names.first ?? "", place: place, problem: problem)
  }
}

/// Something that stands against a row of a grid, at the cell of that name.
struct FoundInRow: Sendable {
  let name: String
  let place: Int
  let problem: Problem

  var id: String { FormField.id(name) }
  var row: String { "Row \(place + 1)" }
}

/// The limits of grids of rows.
enum RowGridLimit {
  /// The rows that stand empty where nothing was pasted.
  static let emptyRows = 10
}
