import CPostgres

/// Owns one `PGresult`.
///
/// Unchecked: a `PGresult` is not changed after it was received, and libpq allows any number of
/// threads to read it.
@usableFromInline final class ResultSet: @unchecked Sendable {
  let raw: OpaquePointer
  let rowCount: Int32
  let columnCount: Int32

  init(_ raw: OpaquePointer) {
    self.raw = raw
    rowCount = PQntuples(raw)
    columnCount = PQnfields(raw)
  }

  deinit { PQclear(raw) }

  var status: ExecStatusType { PQresultStatus(raw) }

  /// What the server calls the command that was done, such as `INSERT 0 1`.
  var commandTag: String { String(cString: PQcmdStatus(raw)) }

  /// Rows returned or affected.
  var affectedCount: Int { Int(String(cString: PQcmdTuples(raw))) ?? 0 }

  var rows: [Row] { (0..<rowCount).map { Row(result: self, index: $0) } }

  func columnName(_ column: Int32) -> String {
    PQfname(raw, column).map { String(cString: $0) } ?? "\(column)"
  }

  /// Every row as `read` makes it.
  func map<T>(_ read: (inout RowReader) throws -> T) rethrows -> [T] {
    var values: [T] = []
    values.reserveCapacity(Int(rowCount))
    var reader = RowReader(result: self, row: 0)
    for row in 0..<rowCount {
      reader.begin(row)
      values.append(try read(&reader))
    }
    return values
  }

  /// One value; the row must exist. Inlinable, so that reading a cell is specialised where it is
  /// used: a list spends more time here than anywhere else.
  @inlinable func value<T: PostgresDecodable>(
    _ type: T.Type, row: Int32, column: Int32
  ) throws(PostgresError) -> T {
    guard let text = try text(row: row, column: column) else {
      guard let value = T.postgresNull else { throw unreadable("is NULL", type, column) }
      return value
    }
    guard let value = T(postgresText: text) else {
      throw unreadable("holds something else", type, column)
    }
    return value
  }

  /// The text in a cell; nil when it is NULL.
  @usableFromInline func text(
    row: Int32, column: Int32
  ) throws(PostgresError) -> PostgresText? {
    guard column >= 0, column < columnCount, let start = PQgetvalue(raw, row, column) else {
      throw PostgresError(.decoding, "there is no column \(column), of \(columnCount)")
    }
    let count = Int(PQgetlength(raw, row, column))
    // An empty value and NULL both have no length; only then is it worth asking which.
    if count == 0, PQgetisnull(raw, row, column) != 0 { return nil }
    let bytes = UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self)
    return PostgresText(bytes: UnsafeBufferPointer(start: bytes, count: count))
  }

  @usableFromInline func unreadable(
    _ reason: String, _ type: Any.Type, _ column: Int32
  ) -> PostgresError {
    PostgresError(.decoding, "column \(columnName(column)) \(reason), wanted \(type)")
  }
}
