import Calculator
import Programme

/// One value of a table that is handed out, with its type, so that a number stays a number and a
/// text can never act as a formula.
public enum TableCell: Sendable, Hashable {
  /// Nothing.
  case blank
  /// Words that somebody typed, or ours.
  case text(String)
  /// A number with all its digits.
  case number(Exact)
  /// Pounds, shown to the penny.
  case money(Exact)
  /// A day.
  case day(Day)
}

/// Rows under headings, ready to be written in any format.
public struct Table: Sendable, Hashable {
  /// The headings from left to right.
  public var headings: [String]
  /// The rows, each as long as the headings.
  public var rows: [[TableCell]]

  /// A table.
  public init(headings: [String], rows: [[TableCell]]) {
    self.headings = headings
    self.rows = rows
  }
}

extension TableCell {
  /// A result, blank where it does not exist.
  public static func money(_ outcome: Outcome<Exact>) -> TableCell {
    outcome.value.map(TableCell.money) ?? .blank
  }

  /// A field of a record by its kind.
  public static func field<Item: Record>(_ field: Item.Field, of item: Item) -> TableCell {
    let text = item.text(field)
    guard !text.isEmpty else { return .blank }
    return switch field.kind {
    case .number, .share, .whole: Exact(text: text).map(TableCell.number) ?? .text(text)
    case .day: Day(text: text).map(TableCell.day) ?? .text(text)
    default: .text(text)
    }
  }
}
