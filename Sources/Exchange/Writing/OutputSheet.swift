/// A worksheet as it is written.
struct OutputSheet {
  let name: String
  var rows: [[OutputCell]] = []
  /// Widths in points of the columns from the left.
  var widths: [Int] = []
  var isHidden = false
  /// The first row stays in sight.
  var hasHeadings = false
  /// The rows can be chosen by what stands in a column.
  var hasFilter = false

  /// A sheet of records under the headings of their fields.
  static func table(_ name: String, headings: [String], rows: [[OutputCell]]) -> OutputSheet {
    OutputSheet(
      name: name, rows: [headings.map { .text($0, .heading) }] + rows,
      widths: headings.map { max(48, $0.utf8.count * 7) }, hasHeadings: true)
  }

  /// The sheet as XML, a row a line.
  var markup: String {
    var text = " <Worksheet ss:Name=\"\(MarkupText.escaped(name))\">\n  <Table>\n"
    for width in widths { text += "   <Column ss:Width=\"\(width)\"/>\n" }
    for row in rows {
      text += "   <Row>"
      for cell in row { text += cell.markup }
      text += "</Row>\n"
    }
    return text + "  </Table>\n" + options + " </Worksheet>\n"
  }

  private var options: String {
    var lines = ""
    if hasHeadings {
      lines += """
           <FreezePanes/>
           <FrozenNoSplit/>
           <SplitHorizontal>1</SplitHorizontal>
           <TopRowBottomPane>1</TopRowBottomPane>
           <ActivePane>2</ActivePane>

        """
    }
    if isHidden { lines += "   <Visible>SheetHidden</Visible>\n" }
    guard !lines.isEmpty else { return "" }
    return "  <WorksheetOptions xmlns=\"\(SpreadsheetNames.excelNamespace)\">\n" + lines
      + "  </WorksheetOptions>\n"
  }
}
