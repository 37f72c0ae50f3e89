import Crypto
import Foundation
import Programme

/// How far the journal is chained: the last link's place and hash.
public struct SealHead: Sendable, Hashable {
  /// The place of the last link, from 1; 0 when nothing is sealed.
  public let position: Int
  /// The hash of the last link; the empty chain's is 32 zeros.
  public let hash: [UInt8]

  /// The head of the empty chain.
  static let empty = SealHead(position: 0, hash: [UInt8](repeating: 0, count: 32))
}

/// Where the signed head is kept, outside the database, so that whoever can write to the database
/// cannot cut the journal's end off unseen.
public struct SealKeeper: Sendable {
  private let key: SymmetricKey
  private let read: @Sendable () throws -> String?
  private let write: @Sendable (String) throws -> Void

  /// A keeper that signs with a key of at least 32 bytes, and reads and writes one line of text.
  /// `read` gives nil when nothing was ever written.
  public init(
    key: [UInt8], read: @escaping @Sendable () throws -> String?,
    write: @escaping @Sendable (String) throws -> Void
  ) throws {
    guard key.count >= 32 else {
      throw StoreError.configuration("the key that signs the journal's head needs 32 bytes")
    }
    self.key = SymmetricKey(data: key)
    self.read = read
    self.write = write
  }

  /// A keeper with a file, replaced in one step.
  public init(key: [UInt8], file path: String) throws {
    let url = URL(fileURLWithPath: path)
    try self.init(
      key: key,
      read: {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        return try String(contentsOf: url, encoding: .utf8)
      },
      write: { line in try Data(line.utf8).write(to: url, options: .atomic) })
  }

  /// The head as it was last kept; nil when none was. Throws ``StoreError/inconsistent(_:)`` when
  /// the text is not signed with the key.
  func head() throws -> SealHead? {
    guard let line = try read() else { return nil }
    let parts = line.split(whereSeparator: \.isWhitespace)
    guard parts.count == 3, let position = Int(parts[0]), let hash = Hexadecimal.bytes(parts[1]),
      let signature = Hexadecimal.bytes(parts[2]),
      HMAC<SHA256>.isValidAuthenticationCode(
        signature, authenticating: message(position, hash), using: key)
    else {
      throw StoreError.inconsistent("the journal's head outside the database is not signed by us")
    }
    return SealHead(position: position, hash: hash)
  }

  /// Keeps a head.
  func keep(_ head: SealHead) throws {
    let code = HMAC<SHA256>.authenticationCode(
      for: message(head.position, head.hash), using: key)
    try write(
      "\(head.position) \(Hexadecimal.text(head.hash)) \(Hexadecimal.text(Array(code)))\n")
  }

  private func message(_ position: Int, _ hash: [UInt8]) -> [UInt8] {
    Array("\(position) \(Hexadecimal.text(hash))".utf8)
  }
}
