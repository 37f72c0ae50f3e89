/// Where a pool connects to, and its limits.
public struct PoolConfiguration: Sendable {
  /// A libpq connection string: a URI or `keyword=value` pairs. Several hosts,
  /// `target_session_attrs`, `sslmode` and so on pass straight through; what it does not say comes
  /// from libpq's environment variables (`PGHOST` …).
  public var connectionString: String
  /// The database, when it is not the connection string's.
  public var database: String?
  /// The role to sign in as, when it is not the connection string's.
  public var user: String?
  /// Connections open at the same time, at most.
  public var connectionLimit: Int
  /// Callers that may wait for a connection at the same time; one more is refused at once.
  public var waiterLimit: Int
  /// How long a caller waits for a free connection.
  public var waitDeadline: Duration
  /// How long one statement may run on the server; nil for ever.
  public var statementTimeout: Duration?
  /// How long connecting to one host may take; at least two seconds, by libpq's rule.
  public var connectTimeout: Duration
  /// A connection unused for longer is closed when the next one is handed back.
  public var idleLifetime: Duration
  /// Prepared statements kept for each connection.
  public var statementCacheLimit: Int
  /// Shown in `pg_stat_activity`, unless the connection string names one.
  public var applicationName: String
  /// Whether a prepared statement is planned once for all values, and not anew for each, and never
  /// compiled: right for small statements whose text already says what is asked, since planning or
  /// compiling can take longer than running.
  public var plansOnce: Bool

  /// A configuration with limits that suit a web server.
  public init(
    connectionString: String, database: String? = nil, user: String? = nil,
    connectionLimit: Int = 8, waiterLimit: Int = 1_000,
    waitDeadline: Duration = .seconds(5), statementTimeout: Duration? = .seconds(30),
    connectTimeout: Duration = .seconds(5), idleLifetime: Duration = .seconds(600),
    statementCacheLimit: Int = 256, applicationName: String = "swift",
    plansOnce: Bool = false
  ) {
    self.connectionString = connectionString
    self.database = database
    self.user = user
    self.connectionLimit = max(1, connectionLimit)
    self.waiterLimit = waiterLimit
    self.waitDeadline = waitDeadline
    self.statementTimeout = statementTimeout
    self.connectTimeout = connectTimeout
    self.idleLifetime = idleLifetime
    self.statementCacheLimit = statementCacheLimit
    self.applicationName = applicationName
    self.plansOnce = plansOnce
  }

  /// Keywords for libpq; what stands after the connection string overrules it.
  var parameters: [(String, String)] {
    var parameters = [
      ("connect_timeout", "\(max(2, connectTimeout.components.seconds))"),
      ("fallback_application_name", applicationName),
      ("tcp_user_timeout", "30000"), ("keepalives_idle", "30"),
      ("dbname", connectionString),
      ("client_encoding", "UTF8"),
    ]
    // libpq expands the first dbname alone; a second one is a plain name.
    if let database { parameters.append(("dbname", database)) }
    if let user { parameters.append(("user", user)) }
    return parameters
  }

  /// What every session is set to before its first statement; the text forms rely on it.
  var sessionSettings: String {
    let milliseconds = statementTimeout.map { $0.milliseconds } ?? 0
    return """
      SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET bytea_output = 'hex'; \
      SET extra_float_digits = 1; SET statement_timeout = \(milliseconds); \
      SET plan_cache_mode = \(plansOnce ? "force_generic_plan" : "auto"); \
      SET jit = \(plansOnce ? "off" : "on")
      """
  }
}

extension Duration {
  /// Whole milliseconds, at least 1 and at most what a C `int` holds.
  var milliseconds: Int32 {
    let (seconds, attoseconds) = components
    let bounded = min(max(0, seconds), Int64(Int32.max / 1000 - 1))
    return max(1, Int32(clamping: bounded * 1000 + attoseconds / 1_000_000_000_000_000))
  }
}
