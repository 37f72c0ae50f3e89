import CPostgres

extension Connection {
  /// Loads rows by COPY, the fastest way in, and returns how many.
  ///
  /// `target` is a table and its columns, such as `"benefit (id, title)"`. Everything is undone
  /// when `write` throws. PostgreSQL refuses COPY into a table with row-level security for a role
  /// that is subject to it; use `INSERT … SELECT FROM unnest(…)` there.
  public func copyIn(
    _ target: SQL, _ write: (inout CopyRows) throws -> Void
  ) throws -> Int {
    let link = try beginCopy("COPY \(target) FROM STDIN", expecting: PGRES_COPY_IN)
    var rows = CopyRows(link)
    do {
      try write(&rows)
      try rows.flush()
    } catch {
      _ = try? endCopyIn(link, refusal: "the rows could not be made")
      throw link.isBroken ? broken(link) : error
    }
    return try endCopyIn(link, refusal: nil)
  }

  /// Loads rows of the same shape by COPY and returns how many; see `copyIn(_:_:)`.
  public func copyIn<Rows: Sequence, each Value: PostgresEncodable>(
    _ target: SQL, rows: Rows
  ) throws -> Int where Rows.Element == (repeat each Value) {
    try copyIn(target) { copy in
      for row in rows { try copy.append(repeat each row) }
    }
  }

  /// Passes the rows of a query to `chunk` in COPY's text format, a row at a time, in constant
  /// memory. COPY takes no binds, so values go into the text as escaped literals. Throws what
  /// `chunk` throws, which ends the session.
  public func copyOut(_ sql: SQL, _ chunk: ([UInt8]) throws -> Void) throws {
    try copyOut("COPY (\(sql)) TO STDOUT", each: chunk)
  }

  /// The same as CSV: RFC 4180, NULL empty, the first line the columns' names.
  public func copyOutCSV(_ sql: SQL, _ chunk: ([UInt8]) throws -> Void) throws {
    try copyOut("COPY (\(sql)) TO STDOUT (FORMAT csv, HEADER true)", each: chunk)
  }

  private func copyOut(_ command: SQL, each chunk: ([UInt8]) throws -> Void) throws {
    let link = try beginCopy(command, expecting: PGRES_COPY_OUT)
    let patience = patienceMilliseconds(statementCount: 1)
    while let bytes = try nextCopyData(from: link, patience) {
      do { try chunk(bytes) } catch {
        _ = broken(link, .usage, "")
        throw error
      }
    }
    try drain(link, patience)
  }

  /// The next row, or nil after the last.
  private func nextCopyData(from link: Link, _ patience: Int32?) throws(PostgresError) -> [UInt8]? {
    while true {
      var buffer: UnsafeMutablePointer<CChar>?
      let count = PQgetCopyData(link.raw, &buffer, 1)
      defer { PQfreemem(buffer) }
      switch count {
      case 0: try awaitCopyData(from: link, patience)
      case -1: return nil
      case ..<0: throw broken(link)
      default:
        return buffer.map { Array(UnsafeRawBufferPointer(start: $0, count: Int(count))) }
      }
    }
  }

  /// Sends a COPY command by the simple protocol and expects the server to begin it.
  private func beginCopy(
    _ command: SQL, expecting expected: ExecStatusType
  ) throws(PostgresError) -> Link {
    try beginDeferred()
    let link = try usableLink()
    let text = try inlined(command)
    guard link.leavePipeline(), PQsendQuery(link.raw, text) != 0 else { throw broken(link) }
    let patience = patienceMilliseconds(statementCount: 1)
    let result = try nextAnswer(from: link, patience)
    if result.status == expected { return link }
    guard result.status == PGRES_FATAL_ERROR else { throw broken(link, .usage, "no COPY began") }
    let error = failure(result)
    try drain(link, patience)
    throw error
  }

  /// The text of a statement with its values in it as escaped literals, for commands that take no
  /// binds, and for running the statement by hand.
  public func inlined(_ sql: SQL) throws(PostgresError) -> String {
    let link = try usableLink()
    if let fault = sql.binds.fault { throw PostgresError(.encoding, fault) }
    return try sql.text { slot throws(PostgresError) in try literal(slot, of: sql.binds, link) }
  }

  private func literal(
    _ slot: Binds.Slot, of binds: Binds, _ link: Link
  ) throws(PostgresError) -> String {
    let cast = slot.type.name.map { "::" + $0 } ?? ""
    guard let start = slot.start else { return "NULL" + cast }
    var writer = ValueWriter()
    let content = binds.bytes[start..<start + slot.count]
    if slot.isBinary {
      Bytes.writeText(content, into: &writer)
    } else {
      writer.write(String(decoding: content, as: UTF8.self))
    }
    let escaped = writer.bytes.withUnsafeBytes { bytes in
      PQescapeLiteral(
        link.raw, bytes.assumingMemoryBound(to: CChar.self).baseAddress, bytes.count)
    }
    guard let escaped else { throw PostgresError(.encoding, link.lastMessage) }
    defer { PQfreemem(escaped) }
    return String(cString: escaped) + cast
  }

  /// Ends a COPY and returns how many rows were stored; with a refusal the server undoes it.
  @discardableResult
  private func endCopyIn(_ link: Link, refusal: String?) throws(PostgresError) -> Int {
    guard PQputCopyEnd(link.raw, refusal) == 1 else { throw broken(link) }
    let patience = patienceMilliseconds(statementCount: 1)
    let result = try nextAnswer(from: link, patience)
    let error = result.status == PGRES_FATAL_ERROR ? failure(result) : nil
    try drain(link, patience)
    if let error { throw error }
    return result.affectedCount
  }

  /// Reads to the end of a command by the simple protocol; throws its first error.
  private func drain(_ link: Link, _ patience: Int32?) throws(PostgresError) {
    var error: PostgresError?
    while let result = try receive(from: link, patience) {
      if result.status == PGRES_FATAL_ERROR { error = error ?? failure(result) }
    }
    if let error { throw error }
  }
}
