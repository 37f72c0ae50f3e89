import Calculator
import Foundation
import Postgres
import Programme

/// A value on its way into a column through JSON: numbers travel as text, so that none is rounded.
enum ColumnValue: Sendable {
  case null
  case text(String)
  case list([String?])
  case object([String: String])

  static func optional(_ text: String?) -> ColumnValue { text.map(ColumnValue.text) ?? .null }
  static func number(_ exact: Exact?) -> ColumnValue { optional(exact?.text) }
  static func whole(_ whole: Int?) -> ColumnValue { optional(whole.map(String.init)) }
  static func flag(_ flag: Bool) -> ColumnValue { .text(flag ? "true" : "false") }
  static func id<Noun>(_ id: ID<Noun>) -> ColumnValue { .text(id.description) }
  static func numbers(_ numbers: [Exact?]?) -> ColumnValue {
    numbers.map { .list($0.map { $0?.text }) } ?? .null
  }
}

/// Rows by column name, sent as one JSON document: `json_populate_recordset` makes table rows of
/// them, so that one row and five thousand are written by the same statement.
struct ColumnRows: Sendable {
  private var text = "["
  private(set) var count = 0

  /// The document.
  var json: JSONText { JSONText(text: text + "]") }

  /// Adds a row; columns that are not named are NULL.
  mutating func append(_ row: [(name: String, value: ColumnValue)]) {
    text += count == 0 ? "{" : ",{"
    count += 1
    for (index, column) in row.enumerated() {
      if index > 0 { text += "," }
      text += "\"\(column.name)\":"
      write(column.value)
    }
    text += "}"
  }

  private mutating func write(_ value: ColumnValue) {
    switch value {
    case .null: text += "null"
    case .text(let content): write(content)
    case .list(let items):
      text += "["
      for (index, item) in items.enumerated() {
        if index > 0 { text += "," }
        if let item { write(item) } else { text += "null" }
      }
      text += "]"
    case .object(let fields):
      text += "{"
      for (index, field) in fields.sorted(by: { $0.key < $1.key }).enumerated() {
        if index > 0 { text += "," }
        write(field.key)
        text += ":"
        write(field.value)
      }
      text += "}"
    }
  }

  /// A JSON string; everything but quotes, backslashes and control characters stands for itself.
  private mutating func write(_ content: String) {
    text += "\""
    for scalar in content.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case _ where scalar.value < 0x20:
        text += "\\u00" + Hexadecimal.text([UInt8(scalar.value)])
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
