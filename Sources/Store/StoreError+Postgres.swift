import Postgres

extension StoreError {
  /// Whether an error passes by itself: no connection was free in time, or the database cannot be
  /// reached or is starting again. Worth trying again shortly; nothing was changed.
  public static func isTemporary(_ error: any Error) -> Bool {
    switch (error as? PostgresError)?.kind {
    case .connection, .poolTimeout, .poolClosed, .lockNotAvailable: true
    default: false
    }
  }
}
