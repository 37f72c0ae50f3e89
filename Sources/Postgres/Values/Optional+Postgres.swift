extension Optional: PostgresEncodable where Wrapped: PostgresEncodable {
  /// The type of the wrapped value.
  public static var postgresType: PostgresType { Wrapped.postgresType }

  /// The value, or SQL NULL.
  public func encode(into writer: inout ValueWriter) {
    if let self { self.encode(into: &writer) } else { writer.writeNull() }
  }
}

extension Optional: PostgresDecodable where Wrapped: PostgresDecodable {
  /// The wrapped value.
  public init?(postgresText text: PostgresText) {
    guard let value = Wrapped(postgresText: text) else { return nil }
    self = .some(value)
  }

  /// NULL reads as nil.
  public static var postgresNull: Wrapped?? { .some(nil) }
}

extension PostgresEncodable where Self: RawRepresentable, RawValue: PostgresEncodable {
  /// The type of the raw value.
  public static var postgresType: PostgresType { RawValue.postgresType }

  /// The raw value.
  public func encode(into writer: inout ValueWriter) { rawValue.encode(into: &writer) }
}

extension PostgresDecodable where Self: RawRepresentable, RawValue: PostgresDecodable {
  /// Reads the raw value; nil when there is no such case.
  public init?(postgresText text: PostgresText) {
    guard let raw = RawValue(postgresText: text) else { return nil }
    self.init(rawValue: raw)
  }
}
