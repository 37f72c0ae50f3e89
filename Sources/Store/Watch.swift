import Postgres

extension Store {
  /// What a watcher may want to know of the database connections at this moment, by metric name.
  public var gauges: [(name: String, help: String, value: Int)] {
    let now = pool.statistics
    return [
      ("database_connections_open", "Connections open or being opened.", now.openCount),
      ("database_connections_idle", "Connections that nobody uses.", now.idleCount),
      ("database_waiters", "Tasks that wait for a connection.", now.waiterCount),
      ("database_refused", "Tasks refused so far, since nothing came free.", now.refusedCount),
    ]
  }
}
