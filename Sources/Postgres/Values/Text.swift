/// An exact decimal number (`numeric`) as text, such as `-12.50`; convert it where numbers live.
public struct Numeric: PostgresEncodable, PostgresDecodable, Hashable, CustomStringConvertible {
  /// Digits with an optional sign, point and exponent; or `NaN`, `Infinity`, `-Infinity`.
  public var text: String

  /// A number by its text; the server refuses text that is no number.
  public init(text: String) { self.text = text }

  /// `numeric`.
  public static var postgresType: PostgresType { .numeric }

  /// The text itself.
  public func encode(into writer: inout ValueWriter) { writer.write(text) }

  /// The text itself.
  @inlinable public init?(postgresText text: PostgresText) {
    self.text = String(decoding: text.bytes, as: UTF8.self)
  }

  /// The text.
  public var description: String { text }
}

/// A JSON document as text (`json`, `jsonb`).
public struct JSONText: PostgresEncodable, PostgresDecodable, Hashable {
  /// The document.
  public var text: String

  /// A document by its text; the server refuses text that is no JSON.
  public init(text: String) { self.text = text }

  /// Inferred, so that it fits `json` and `jsonb`.
  public static var postgresType: PostgresType { .inferred }

  /// The text itself.
  public func encode(into writer: inout ValueWriter) { writer.write(text) }

  /// The text itself.
  @inlinable public init?(postgresText text: PostgresText) {
    self.text = String(decoding: text.bytes, as: UTF8.self)
  }
}
