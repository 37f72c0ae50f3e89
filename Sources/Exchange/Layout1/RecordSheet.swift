import Calculator
import Programme

/// A sheet of records: finds its heading row, then gives every row as texts by field.
struct RecordSheet<Item: SheetRecord> {
  /// What a column holds.
  enum Role {
    case field(Item.Field, FieldKind)
    case result(ResultColumn)
    case unknown
  }

  struct Column {
    let heading: String
    let role: Role
  }

  /// One row, taken apart.
  struct Entry {
    let row: Int
    var texts: [Item.Field: String] = [:]
    var additional: [String: String] = [:]
    var results: [CarriedFigures.BenefitRow.Result] = []
  }

  /// How many rows may stand above the headings.
  static var titleRows: Int { 20 }

  let sheet: String
  /// What becomes of columns that nobody knows.
  let keepsUnknown: Bool
  private let table = Heading.table(Item.self)
  private var columns: [Int: Column] = [:]
  private var byColumn: [Column?] = []
  private var columnOf: [String: Int] = [:]
  private var rowsBefore = 0
  private var isMissingColumns = false

  init(_ sheet: String, keepsUnknown: Bool = false) {
    self.sheet = sheet
    self.keepsUnknown = keepsUnknown
  }

  /// The heading row was found.
  private(set) var hasHeadings = false

  /// Takes a row: nil for headings, titles and rows of a sheet that cannot be read.
  mutating func take(_ row: Row, _ dates: DateSystem, _ problems: inout ProblemList) -> Entry? {
    guard hasHeadings else {
      readHeadings(row, &problems)
      return nil
    }
    guard !isMissingColumns else { return nil }
    var entry = Entry(row: row.number)
    var holdsSomething = false
    for cell in row.cells {
      guard let column = column(cell.column) else { continue }
      switch column.role {
      case .field(let field, let kind):
        let read = CellText(cell, as: kind, dates: dates)
        for issue in read.issues { problems.add(problem(issue, row.number, cell.column, column)) }
        holdsSomething = holdsSomething || !read.issues.isEmpty || !read.text.isEmpty
        entry.texts[field] = read.text
      case .result(let result):
        entry.results.append(
          .init(column: cell.column, kind: result, value: CarriedValue(cell)))
      case .unknown: entry.additional[column.heading] = additionalText(cell, dates)
      }
    }
    return holdsSomething || entry.additional.contains { !$0.value.isEmpty } ? entry : nil
  }

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

  private func column(_ number: Int) -> Column? {
    byColumn.indices.contains(number) ? byColumn[number] : nil
  }

  private func problem(
    _ issue: CellText.Issue, _ row: Int, _ number: Int, _ column: Column
  ) -> Problem {
    Problem(
      issue.severity,
      at: .cell(sheet: sheet, row: row, column: number, header: column.heading),
      subject: column.heading, found: issue.found, expected: issue.expected, mend: issue.mend)
  }

  /// Nothing is known about the column, so its text is kept as it stands.
  private func additionalText(_ cell: Cell, _ dates: DateSystem) -> String {
    let read = CellText(cell, as: .text(maxCharacters: RecordLimit.proseCharacters), dates: dates)
    return read.issues.isEmpty ? read.text : cell.text
  }

  // MARK: headings

  private mutating func readHeadings(_ row: Row, _ problems: inout ProblemList) {
    let found = row.cells.map { (cell: $0, field: table[Heading.fold($0.text)]) }
    guard found.contains(where: { $0.field == Item.requiredFields.first }) else {
      rowsBefore += 1
      if rowsBefore == RecordSheet.titleRows { refuseWithoutHeadings(&problems) }
      return
    }
    hasHeadings = true
    for (cell, field) in found { addColumn(cell, field, row.number, &problems) }
    let last = columns.keys.max() ?? 0
    byColumn = (0...max(0, last)).map { columns[$0] }
    for field in Item.requiredFields where columnOf[field.rawValue] == nil {
      isMissingColumns = true
      problems.add(
        Problem(
          .error, at: .cell(sheet: sheet, row: row.number, column: 1, header: nil),
          subject: sheet, found: "", expected: "a column \(field.header)",
          mend: "Add the column, or give the column that holds it this heading."))
    }
  }

  private mutating func addColumn(
    _ cell: Cell, _ field: Item.Field?, _ row: Int, _ problems: inout ProblemList
  ) {
    let heading = TrimmedText.of(cell.text)
    if let field, columnOf[field.rawValue] == nil {
      columnOf[field.rawValue] = cell.column
      columns[cell.column] = Column(heading: heading, role: .field(field, field.kind))
    } else if Item.self == Benefit.self, let result = ResultColumn(heading: heading) {
      columns[cell.column] = Column(heading: heading, role: .result(result))
    } else if !heading.isEmpty {
      let isTaken = columns.values.contains { $0.heading == heading }
      let name = isTaken ? "\(heading) (column \(cell.column))" : heading
      if keepsUnknown { columns[cell.column] = Column(heading: name, role: .unknown) }
      tellUnknown(cell, name, isSecond: field != nil, row, &problems)
    }
  }

  private func tellUnknown(
    _ cell: Cell, _ heading: String, isSecond: Bool, _ row: Int, _ problems: inout ProblemList
  ) {
    let kept = "It is kept with each benefit as additional text."
    problems.add(
      Problem(
        isSecond ? .warning : .note,
        at: .cell(sheet: sheet, row: row, column: cell.column, header: heading),
        subject: "Column", found: heading,
        expected: isSecond ? "each heading once" : "a heading of layout 1",
        mend: keepsUnknown ? kept : "It is not read."))
  }

  /// Refuses a sheet whose heading row was never found; to be called at its end too.
  mutating func refuseWithoutHeadings(_ problems: inout ProblemList) {
    guard !hasHeadings else { return }
    hasHeadings = true
    isMissingColumns = true
    let key = Item.requiredFields.first?.header ?? ""
    problems.add(
      Problem(
        .error, at: .cell(sheet: sheet, row: 1, column: 1, header: nil), subject: sheet, found: "",
        expected: "a row of headings with \(key)",
        mend: "Put the headings of layout 1 above the rows."))
  }
}

/// A column of the sheet Benefits that the workbook works out.
enum ResultColumn: Hashable {
  case hourlyCost
  case gross
  case net(year: Int)

  init?(heading: String) {
    let folded = Heading.fold(heading)
    switch folded {
    case "hourlycost": self = .hourlyCost
    case "gross", "grossbenefit", "grossannualbenefit": self = .gross
    default:
      guard folded.hasPrefix("net"), let year = NumberText.whole(String(folded.dropFirst(3))),
        (0...Limit.horizonYears).contains(year)
      else { return nil }
      self = .net(year: year)
    }
  }

  func figure(of benefit: String) -> Figure {
    switch self {
    case .hourlyCost: .hourlyCost(benefit: benefit)
    case .gross: .gross(benefit: benefit)
    case .net(let year): .net(benefit: benefit, year: year)
    }
  }
}
