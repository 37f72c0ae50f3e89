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

  /// Behind headings.
  static let headingColour: UInt32 = 0xE6EDF2

  /// How the numbers and days of a style are shown; nil for what is shown as it stands.
  static func format(_ style: OutputCell.Style) -> String? {
    switch style {
    case .plain, .heading, .wrapped: nil
    case .money: "#,##0.00"
    case .share: "0.00%"
    case .factor: "0.0000"
    case .quantity: "#,##0.####"
    case .day: "yyyy-mm-dd"
    }
  }

  private static func content(_ style: OutputCell.Style) -> String {
    switch style {
    case .heading: "<Font ss:Bold=\"1\"/><Interior ss:Color=\"#\(colour)\" ss:Pattern=\"Solid\"/>"
    case .wrapped: "<Alignment ss:Vertical=\"Top\"/>"
    default: format(style).map { "<NumberFormat ss:Format=\"\($0)\"/>" } ?? ""
    }
  }

  private static var colour: String { String(headingColour, radix: 16, uppercase: true) }
}
