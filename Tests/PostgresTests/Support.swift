import Foundation
import Postgres
import Synchronization
import Testing

/// Blocks the thread for a millisecond.
func shortSleep() { Thread.sleep(forTimeInterval: 0.001) }

/// Where the server of a test listens.
struct Socket {
  var directory: String
  var port: Int
  var configuration: PoolConfiguration
}

extension Pool {
  /// The server's first socket directory, and how to reach the same database through it.
  func socket() async throws -> Socket {
    let row = try await withConnection { connection in
      try #require(
        try connection.first(
          """
          SELECT split_part(current_setting('unix_socket_directories'), ',', 1),
            current_setting('port')::int8, current_database(), current_user
          """))
    }
    var configuration = PoolConfiguration(connectionString: "")
    configuration.database = try row.get(2)
    configuration.user = try row.get(3)
    return Socket(
      directory: try row.get(0), port: try row.get(1), configuration: configuration)
  }
}

/// A value that a test's tasks share.
final class Shared<Value: Sendable>: Sendable {
  private let mutex: Mutex<Value>

  init(_ value: Value) { mutex = Mutex(value) }

  func withLock<Result: Sendable>(_ body: (inout Value) -> Result) -> Result {
    mutex.withLock { value in body(&value) }
  }
}
