import Crypto
import Foundation

/// The key that signs what the server hands out: from the environment, or made once and kept.
public enum SecretKey {
  static let shortestBytes = 32

  /// The key that signs the journal's head, derived from `SECRET` or from the key kept in the
  /// directory; 32 bytes. Throws a ``ConfigurationProblem``.
  public static func journalKey(
    environment: [String: String], keptIn directory: String
  ) throws -> [UInt8] {
    let secret = try read(environment["SECRET"], keptIn: directory)
    return Array(
      HMAC<SHA256>.authenticationCode(for: Data("journal head".utf8), using: secret))
  }

  /// The given secret, else the one kept in the directory, which is made at the first start.
  static func read(_ given: String?, keptIn directory: String) throws -> SymmetricKey {
    if let given, !given.isEmpty {
      guard given.utf8.count >= shortestBytes else {
        throw ConfigurationProblem(
          variable: "SECRET", expected: "at least \(shortestBytes) random characters")
      }
      return SymmetricKey(data: SHA256.hash(data: Data(given.utf8)))
    }
    return try kept(in: directory)
  }

  private static func kept(in directory: String) throws -> SymmetricKey {
    let path = directory + "/web.key"
    if let bytes = FileManager.default.contents(atPath: path), bytes.count == shortestBytes {
      return SymmetricKey(data: bytes)
    }
    let key = SymmetricKey(size: .bits256)
    let bytes = key.withUnsafeBytes { Data($0) }
    let isMade = FileManager.default.createFile(
      atPath: path, contents: bytes, attributes: [.posixPermissions: 0o600])
    guard isMade else {
      throw ConfigurationProblem(
        variable: "SECRET", expected: "given, for \(path) cannot be written")
    }
    return key
  }
}
