import Synchronization

extension Pool {
  /// A connection for the caller alone; it may still have to connect.
  func acquire() async throws(PostgresError) -> Connection {
    if let connection = try acquireNow() { return connection }
    let id = state.withLock { state in
      state.nextWaiter += 1
      return state.nextWaiter
    }
    let acquisition = await withTaskCancellationHandler {
      await withCheckedContinuation { wait(id, $0) }
    } onCancel: {
      giveUp(id)
    }
    return try acquisition.get()
  }

  /// A connection if one is free, or may be opened.
  private func acquireNow() throws(PostgresError) -> Connection? {
    let found: Acquisition? = state.withLock { state in take(from: &state) }
    return try found?.get()
  }

  private func take(from state: inout PoolState) -> Acquisition? {
    if state.isClosed { return .failure(PostgresError(.poolClosed, "the pool is closed")) }
    if let idle = state.idle.popLast() { return .success(idle.connection) }
    if state.statistics.openCount < configuration.connectionLimit {
      state.statistics.openCount += 1
      return .success(makeConnection(&state))
    }
    guard state.waiters.count < configuration.waiterLimit else {
      state.statistics.refusedCount += 1
      return .failure(PostgresError(.poolTimeout, "\(state.waiters.count) tasks wait already"))
    }
    return nil
  }

  private func makeConnection(_ state: inout PoolState) -> Connection {
    state.statistics.createdCount += 1
    return Connection(configuration, logger: logger)
  }

  private func wait(_ id: UInt64, _ continuation: CheckedContinuation<Acquisition, Never>) {
    let now = ContinuousClock.now
    let (answer, mustWatch): (Acquisition?, Bool) = state.withLock { state in
      if let answer = take(from: &state) { return (answer, false) }
      // A cancellation that came before there was a waiter to cancel.
      if Task.isCancelled { return (.failure(cancelled), false) }
      state.waiters.append(
        PoolState.Waiter(
          id: id, deadline: now + configuration.waitDeadline, continuation: continuation))
      defer { state.isWatching = true }
      return (nil, !state.isWatching)
    }
    if let answer { continuation.resume(returning: answer) }
    if mustWatch { Task { await watch() } }
  }

  private var cancelled: PostgresError {
    PostgresError(.cancelled, "while waiting for a connection")
  }

  private func giveUp(_ id: UInt64) {
    let waiter = state.withLock { state in
      state.waiters.firstIndex { $0.id == id }.map { state.waiters.remove(at: $0) }
    }
    waiter?.continuation.resume(returning: .failure(cancelled))
  }

  /// Refuses whoever has waited too long, until nobody waits.
  private func watch() async {
    while let deadline = nextDeadline() {
      try? await Task.sleep(until: deadline, clock: .continuous)
      let now = ContinuousClock.now
      let late = state.withLock { state in
        let late = state.waiters.prefix { $0.deadline <= now }
        state.waiters.removeFirst(late.count)
        state.statistics.refusedCount += late.count
        return late
      }
      for waiter in late {
        waiter.continuation.resume(
          returning: .failure(PostgresError(.poolTimeout, "no connection came free")))
      }
    }
  }

  private func nextDeadline() -> ContinuousClock.Instant? {
    state.withLock { state in
      if state.waiters.isEmpty { state.isWatching = false }
      return state.waiters.first?.deadline
    }
  }

  /// Takes a connection back: to the first who waits, or to the idle ones. One that must not be
  /// used again is replaced.
  func giveBack(_ connection: Connection, _ end: LeaseEnd) {
    let now = ContinuousClock.now
    let (waiter, heir, dropped, closers) = state.withLock { state in
      let dropped = dropIdle(&state) { idle in
        end == .lost || idle.since + configuration.idleLifetime < now
      }
      let waiter = state.waiters.isEmpty ? nil : state.waiters.removeFirst()
      let heir = end == .reusable || waiter == nil ? connection : makeConnection(&state)
      if waiter == nil, end == .reusable, !state.isClosed {
        state.idle.append(PoolState.Idle(connection: connection, since: now))
      } else if waiter == nil {
        state.statistics.openCount -= 1
      }
      return (waiter, heir, dropped, takeClosers(&state))
    }
    waiter?.continuation.resume(returning: .success(heir))
    for closer in closers { closer.resume() }
    // Sessions end with the last reference, here, outside the lock.
    withExtendedLifetime(dropped) {}
  }

  private func dropIdle(
    _ state: inout PoolState, where isOver: (PoolState.Idle) -> Bool
  ) -> [PoolState.Idle] {
    let dropped = state.idle.filter(isOver)
    guard !dropped.isEmpty else { return [] }
    state.idle.removeAll(where: isOver)
    state.statistics.openCount -= dropped.count
    return dropped
  }

  private func takeClosers(_ state: inout PoolState) -> [CheckedContinuation<Void, Never>] {
    guard state.isClosed, state.statistics.openCount == 0 else { return [] }
    defer { state.closers = [] }
    return state.closers
  }

  /// Refuses new work, and returns when the work under way has ended and every session is closed.
  public func close() async {
    let (waiters, dropped) = state.withLock { state in
      state.isClosed = true
      let dropped = dropIdle(&state) { _ in true }
      defer { state.waiters = [] }
      return (state.waiters, dropped)
    }
    for waiter in waiters {
      waiter.continuation.resume(
        returning: .failure(PostgresError(.poolClosed, "the pool was closed")))
    }
    withExtendedLifetime(dropped) {}
    await withCheckedContinuation { continuation in
      let isDone = state.withLock { state in
        if state.statistics.openCount > 0 { state.closers.append(continuation) }
        return state.statistics.openCount == 0
      }
      if isDone { continuation.resume() }
    }
  }
}
