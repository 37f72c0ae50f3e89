/// How the cells of a written workbook look.
enum WorkbookStyles {
  /// The styles as XML.
  static var markup: String {
    let styles = OutputCell.Style.allCases.filter { $0 != .plain }.map { style in
      "  <Style ss:ID=\"\(style.rawValue)\">\(content(style))</Style>\n"
    }
    return " <Styles>\n  <Style ss:ID=\"Default\" ss:Name=\"Normal\"/>\n" + styles.joined()
      + " </Styles>\n"
  }

  private static func content(_ style: OutputCell.Style) -> String {
    switch style {
    case .plain: ""
    case .heading:
      "<Font ss:Bold=\"1\"/><Interior ss:Color=\"#E6EDF2\" ss:Pattern=\"Solid\"/>"
    case .money: format("#,##0.00")
    case .share: format("0.00%")
    case .factor: format("0.0000")
    case .quantity: format("#,##0.####")
    case .wrapped: "<Alignment ss:Vertical=\"Top\"/>"
    }
  }

  private static func format(_ format: String) -> String {
    "<NumberFormat ss:Format=\"\(format)\"/>"
  }
}
