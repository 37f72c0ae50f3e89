import Foundation

/// Where the database is, and the limits of its use.
public struct StoreConfiguration: Sendable {
  /// The connection string of the role that serves, subject to row-level security.
  public var databaseURL: String
  /// The connection string of the role that migrates; the serving role's where there is one role.
  public var ownerURL: String?
  /// Connections open at the same time, at most. Two a processor: with more the database's
  /// processes crowd each other out, and the slowest answers come later.
  public var connections = max(4, 2 * ProcessInfo.processInfo.activeProcessorCount)
  /// How long a request waits for a connection before it is refused.
  public var waitDeadline = Duration.seconds(5)
  /// How long one statement may run.
  public var statementTimeout = Duration.seconds(30)
  /// Password hashes worked out at the same time, at most; each takes 19 MiB.
  public var passwordHashers = 2
  /// Sign-ins that may wait for a password hash; one more is refused at once.
  public var passwordQueueLimit = 32

  /// The limits above and the databases named.
  public init(databaseURL: String, ownerURL: String? = nil) {
    self.databaseURL = databaseURL
    self.ownerURL = ownerURL
  }

  /// Reads `DATABASE_URL`, `DATABASE_OWNER_URL`, `DATABASE_CONNECTIONS` and `PASSWORD_HASHERS`.
  /// Throws ``StoreError/configuration(_:)`` naming the variable.
  public init(environment: [String: String]) throws {
    guard let url = environment["DATABASE_URL"], !url.isEmpty else {
      throw StoreError.configuration("DATABASE_URL is not set: name the database to use")
    }
    self.init(databaseURL: url, ownerURL: environment["DATABASE_OWNER_URL"])
    connections = try StoreConfiguration.whole(
      "DATABASE_CONNECTIONS", in: environment, 1...200, or: connections)
    passwordHashers = try StoreConfiguration.whole(
      "PASSWORD_HASHERS", in: environment, 1...64, or: passwordHashers)
  }

  private static func whole(
    _ name: String, in environment: [String: String], _ bounds: ClosedRange<Int>, or standard: Int
  ) throws -> Int {
    guard let text = environment[name], !text.isEmpty else { return standard }
    guard let value = Int(text), bounds.contains(value) else {
      throw StoreError.configuration(
        "\(name) must be a whole number from \(bounds.lowerBound) to \(bounds.upperBound)")
    }
    return value
  }
}
