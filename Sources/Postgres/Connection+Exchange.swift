import CPostgres

/// One round trip: statements out, answers in. Everything but COPY and scripts passes through here,
/// in libpq's pipeline mode, which on the wire is the same as a single prepared statement.
extension Connection {
  /// What the next answer in a pipeline belongs to.
  private enum Expected {
    case deallocation(String)
    case preparation(StatementCache.Key)
    case preamble
    case answer
  }

  /// PostgreSQL counts binds in 16 bits.
  private static let bindLimit = 65_535

  /// Sends the statements, after BEGIN and the preamble if those still wait, and returns their
  /// results. Outside a transaction the statements are one transaction together.
  func exchange(_ statements: [SQL]) throws(PostgresError) -> [ResultSet] {
    do throws(PostgresError) {
      return try attempt(statements)
    } catch  where error.kind == .stalePlan {
      self.statements.renew(areOnServer: error.sqlState != "26000")
      guard let link, link.transactionStatus == PQTRANS_IDLE else { throw error }
      return try attempt(statements)
    }
  }

  /// One statement.
  func exchange(_ statement: SQL) throws(PostgresError) -> ResultSet {
    guard let result = try exchange([statement]).first else {
      throw PostgresError(.usage, "no answer to a statement")
    }
    return result
  }

  private func attempt(_ statements: [SQL]) throws(PostgresError) -> [ResultSet] {
    let link = try usableLink()
    for statement in deferred { try check(statement) }
    for statement in statements { try check(statement) }
    let status = link.transactionStatus
    var expected: [Expected] = []
    expected.reserveCapacity(deferred.count + 2 * statements.count)
    let isSent =
      link.enterPipeline()
      && deferred.allSatisfy { send($0, as: .preamble, on: link, &expected) }
      && statements.allSatisfy { send($0, as: .answer, on: link, &expected) }
      && deallocate(on: link, status, &expected)
      && PQpipelineSync(link.raw) != 0
    guard isSent else { throw broken(link) }
    deferred = []
    return try collect(expected, from: link)
  }

  private func check(_ statement: SQL) throws(PostgresError) {
    if let fault = statement.binds.fault { throw PostgresError(.encoding, fault) }
    guard statement.binds.slots.count <= Connection.bindLimit else {
      throw PostgresError(.encoding, "\(statement.binds.slots.count) binds, 65535 are allowed")
    }
  }

  /// Lets the server forget what made room, where it can: last, since before them it would make a
  /// pipeline of statements that stand alone, such as CREATE DATABASE.
  private func deallocate(
    on link: Link, _ status: PGTransactionStatusType, _ expected: inout [Expected]
  ) -> Bool {
    guard status == PQTRANS_IDLE || status == PQTRANS_INTRANS else { return true }
    return statements.takeDiscarded().allSatisfy { name in
      expected.append(.deallocation(name))
      return PQsendQueryParams(link.raw, "DEALLOCATE \(name)", 0, nil, nil, nil, nil, 0) != 0
    }
  }

  private func send(
    _ statement: SQL, as role: Expected, on link: Link, _ expected: inout [Expected]
  ) -> Bool {
    let key = StatementCache.Key(text: statement.text, types: statement.binds.types)
    let name: String
    if let prepared = statements.name(for: key) {
      name = prepared
    } else {
      name = statements.add(key)
      expected.append(.preparation(key))
      let count = Int32(clamping: key.types.count)
      guard PQsendPrepare(link.raw, name, key.text, count, key.types) != 0 else { return false }
    }
    expected.append(role)
    let count = Int32(clamping: key.types.count)
    return statement.binds.withPointers { values, lengths, formats in
      PQsendQueryPrepared(link.raw, name, count, values, lengths, formats, 0) != 0
    }
  }

  private func collect(
    _ expected: [Expected], from link: Link
  ) throws(PostgresError) -> [ResultSet] {
    var results: [ResultSet] = []
    results.reserveCapacity(expected.count)
    var failure: PostgresError?
    do throws(PostgresError) {
      let patience = patienceMilliseconds(statementCount: expected.count)
      for item in expected {
        let result = try nextAnswer(from: link, patience)
        if case .answer = item { results.append(result) }
        if !settle(item, result) { failure = failure ?? self.failure(result) }
        try endAnswer(from: link, patience)
      }
      try endPipeline(link, patience)
    } catch {
      // The server's last words say more than that it hung up.
      throw failure.map { carrying($0, error) } ?? error
    }
    if let failure { throw failure }
    return results
  }

  private func carrying(_ failure: PostgresError, _ end: PostgresError) -> PostgresError {
    var failure = failure.kind == .server ? failure.seen(as: end.kind) : failure
    failure.isRetryable = end.isRetryable
    return failure
  }

  /// Notes what became of one item; false when it failed.
  private func settle(_ item: Expected, _ result: ResultSet) -> Bool {
    let status = result.status
    let isDone =
      status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK || status == PGRES_EMPTY_QUERY
    switch item {
    case .preparation(let key) where !isDone: statements.remove(key)
    case .deallocation(let name) where !isDone: statements.keepDiscarded(name)
    default: break
    }
    if isDone { hasAnswered = true }
    // A statement after the one that failed is not a failure of its own.
    return isDone || status == PGRES_PIPELINE_ABORTED
  }

  /// The error in a result, as the caller should see it.
  func failure(_ result: ResultSet) -> PostgresError {
    var error = PostgresError(result: result.raw)
    if error.sqlState == "57014", lease?.isCancelled == true { error = error.seen(as: .cancelled) }
    if error.kind == .connection {
      error.isRetryable = isLossHarmless
      lose()
    }
    if error.kind == .stalePlan { error.isRetryable = true }
    return error
  }
}
