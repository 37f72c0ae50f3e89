import CPostgres

extension Connection {
  /// Runs a statement and returns its rows.
  public func query(_ sql: SQL) throws(PostgresError) -> [Row] { try exchange(sql).rows }

  /// Runs a statement and reads each row, straight from the server's answer: the fast way to a
  /// list. Throws what `read` throws, too.
  public func query<T>(_ sql: SQL, _ read: (inout RowReader) throws -> T) throws -> [T] {
    try exchange(sql).map(read)
  }

  /// Runs a statement and returns its first row, if any.
  public func first(_ sql: SQL) throws(PostgresError) -> Row? {
    let result = try exchange(sql)
    return result.rowCount > 0 ? Row(result: result, index: 0) : nil
  }

  /// Runs a statement and reads its first row, if any.
  public func first<T>(_ sql: SQL, _ read: (inout RowReader) throws -> T) throws -> T? {
    guard let row = try first(sql) else { return nil }
    var reader = row.columns
    return try read(&reader)
  }

  /// Runs a statement and returns how many rows it inserted, changed, deleted or returned.
  @discardableResult
  public func execute(_ sql: SQL) throws(PostgresError) -> Int { try exchange(sql).affectedCount }

  /// Runs statements in one round trip and returns the rows of each. Outside a transaction they
  /// are one transaction: an error in one undoes them all.
  public func pipeline(_ statements: [SQL]) throws(PostgresError) -> [[Row]] {
    guard !statements.isEmpty else { return [] }
    return try exchange(statements).map(\.rows)
  }

  /// Runs the statements of a script by the simple protocol, without binds; for migrations.
  /// Outside a transaction they are one transaction, unless the script says otherwise.
  public func script(_ text: String) throws(PostgresError) {
    guard !text.utf8.contains(0) else { throw PostgresError(.encoding, "NUL in a script") }
    try beginDeferred()
    let link = try usableLink()
    guard link.leavePipeline(), PQsendQuery(link.raw, text) != 0 else { throw broken(link) }
    let patience = patienceMilliseconds(statementCount: 1)
    var failure: PostgresError?
    while let result = try receive(from: link, patience) {
      switch result.status {
      case PGRES_FATAL_ERROR: failure = failure ?? self.failure(result)
      case PGRES_COPY_IN, PGRES_COPY_OUT:
        throw broken(link, .usage, "COPY needs copyIn or copyOut")
      default: hasAnswered = true
      }
    }
    if let failure { throw failure }
  }

  /// Sends BEGIN and the preamble now, for what cannot travel in the same pipeline.
  func beginDeferred() throws(PostgresError) {
    if !deferred.isEmpty { _ = try exchange([]) }
  }
}
