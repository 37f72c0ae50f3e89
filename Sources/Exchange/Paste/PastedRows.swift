import Programme

/// Rows of records as they were pasted from a spreadsheet or read from a CSV file, with what their
/// columns mean.
public struct PastedRows<Subject: Record>: Sendable {
  /// What each column holds, in order.
  public let columns: [Subject.Field]
  /// The texts of each row, by field; blank rows are left out.
  public let rows: [[Subject.Field: String]]
  /// The headings that nobody knows: their columns are left out.
  public let unknownHeadings: [String]
  /// What stands against all of it.
  public let problems: [Problem]

  /// Reads cells. The first row is one of headings when at least two of its cells are known ones;
  /// without such a row the columns are the usual ones.
  init(
    _ cells: [[String]], usual: [Subject.Field], meaning: (String) -> Subject.Field?
  ) {
    let cells = cells.filter { !PastedRows.isBlank($0) }
    let meanings = (cells.first ?? []).map { meaning(TrimmedText.of($0)) }
    let hasHeadings = meanings.compactMap(\.self).count >= 2
    let kept = hasHeadings ? PastedRows.once(meanings) : usual
    let lines = hasHeadings ? Array(cells.dropFirst()) : cells
    columns = kept.compactMap(\.self)
    unknownHeadings =
      hasHeadings
      ? zip(cells.first ?? [], kept).filter { $1 == nil && !TrimmedText.of($0).isEmpty }.map(\.0)
      : []
    rows = lines.prefix(PasteLimit.rows).map { PastedRows.row($0, kept) }
    problems =
      PastedRows.excess(lines.count)
      + (hasHeadings ? [] : PastedRows.width(lines, usual))
  }

  private static func isBlank(_ cells: [String]) -> Bool {
    cells.allSatisfy { TrimmedText.of($0).isEmpty }
  }

  /// Each field once: the first column of two that claim one has it.
  private static func once(_ fields: [Subject.Field?]) -> [Subject.Field?] {
    var seen: Set<Subject.Field> = []
    return fields.map { field in field.flatMap { seen.insert($0).inserted ? $0 : nil } }
  }

  private static func row(
    _ cells: [String], _ columns: [Subject.Field?]
  ) -> [Subject.Field: String] {
    var texts: [Subject.Field: String] = [:]
    for (cell, column) in zip(cells, columns) {
      guard let column else { continue }
      let text = TrimmedText.of(cell)
      texts[column] =
        column.kind == .day ? WrittenDay.read(text)?.description ?? text : text
    }
    return texts
  }

  private static func excess(_ count: Int) -> [Problem] {
    guard count > PasteLimit.rows else { return [] }
    let problem = Problem(
      .error, at: .field("text"), subject: "Rows", found: "\(count) rows",
      expected: "at most \(PasteLimit.rows) rows", mend: "Bring the rest in afterwards.")
    return [problem]
  }

  private static func width(_ rows: [[String]], _ usual: [Subject.Field]) -> [Problem] {
    let widest = rows.map(\.count).max() ?? 0
    guard widest > usual.count else { return [] }
    let names = usual.map(\.label).joined(separator: ", ")
    return [
      Problem(
        .error, at: .field("text"), subject: "Columns", found: "\(widest) columns",
        expected: "a row of headings, or these columns: \(names)",
        mend: "Copy the row of headings as well.")
    ]
  }
}

/// The limits of pasting.
public enum PasteLimit {
  /// The most rows that are taken at once.
  public static let rows = 200
}

extension PastedRows {
  /// Reads what was pasted, or a file of comma-separated values, whose headings are the labels of
  /// the fields or one of these other words for them. Only the fields of the list are taken.
  public init(
    _ text: String, as form: PastedForm = .tabs, fields: [Subject.Field],
    usual: [Subject.Field], words: [String: Subject.Field] = [:]
  ) {
    var known = Dictionary(
      words.map { (FoldedText.of($0), $1) }, uniquingKeysWith: { first, _ in first })
    for field in fields {
      for name in [field.label, field.header, field.rawValue] { known[FoldedText.of(name)] = field }
    }
    self.init(PastedCells.read(text, as: form), usual: usual) { known[FoldedText.of($0)] }
  }
}

/// What stands between the cells of a line.
public enum PastedForm: Sendable {
  /// As on the clipboard of a spreadsheet.
  case tabs
  /// As in a file of comma-separated values; semicolons where the first line has no comma.
  case commas
}
