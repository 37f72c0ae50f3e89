/// A PostgreSQL type by its object identifier; only built-in types have a fixed one.
public struct PostgresType: Sendable, Hashable {
  /// The object identifier; zero leaves the type to be inferred by the server.
  public var oid: UInt32
  /// The type's name, as written in a cast; nil when it is to be inferred.
  public var name: String?
  /// The object identifier of the array of this type; zero when inferred.
  public var arrayOID: UInt32

  /// A type by its identifier, that of its array, and its name.
  public init(oid: UInt32, arrayOID: UInt32, name: String?) {
    self.oid = oid
    self.arrayOID = arrayOID
    self.name = name
  }

  /// The array of this type.
  public var array: PostgresType {
    PostgresType(oid: arrayOID, arrayOID: 0, name: name.map { $0 + "[]" })
  }

  /// Left to the server to infer; arrays of it are text arrays.
  public static let inferred = PostgresType(oid: 0, arrayOID: 1009, name: nil)
  static let bool = PostgresType(oid: 16, arrayOID: 1000, name: "bool")
  static let bytea = PostgresType(oid: 17, arrayOID: 1001, name: "bytea")
  static let int8 = PostgresType(oid: 20, arrayOID: 1016, name: "int8")
  static let int4 = PostgresType(oid: 23, arrayOID: 1007, name: "int4")
  static let float8 = PostgresType(oid: 701, arrayOID: 1022, name: "float8")
  static let date = PostgresType(oid: 1082, arrayOID: 1182, name: "date")
  static let timestamptz = PostgresType(oid: 1184, arrayOID: 1185, name: "timestamptz")
  static let numeric = PostgresType(oid: 1700, arrayOID: 1231, name: "numeric")
  static let uuid = PostgresType(oid: 2950, arrayOID: 2951, name: "uuid")
}

/// A value that can be bound to a statement.
public protocol PostgresEncodable: Sendable {
  /// The type the value is sent as.
  static var postgresType: PostgresType { get }
  /// Writes the value in PostgreSQL's text form.
  func encode(into writer: inout ValueWriter)
}

/// A value that can be read from a column.
public protocol PostgresDecodable {
  /// Reads PostgreSQL's text form; nil when the text is not such a value.
  init?(postgresText text: PostgresText)
  /// What SQL NULL reads as; nil (the default) refuses it.
  static var postgresNull: Self? { get }
}

/// A value that can be bound and read.
public typealias PostgresValue = PostgresEncodable & PostgresDecodable

extension PostgresDecodable {
  /// NULL is refused unless a type says otherwise.
  public static var postgresNull: Self? { nil }
}

/// The text form of one column's value, borrowed: valid only during the call that receives it.
public struct PostgresText {
  /// The bytes, in UTF-8, without a terminator.
  public let bytes: UnsafeBufferPointer<UInt8>

  @inlinable init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }
}

/// Receives the text form of one value.
public struct ValueWriter {
  var bytes: [UInt8]
  private(set) var isNull = false
  private(set) var isBinary = false
  private(set) var fault: String?

  /// Takes over a buffer, so that the values of a statement share one allocation.
  init(taking buffer: inout [UInt8]) {
    bytes = []
    swap(&bytes, &buffer)
  }

  init() { bytes = [] }

  /// The value is SQL NULL.
  public mutating func writeNull() { isNull = true }

  /// Writes text; a NUL in it, which PostgreSQL cannot hold, makes the statement fail before it is
  /// sent.
  public mutating func write(_ text: String) {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    if bytes[start...].contains(0) { refuse("contains a NUL character") }
  }

  /// Writes one byte of ASCII text, which must not be NUL.
  mutating func write(ascii byte: UInt8) { bytes.append(byte) }

  /// Writes a whole number, with zeros before it to fill `width` digits.
  mutating func write(_ number: Int64, width: Int = 1) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    let digits = String(number.magnitude)
    for _ in 0..<max(0, width - digits.utf8.count) { bytes.append(UInt8(ascii: "0")) }
    bytes.append(contentsOf: digits.utf8)
  }

  /// Writes bytes in binary form instead of text; only for a whole `bytea` value.
  mutating func writeBinary(_ content: [UInt8]) {
    isBinary = true
    bytes.append(contentsOf: content)
  }

  /// The value cannot be sent; `reason` must not contain the value.
  mutating func refuse(_ reason: String) { fault = fault ?? reason }
}
