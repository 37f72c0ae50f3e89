/// The words of XML Spreadsheet 2003, as addresses in a parser's dictionary.
struct SpreadsheetNames {
  typealias Name = XMLElement.Name

  /// The namespace of the format.
  static let namespace = "urn:schemas-microsoft-com:office:spreadsheet"
  static let excelNamespace = "urn:schemas-microsoft-com:office:excel"

  let spreadsheet, excel: Name?
  let worksheet, table, row, cell, data, comment, null, lineBreak: Name?
  let styles, style, numberFormat, excelWorkbook, date1904: Name?
  let nameOf, index, type, formula, mergeAcross, mergeDown, span, styleID, id, format: Name?

  init(_ stream: XMLStream) {
    spreadsheet = stream.name(SpreadsheetNames.namespace)
    excel = stream.name(SpreadsheetNames.excelNamespace)
    worksheet = stream.name("Worksheet")
    table = stream.name("Table")
    row = stream.name("Row")
    cell = stream.name("Cell")
    data = stream.name("Data")
    comment = stream.name("Comment")
    null = stream.name("Null")
    lineBreak = stream.name("BR")
    styles = stream.name("Styles")
    style = stream.name("Style")
    numberFormat = stream.name("NumberFormat")
    excelWorkbook = stream.name("ExcelWorkbook")
    date1904 = stream.name("Date1904")
    nameOf = stream.name("Name")
    index = stream.name("Index")
    type = stream.name("Type")
    formula = stream.name("Formula")
    mergeAcross = stream.name("MergeAcross")
    mergeDown = stream.name("MergeDown")
    span = stream.name("Span")
    styleID = stream.name("StyleID")
    id = stream.name("ID")
    format = stream.name("Format")
  }
}
