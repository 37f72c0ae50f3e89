import Programme

/// The first few texts of a column, so that somebody can say what it holds.
struct ColumnSamples {
  /// The most that are kept of a column.
  static let count = 3
  /// The most of each that is kept.
  static let characters = 60

  private var texts: [Int: [String]] = [:]

  /// Keeps the text of a cell, unless there are enough or it is there already.
  mutating func note(_ cell: Cell) {
    guard texts[cell.column]?.count ?? 0 < ColumnSamples.count else { return }
    let text = TrimmedText.of(cell.text)
    guard !text.isEmpty else { return }
    let scalars = text.unicodeScalars.prefix(ColumnSamples.characters)
    let short = String(scalars) + (scalars.endIndex < text.unicodeScalars.endIndex ? "…" : "")
    if texts[cell.column]?.contains(short) != true { texts[cell.column, default: []].append(short) }
  }

  /// What was kept of a column.
  func of(_ column: Int) -> [String] { texts[column] ?? [] }
}
