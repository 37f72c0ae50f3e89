/// Puts the sheets of a workbook together from rows and cells, within the limits: for formats that
/// give every row and cell a place of its own.
final class SheetBuilder {
  let limits: FileLimits
  private unowned let handler: any WorkbookHandler

  private(set) var sheet = ""
  private(set) var rowNumber = 0
  private(set) var nextColumn = 1
  private var cells: [Cell] = []
  private var sheetCount = 0
  private var textBytes = 0
  private var hasToldColumns = false
  /// A limit was passed: nothing more is to be read.
  private(set) var isFull = false

  init(_ limits: FileLimits, to handler: any WorkbookHandler) {
    self.limits = limits
    self.handler = handler
  }

  func datesCountFrom1904() { handler.datesCountFrom1904() }

  /// Begins the next sheet.
  func beginSheet(_ name: String) {
    sheet = name
    rowNumber = 0
    nextColumn = 1
    hasToldColumns = false
    sheetCount += 1
    if sheetCount > limits.sheets { return stop(.tooManySheets) }
    handler.sheet(named: name)
  }

  /// Begins the row of a number, or the next one.
  func beginRow(_ number: Int? = nil) {
    let previous = rowNumber
    rowNumber = number ?? previous + 1
    nextColumn = 1
    cells.removeAll(keepingCapacity: true)
    if rowNumber <= previous { report(.rowGoesBack, found: String(rowNumber)) }
  }

  /// Goes on to a column. Backwards is told, and the cell is read where it says.
  func place(column: Int) {
    if column < nextColumn {
      report(.cellGoesBack, column: nextColumn, found: String(column))
    }
    nextColumn = column
  }

  /// Passes over columns that hold nothing; a number beyond every limit is as good as the limit.
  func skip(columns: Int) { nextColumn = min(nextColumn + columns, limits.rows) }

  /// Passes over rows that hold nothing.
  func skip(rows: Int) { rowNumber = min(rowNumber + rows, limits.rows) }

  /// Puts a cell into the next column. An empty one without a formula is nothing.
  func add(_ cell: Cell) {
    defer { nextColumn += 1 }
    guard cell.hasFormula || !cell.text.isEmpty, !isFull else { return }
    guard nextColumn <= limits.columns, cells.count < limits.columns else {
      if !hasToldColumns { report(.tooManyColumns, column: nextColumn) }
      hasToldColumns = true
      return
    }
    textBytes += cell.text.utf8.count
    guard textBytes <= limits.textBytes else { return stop(.tooMuchText, column: nextColumn) }
    var placed = cell
    placed.column = nextColumn
    cells.append(placed)
  }

  /// The row ends; it is handed on as often as it is said to repeat. An empty one is nothing.
  func endRow(times: Int = 1) {
    for time in 0..<(cells.isEmpty ? 0 : times) where !isFull {
      if time > 0 { rowNumber += 1 }
      if rowNumber > limits.rows { return stop(.tooManyRows, found: String(rowNumber)) }
      handler.row(Row(number: rowNumber, cells: cells))
    }
  }

  /// Something to tell about the sheet, at a column of the row.
  func report(_ reason: SheetProblem.Reason, column: Int = 1, found: String = "") {
    handler.report(
      SheetProblem(
        reason: reason, sheet: sheet, row: max(1, rowNumber), column: column, found: found))
  }

  /// Tells why no more is read.
  func stop(_ reason: SheetProblem.Reason, column: Int = 1, found: String = "") {
    if !isFull { report(reason, column: column, found: found) }
    isFull = true
  }
}
