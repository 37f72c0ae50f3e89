import CPostgres

/// One row of a result; holds on to the whole result.
public struct Row: Sendable {
  @usableFromInline let result: ResultSet
  @usableFromInline let index: Int32

  init(result: ResultSet, index: Int32) {
    self.result = result
    self.index = index
  }

  /// The value in the column at a position from 0; throws `.decoding` when there is none, or when
  /// it is not such a value.
  @inlinable public func get<T: PostgresDecodable>(
    _ position: Int, as type: T.Type = T.self
  ) throws(PostgresError) -> T {
    try result.value(type, row: index, column: Int32(clamping: position))
  }

  /// The value in the first column of that name, exactly as the server spells it.
  public func get<T: PostgresDecodable>(
    _ name: String, as type: T.Type = T.self
  ) throws(PostgresError) -> T {
    guard let column = (0..<result.columnCount).first(where: { result.columnName($0) == name })
    else { throw PostgresError(.decoding, "there is no column \(name)") }
    return try result.value(type, row: index, column: column)
  }

  /// Reads the columns from left to right.
  public var columns: RowReader { RowReader(result: result, row: index) }
}

/// Reads the columns of a row from left to right, straight from the server's answer.
public struct RowReader: Sendable {
  @usableFromInline let result: ResultSet
  @usableFromInline var row: Int32
  @usableFromInline var column: Int32 = 0

  init(result: ResultSet, row: Int32) {
    self.result = result
    self.row = row
  }

  mutating func begin(_ row: Int32) {
    self.row = row
    column = 0
  }

  /// The value in the next column; throws `.decoding` when there is none, or when it is not such a
  /// value.
  @inlinable public mutating func next<T: PostgresDecodable>(
    _ type: T.Type = T.self
  ) throws(PostgresError) -> T {
    defer { column += 1 }
    return try result.value(type, row: row, column: column)
  }

  /// Passes over some columns.
  public mutating func skip(_ count: Int32 = 1) { column += count }

  /// Whether this is the answer's first row: what every row repeats need be read only once.
  public var isFirst: Bool { row == 0 }
}
