import Calculator
import Programme

/// The one writer of tables that are handed out. Every export goes through it, so that what makes a
/// text harmless stands in one place.
public enum TableWriter {
  /// The formats it writes.
  public enum Format: Sendable, Hashable {
    /// RFC 4180 in UTF-8. Spreadsheet programs want the byte order mark, other programs do not.
    case csv(byteOrderMark: Bool)
  }

  /// The bytes of a table in a format.
  public static func write(_ table: Table, as format: Format) -> [UInt8] {
    switch format {
    case .csv(let byteOrderMark):
      let lines = [table.headings.map(TableCell.text)] + table.rows
      let text = lines.map { $0.map(CSVText.field).joined(separator: ",") + "\r\n" }.joined()
      return (byteOrderMark ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
    }
  }
}

extension TableWriter {
  /// The table as an Excel workbook (.xlsx) of one sheet, every cell with its type: numbers are
  /// numbers, days are days, and a text is never a formula.
  ///
  /// - Throws: ``WorkbookFailure`` when there is no room for it.
  public static func workbook(
    _ table: Table, sheet name: String
  ) throws(WorkbookFailure) -> [UInt8] {
    var sheet = OutputSheet.table(
      name, headings: table.headings, rows: table.rows.map { $0.map(OutputCell.init) })
    sheet.hasFilter = !table.rows.isEmpty
    return try XLSXFile.write([sheet])
  }
}

extension OutputCell {
  /// A cell of a table. What is not a number has no cell.
  init(_ cell: TableCell) {
    switch cell {
    case .blank: self = .blank
    case .text(let text): self = .text(text)
    case .number(let value): self = value.isFinite ? .number(value) : .blank
    case .money(let value):
      self = value.isFinite ? .number(value.rounded(places: 2), .money) : .blank
    case .day(let day): self = .day(day)
    }
  }
}

/// The fields of a CSV file.
enum CSVText {
  /// One field, quoted where it must be.
  static func field(_ cell: TableCell) -> String {
    switch cell {
    case .blank: ""
    case .text(let text): quoted(neutralised(text))
    case .number(let value): value.isFinite ? value.text : ""
    case .money(let value): value.isFinite ? value.rounded(places: 2).text : ""
    case .day(let day): day.description
    }
  }

  /// A text that a spreadsheet program would take for a formula gets an apostrophe in front. What
  /// counts is its first character that is not white space, whichever width it is written in.
  static func neutralised(_ text: String) -> String {
    var isControlled = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t", "\r": isControlled = true
      case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\u{2212}":
        return "'" + text
      default:
        guard isIgnored(scalar) else { return isControlled ? "'" + text : text }
      }
    }
    return isControlled ? "'" + text : text
  }

  /// What stands in front of a text without showing: space and format characters.
  private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format: true
    default: false
    }
  }

  private static func quoted(_ text: String) -> String {
    let needsQuotes = text.utf8.contains {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D
    }
    guard needsQuotes else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
