import CPostgres

/// Owns one `PGresult`.
///
/// Unchecked: a `PGresult` is not changed after it was received, and libpq allows any number of
/// threads to read it.
final class ResultSet: @unchecked Sendable {
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

  /// One value; the row and the column must exist.
  func value<T: PostgresDecodable>(
    _ type: T.Type, row: Int32, column: Int32
  ) throws(PostgresError) -> T {
    let length = Int(PQgetlength(raw, row, column))
    // An empty value and NULL both have no length; only then is it worth asking which.
    if length == 0, PQgetisnull(raw, row, column) != 0 {
      guard let value = T.postgresNull else { throw unreadable("is NULL", type, column) }
      return value
    }
    guard let start = PQgetvalue(raw, row, column) else {
      throw unreadable("does not exist", type, column)
    }
    let value = start.withMemoryRebound(to: UInt8.self, capacity: length) {
      T(postgresText: PostgresText(bytes: UnsafeBufferPointer(start: $0, count: length)))
    }
    guard let value else { throw unreadable("holds something else", type, column) }
    return value
  }

  private func unreadable(_ reason: String, _ type: Any.Type, _ column: Int32) -> PostgresError {
    PostgresError(.decoding, "column \(columnName(column)) \(reason), wanted \(type)")
  }
}
