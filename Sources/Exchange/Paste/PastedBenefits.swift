import Programme

/// Rows of benefits as they were pasted from a spreadsheet, with what their columns mean.
public struct PastedBenefits: Sendable, Hashable {
  /// What each column holds, in order.
  public let columns: [Benefit.Field]
  /// The texts of each row, by field; blank rows are left out.
  public let rows: [[Benefit.Field: String]]
  /// The headings that nobody knows: their columns are left out.
  public let unknownHeadings: [String]
  /// What stands against all of it.
  public let problems: [Problem]

  /// The most rows that are taken at once.
  public static let rowLimit = 200

  /// What the columns hold where no row of headings says so.
  public static let usualColumns: [Benefit.Field] = [
    .title, .service, .category, .cashability, .amount, .owner,
  ]

  /// Reads what was pasted. The first row is one of headings when at least two of its cells are known
  /// ones; what a council matched of its own headings counts.
  public init(_ text: String, matches: HeadingMatches = HeadingMatches()) {
    let cells = PastedCells.read(text).filter { !PastedBenefits.isBlank($0) }
    let meanings = (cells.first ?? []).map { PastedBenefits.field($0, matches) }
    let hasHeadings = meanings.compactMap(\.self).count >= 2
    let kept = hasHeadings ? PastedBenefits.once(meanings) : PastedBenefits.usualColumns
    let lines = hasHeadings ? Array(cells.dropFirst()) : cells
    columns = kept.compactMap(\.self)
    unknownHeadings =
      hasHeadings
      ? zip(cells.first ?? [], kept).filter { $1 == nil && !TrimmedText.of($0).isEmpty }.map(\.0)
      : []
    rows = lines.prefix(PastedBenefits.rowLimit).map { PastedBenefits.row($0, kept) }
    problems =
      PastedBenefits.excess(lines.count)
      + (hasHeadings ? [] : PastedBenefits.width(lines, kept.count))
  }

  private static func isBlank(_ cells: [String]) -> Bool {
    cells.allSatisfy { TrimmedText.of($0).isEmpty }
  }

  /// The field of a heading; the council stands in the register already.
  private static func field(_ heading: String, _ matches: HeadingMatches) -> Benefit.Field? {
    let title = TrimmedText.of(heading)
    if let meaning = matches.meaning(of: title, in: Layout1Sheet.benefits.rawValue) {
      guard case .field(let name) = meaning else { return nil }
      return Benefit.Field(rawValue: name)
    }
    return title.isEmpty ? nil : table.field(title)?.field
  }

  private static let table = HeadingTable<Benefit>()

  /// Each field once, and none of the council: the first column of two that claim one has it.
  private static func once(_ fields: [Benefit.Field?]) -> [Benefit.Field?] {
    var seen: Set<Benefit.Field> = [.council]
    return fields.map { field in field.flatMap { seen.insert($0).inserted ? $0 : nil } }
  }

  private static func row(
    _ cells: [String], _ columns: [Benefit.Field?]
  ) -> [Benefit.Field: String] {
    var texts: [Benefit.Field: String] = [:]
    for (cell, column) in zip(cells, columns) {
      guard let column else { continue }
      let text = TrimmedText.of(cell)
      texts[column] =
        column.kind == .day ? WrittenDay.read(text)?.description ?? text : text
    }
    return texts
  }

  private static func excess(_ count: Int) -> [Problem] {
    guard count > rowLimit else { return [] }
    return [
      Problem(
        .error, at: .field("text"), subject: "Rows", found: "\(count) rows",
        expected: "at most \(rowLimit) rows",
        mend: "Paste the rest afterwards, or import a workbook.")
    ]
  }

  private static func width(_ rows: [[String]], _ count: Int) -> [Problem] {
    let widest = rows.map(\.count).max() ?? 0
    guard widest > count else { return [] }
    let names = usualColumns.map(\.label).joined(separator: ", ")
    return [
      Problem(
        .error, at: .field("text"), subject: "Columns", found: "\(widest) columns",
        expected: "a row of headings, or these columns: \(names)",
        mend: "Copy the row of headings as well.")
    ]
  }
}
