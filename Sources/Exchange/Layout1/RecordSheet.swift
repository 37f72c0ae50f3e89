import Calculator
import Programme

/// A sheet of records: finds its heading row, then gives every row as texts by field.
struct RecordSheet<Item: SheetRecord> {
  /// One row, taken apart.
  struct Entry {
    let row: Int
    var texts: [Item.Field: String] = [:]
    var additional: [String: String] = [:]
    var results: [CarriedFigures.BenefitRow.Result] = []
    var holdsSomething = false
  }

  /// How many rows may stand above the headings.
  static var titleRows: Int { 20 }

  let sheet: String
  /// What becomes of columns that nobody knows.
  let keepsUnknown: Bool
  let headings: HeadingRow<Item>
  private(set) var columns: [SheetColumn<Item>] = []
  private var byColumn: [SheetColumn<Item>?] = []
  private var columnOf: [String: Int] = [:]
  /// Rows in front of the headings, while these are looked for.
  private var waiting: [Row] = []
  /// A column that the records cannot do without is not there, so that no row was read.
  private(set) var isMissingColumns = false
  private(set) var samples = ColumnSamples()
  /// The row of the headings; nil until it is found, or given up.
  private(set) var headingRow: Int?

  init(
    _ sheet: String, as kind: Layout1Sheet, _ matches: HeadingMatches = HeadingMatches(),
    keepsUnknown: Bool = false
  ) {
    (self.sheet, self.keepsUnknown) = (sheet, keepsUnknown)
    headings = HeadingRow(sheet: kind, matches: matches)
  }

  /// Takes a row: nil for headings, titles, totals and rows of a sheet that cannot be read.
  mutating func take(_ row: Row, _ dates: DateSystem, _ problems: inout ProblemList) -> Entry? {
    guard headingRow != nil else {
      lookForHeadings(row, &problems)
      return nil
    }
    guard !isMissingColumns else {
      sample(row)
      return nil
    }
    let entry = entry(row, dates, &problems)
    guard entry.holdsSomething else { return nil }
    guard let total = total(entry) else { return entry }
    problems.add(skipped(total, row.number))
    return nil
  }

  // MARK: rows

  private mutating func entry(
    _ row: Row, _ dates: DateSystem, _ problems: inout ProblemList
  ) -> Entry {
    var entry = Entry(row: row.number)
    for cell in row.cells {
      guard let column = column(cell.column) ?? unnamed(cell, &problems) else { continue }
      if column.wantsSamples { samples.note(cell) }
      switch column.role {
      case .field(let field, let kind):
        let read = CellText(cell, as: kind, dates: dates)
        for issue in read.issues { problems.add(problem(issue, row.number, column)) }
        if !read.issues.isEmpty || !read.text.isEmpty { entry.holdsSomething = true }
        entry.texts[field] = read.text
      case .result(let result):
        entry.results.append(
          .init(column: cell.column, kind: result, value: CarriedValue(cell)))
      case .additional: keep(cell, column, dates, &entry, &problems)
      case .leftOut: break
      }
    }
    return entry
  }

  /// Nothing is known about the column, so its text is kept as it stands.
  private func keep(
    _ cell: Cell, _ column: SheetColumn<Item>, _ dates: DateSystem, _ entry: inout Entry,
    _ problems: inout ProblemList
  ) {
    guard keepsUnknown else { return }
    let read = CellText(cell, as: .text(maxCharacters: RecordLimit.proseCharacters), dates: dates)
    let text = read.issues.isEmpty ? read.text : cell.text
    guard !text.isEmpty else { return }
    entry.additional[column.heading] = text
    entry.holdsSomething = true
    guard cell.kind == .error else { return }
    let issue = CellText.Issue(
      severity: .warning, found: text, expected: "a value, not an error of the workbook",
      mend: "It is kept as these letters; mend the formula if it matters.")
    problems.add(problem(issue, entry.row, column))
  }

  private func problem(
    _ issue: CellText.Issue, _ row: Int, _ column: SheetColumn<Item>
  ) -> Problem {
    Problem(
      issue.severity,
      at: .cell(sheet: sheet, row: row, column: column.number, header: column.heading),
      subject: column.heading, found: issue.found, expected: issue.expected, mend: issue.mend)
  }

