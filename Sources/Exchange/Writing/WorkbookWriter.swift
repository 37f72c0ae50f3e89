import Calculator
import Programme

/// Writes a register as a workbook of layout 1 with live formulas beside the engine's figures, so
/// that a spreadsheet program recalculates to the same.
public struct WorkbookWriter {
  /// XML Spreadsheet 2003: the file, and in words what it could not hold.
  public static func write(
    _ register: Register, figures: Figures<Exact>
  ) -> (bytes: [UInt8], notCarried: [String]) {
    let workbook = RegisterSheets(register, figures)
    let text = head + workbook.sheets.map(\.markup).joined() + "</Workbook>\n"
    return (Array(text.utf8), workbook.notCarried)
  }

  /// An Excel workbook (.xlsx) of the same sheets, and in words what it could not hold.
  ///
  /// - Throws: ``WorkbookFailure`` when there is no room for it.
  public static func writeXLSX(
    _ register: Register, figures: Figures<Exact>
  ) throws(WorkbookFailure) -> (bytes: [UInt8], notCarried: [String]) {
    let workbook = RegisterSheets(register, figures)
    let bytes = try XLSXFile.write(workbook.sheets, names: RegisterSheets.names)
    return (bytes, workbook.notCarried + XLSXLosses.of(register))
  }

  private static var head: String {
    let ranges = RegisterSheets.names.map { name, range in
      "  <NamedRange ss:Name=\"\(name)\" ss:RefersTo=\"\(range)\"/>\n"
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <?mso-application progid="Excel.Sheet"?>
      <Workbook xmlns="\(SpreadsheetNames.namespace)" xmlns:ss="\(SpreadsheetNames.namespace)">
      \(WorkbookStyles.markup) <Names>
      \(ranges.joined()) </Names>

      """
  }
}
