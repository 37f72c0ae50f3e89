import Calculator
import Programme

extension SheetProblem {
  /// The same in words, with place and what to do.
  var problem: Problem {
    let place = Problem.Place.cell(sheet: sheet, row: row, column: column, header: nil)
    return Problem(
      severity, at: place, subject: subject, found: found, expected: expected, mend: mend)
  }

  private var severity: Problem.Severity {
    switch reason {
    case .attributeWithoutPrefix, .mergedCells, .cellGoesBack: .warning
    default: .error
    }
  }

  private var subject: String {
    switch reason {
    case .attributeWithoutPrefix: "The file"
    case .rowGoesBack, .tooManyRows: "Row"
    case .tooManyColumns: "Column"
    case .tooManySheets, .noSheetPart: "Sheet"
    case .cellGoesBack, .mergedCells, .cellTooLong, .badIndex, .badReference, .noSharedText,
      .tooMuchText, .tooManyRepeats:
      "Cell"
    }
  }

  private var expected: String {
    let limits = FileLimits()
    return switch reason {
    case .attributeWithoutPrefix: "attributes with the prefix of the format"
    case .rowGoesBack: "a row number that goes up"
    case .cellGoesBack: "a column number that goes up"
    case .mergedCells: "no value under a merged cell"
    case .tooManyRows: "at most \(Shown.whole(limits.rows)) rows"
    case .tooManyColumns: "at most \(Shown.whole(limits.columns)) columns"
    case .tooManySheets: "at most \(limits.sheets) sheets"
    case .cellTooLong: "at most \(Shown.whole(limits.cellBytes)) bytes in a cell"
    case .badIndex: "a whole number from 1"
    case .badReference: "a place in this row"
    case .noSharedText: "the number of a text that the file holds"
    case .noSheetPart: "a sheet that is in the file"
    case .tooMuchText: "at most \(limits.textBytes / 1_048_576) MiB of text in all cells"
    case .tooManyRepeats:
      "at most \(Shown.whole(limits.repeatedCells)) cells that are only repeated"
    }
  }

  private var mend: String {
    switch reason {
    case .attributeWithoutPrefix: "They are read as if they had it."
    case .mergedCells: "Check that the value stands in the right column."
    case .cellGoesBack: "The cell is read in the column it names; check it."
    default: "Open the file in a spreadsheet program and save it again."
    }
  }
}
