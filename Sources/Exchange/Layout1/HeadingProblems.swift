import Programme

/// What is told about the headings of a sheet.
struct HeadingProblems<Item: SheetRecord> {
  let sheet: String
  let row: Int
  /// Whether columns that nobody knows are kept.
  let keepsUnknown: Bool

  /// What is worth knowing about a column; nil for one that layout 1 knows, or somebody matched.
  func about(_ column: SheetColumn<Item>, among columns: [SheetColumn<Item>]) -> Problem? {
    switch column.origin {
    case .known, .matched: nil
    case .unknown: problem(.note, column, "a heading of layout 1", fate(column))
    case .second(let field, let number):
      problem(.warning, column, "one column for \(field.label)", second(number, columns, column))
    }
  }

  /// A field that no column holds, and that the records cannot do without.
  func missing(_ field: Item.Field) -> Problem {
    Problem(
      .error, at: place(1, nil), subject: sheet, found: "", expected: "a column \(field.header)",
      mend: "Add the column, or give the column that holds it this heading.")
  }

  /// No row of headings at all.
  func noHeadings() -> Problem {
    let key = Item.requiredFields.first?.header ?? ""
    return Problem(
      .error, at: place(1, nil), subject: sheet, found: "",
      expected: "a row of headings with \(key)",
      mend: "Put the headings of layout 1 above the rows.")
  }

  private func problem(
    _ severity: Problem.Severity, _ column: SheetColumn<Item>, _ expected: String, _ mend: String
  ) -> Problem {
    Problem(
      severity, at: place(column.number, column.heading), subject: "Column", found: column.title,
      expected: expected, mend: mend)
  }

  private func fate(_ column: SheetColumn<Item>) -> String {
    guard keepsUnknown else { return "It is not read." }
    return column.title.isEmpty
      ? "It is kept with each benefit as additional text, as “\(column.heading)”."
      : "It is kept with each benefit as additional text."
  }

  private func second(
    _ number: Int, _ columns: [SheetColumn<Item>], _ column: SheetColumn<Item>
  ) -> String {
    let title = columns.first { $0.number == number }?.title ?? ""
    let other = place(number, title).text
    return "The column “\(title)” at \(other) is read. \(fate(column))"
  }

  private func place(_ column: Int, _ heading: String?) -> Problem.Place {
    .cell(sheet: sheet, row: row, column: column, header: heading)
  }
}