  /// The word that makes a row one of totals: no reference, and a text that says so.
  private func total(_ entry: Entry) -> String? {
    guard let key = Item.requiredFields.first else { return nil }
    let reference = TrimmedText.of(entry.texts[key] ?? "")
    guard reference.isEmpty || TotalWords.holds(reference) else { return nil }
    return entry.texts.values.first(where: TotalWords.holds)
  }

  private func skipped(_ total: String, _ row: Int) -> Problem {
    Problem(
      .note, at: .cell(sheet: sheet, row: row, column: 1, header: nil), subject: "Row",
      found: total, expected: "a row of its own reference", mend: "A row of totals is not read.")
  }

  // MARK: places

  /// The place of a field in a row; the first column when the sheet has none for it.
  func place(_ field: Item.Field, row: Int) -> Problem.Place {
    .cell(
      sheet: sheet, row: row, column: columnOf[field.rawValue] ?? 1, header: field.header)
  }

  /// A problem that a record's own reading found, at its cell.
  func located(_ problem: Problem, row: Int) -> Problem {
    guard case .field(let name) = problem.place, let field = Item.Field(rawValue: name) else {
      return problem
    }
    return problem.at(place(field, row: row))
  }

  private func column(_ number: Int) -> SheetColumn<Item>? {
    byColumn.indices.contains(number) ? byColumn[number] : nil
  }

  /// A column without a heading that holds something all the same.
  private mutating func unnamed(_ cell: Cell, _ problems: inout ProblemList) -> SheetColumn<Item>? {
    guard keepsUnknown, !TrimmedText.of(cell.text).isEmpty else { return nil }
    let column = HeadingRow<Item>.unnamed(cell.column)
    add([column])
    tell(column, &problems)
    return column
  }

  // MARK: headings

  private mutating func lookForHeadings(_ row: Row, _ problems: inout ProblemList) {
    let isFound = headings.isFound(in: row)
    waiting = isFound ? [] : waiting + [row]
    if isFound { return use(row, &problems) }
    if waiting.count == RecordSheet.titleRows { giveUp(&problems) }
  }

  private mutating func use(_ row: Row, _ problems: inout ProblemList) {
    headingRow = row.number
    add(headings.columns(of: row))
    for column in columns { tell(column, &problems) }
    for field in Item.requiredFields where columnOf[field.rawValue] == nil {
      isMissingColumns = true
      problems.add(told.missing(field))
    }
  }

  private mutating func add(_ added: [SheetColumn<Item>]) {
    columns += added
    let last = columns.map(\.number).max() ?? 0
    byColumn += [SheetColumn<Item>?](repeating: nil, count: max(0, last + 1 - byColumn.count))
    for column in added {
      byColumn[column.number] = column
      if case .field(let field, _) = column.role { columnOf[field.rawValue] = column.number }
    }
  }

  private func tell(_ column: SheetColumn<Item>, _ problems: inout ProblemList) {
    if let problem = told.about(column, among: columns) { problems.add(problem) }
  }

  private var told: HeadingProblems<Item> {
    HeadingProblems(sheet: sheet, row: headingRow ?? 1, keepsUnknown: keepsUnknown)
  }

  /// The end of the sheet, or of the rows that may stand above its headings. Headings that nobody
  /// knows are still looked for, so that somebody can say what they mean.
  mutating func giveUp(_ problems: inout ProblemList) {
    guard headingRow == nil else { return }
    let rows = waiting
    waiting = []
    isMissingColumns = true
    guard let likely = rows.firstIndex(where: headings.isLikely) else {
      headingRow = 1
      return problems.add(told.noHeadings())
    }
    let row = rows[likely]
    headingRow = row.number
    if headings.knowsSome(of: row) {
      use(row, &problems)
    } else {
      add(headings.columns(of: row))
      problems.add(told.noHeadings())
    }
    for row in rows.dropFirst(likely + 1) { sample(row) }
  }

  private mutating func sample(_ row: Row) {
    for cell in row.cells where column(cell.column)?.wantsSamples == true { samples.note(cell) }
  }
}

/// What a row of totals is called.
private enum TotalWords {
  private static let words: Set<String> = [
    "total", "totals", "grandtotal", "subtotal", "subtotals", "sum", "overalltotal",
  ]

  static func holds(_ text: String) -> Bool {
    text.utf8.count <= 20 && words.contains(FoldedText.of(text))
  }
}
