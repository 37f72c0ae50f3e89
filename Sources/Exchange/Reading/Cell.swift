/// One cell of a worksheet as the file has it.
struct Cell: Equatable {
  /// What the file says the value is.
  enum Kind: Equatable {
    case blank
    case number
    case text
    case dateTime
    case boolean
    case error
  }

  /// The column, from 1.
  var column: Int
  var kind = Kind.blank
  /// The value as it stands in the file; the text of all parts for rich text.
  var text = ""
  /// Worked out in the file.
  var hasFormula = false
  /// Its formula names another workbook.
  var refersOutside = false
  /// Shown as a percentage.
  var isPercent = false
}

/// One row that holds something.
struct Row {
  /// The number, from 1.
  var number: Int
  /// The cells that hold something, from left to right.
  var cells: [Cell]

  /// The cell in a column, if it holds something.
  func cell(_ column: Int) -> Cell? { cells.first { $0.column == column } }
}

/// Takes a workbook, sheet after sheet and row after row.
protocol WorkbookHandler: AnyObject {
  /// A sheet begins.
  func sheet(named name: String)
  /// A row that is not empty. `workbook` says what holds for all dates.
  func row(_ row: Row)
  /// The dates of the workbook count from 1904.
  func datesCountFrom1904()
  /// Something to tell about the file itself.
  func report(_ problem: SheetProblem)
}

/// Something to tell about how a sheet is written, with its place.
struct SheetProblem: Equatable {
  enum Reason: Equatable {
    case attributeWithoutPrefix
    case rowGoesBack
    case cellGoesBack
    case mergedCells
    case tooManyRows
    case tooManyColumns
    case tooManySheets
    case cellTooLong
    case badIndex
    /// A cell names a place that is not in its row.
    case badReference
    /// A cell names a shared text that there is not.
    case noSharedText
    /// The list of sheets names one that is not in the archive.
    case noSheetPart
    /// All cells together show more text than a workbook may.
    case tooMuchText
    /// More cells are said to repeat than a workbook may have.
    case tooManyRepeats
  }

  let reason: Reason
  let sheet: String
  let row: Int
  let column: Int
  var found = ""
}
