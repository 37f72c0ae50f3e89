import Calculator
import Programme

/// The files that leave the server.
enum RegisterFiles {
  /// A register as a calculator workbook whose formulas are live.
  static func workbook(_ register: Register) throws -> [UInt8] { [] }

  /// A register's benefits with all their fields.
  static func csv(_ register: Register) -> [UInt8] { [] }

  /// The rows of a list.
  static func csv(_ table: TableFile) -> [UInt8] { [] }
}
