import CPostgres

/// Waiting for the server, with a deadline of our own and an ear for cancellation.
extension Connection {
  /// Between two requests to cancel the same statement: the first can come before the server has
  /// begun it.
  private static let cancelPauseMilliseconds: Int32 = 100
  /// After so many requests the server counts as lost.
  private static let cancelLimit = 50
  /// Beyond the statement's own deadline, for the answer to travel.
  private static let graceMilliseconds: Int32 = 5_000

  /// How long to wait for the next bytes of the answers to some statements.
  func patienceMilliseconds(statementCount: Int) -> Int32? {
    guard let statementTimeout else { return nil }
    let (product, overflow) = statementTimeout.milliseconds.multipliedReportingOverflow(
      by: Int32(clamping: max(1, statementCount)))
    let grace = Connection.graceMilliseconds
    return overflow ? nil : min(product, Int32.max - grace) + grace
  }

  /// The next result; the server owes us one.
  func nextAnswer(from link: Link, _ patience: Int32?) throws(PostgresError) -> ResultSet {
    guard let result = try receive(from: link, patience) else { throw broken(link) }
    return result
  }

  /// The end of a statement's results.
  func endAnswer(from link: Link, _ patience: Int32?) throws(PostgresError) {
    guard try receive(from: link, patience) == nil else {
      throw broken(link, .usage, "COPY needs copyIn or copyOut")
    }
  }

  /// The end of a pipeline.
  func endPipeline(_ link: Link, _ patience: Int32?) throws(PostgresError) {
    guard try nextAnswer(from: link, patience).status == PGRES_PIPELINE_SYNC else {
      throw broken(link)
    }
  }

  /// The next result, or nil at the end of a statement's results.
  func receive(from link: Link, _ patience: Int32?) throws(PostgresError) -> ResultSet? {
    try awaitInput(from: link, patience)
    guard let raw = PQgetResult(link.raw) else {
      if link.isBroken { throw broken(link) }
      return nil
    }
    let result = ResultSet(raw)
    if link.isBroken {
      var error = failure(result)
      let lost = broken(link, .connection, error.detailForLog)
      error = error.seen(as: .connection)
      error.isRetryable = lost.isRetryable
      throw error
    }
    return result
  }

  /// Returns when a result can be had without blocking.
  private func awaitInput(from link: Link, _ patience: Int32?) throws(PostgresError) {
    var cancelCount = 0
    while PQisBusy(link.raw) != 0 {
      try awaitBytes(from: link, patience, &cancelCount)
    }
  }

  /// Returns when more of a COPY may have come.
  func awaitCopyData(from link: Link, _ patience: Int32?) throws(PostgresError) {
    var cancelCount = 0
    try awaitBytes(from: link, patience, &cancelCount)
  }

  /// Waits once, and takes in what came.
  private func awaitBytes(
    from link: Link, _ patience: Int32?, _ cancelCount: inout Int
  ) throws(PostgresError) {
    let isCancelling = lease?.isCancelled == true
    let end = waitForInput(
      PQsocket(link.raw), or: wakeup?.readEnd ?? -1,
      milliseconds: isCancelling ? Connection.cancelPauseMilliseconds : patience)
    if end == .input {
      guard PQconsumeInput(link.raw) != 0 else { throw broken(link) }
      return
    }
    wakeup?.drain()
    guard lease?.isCancelled == true else {
      if end == .deadline { throw broken(link, .timeout, "the server does not answer") }
      return
    }
    link.requestCancel()
    cancelCount += 1
    if cancelCount > Connection.cancelLimit {
      throw broken(link, .cancelled, "the server does not answer")
    }
  }
}
