import CArgon2
import Dispatch
import Synchronization

/// Argon2id, off the executors of requests and connections, a bounded number at a time.
final class PasswordHasher: Sendable {
  /// The parameters of OWASP's recommendation: 19 MiB, two passes, one lane.
  private static let memoryKibibytes: UInt32 = 19_456
  private static let passes: UInt32 = 2
  private static let lanes: UInt32 = 1
  private static let saltBytes = 16
  private static let hashBytes = 32
  /// The longest password that is looked at, in bytes.
  static let passwordLimitBytes = 1_024

  private let threads: DispatchSemaphore
  private let queue = DispatchQueue(label: "concordat.password", attributes: .concurrent)
  private let pending = Mutex(0)
  private let pendingLimit: Int
  private let threadLimit: Int
  private let random: RandomBytes

  init(threads: Int, queueLimit: Int, random: RandomBytes) {
    self.threads = DispatchSemaphore(value: threads)
    threadLimit = threads
    pendingLimit = threads + queueLimit
    self.random = random
  }

  /// The encoded hash of a password, with a new salt. Throws ``StoreError/overloaded(retryAfterSeconds:)``.
  func hash(_ password: String) async throws -> String {
    let salt = random(PasswordHasher.saltBytes)
    return try await run { try PasswordHasher.encode(password, salt: salt) }
  }

  /// Whether a password has that hash. Without a hash (nobody has that address) the same work is
  /// done for nothing. Throws ``StoreError/overloaded(retryAfterSeconds:)``.
  func verify(_ password: String, _ hash: String?) async throws -> Bool {
    try await run {
      guard let hash else {
        _ = try PasswordHasher.encode(
          password, salt: [UInt8](repeating: 0, count: PasswordHasher.saltBytes))
        return false
      }
      let bytes = PasswordHasher.limited(password)
      return argon2id_verify(hash, bytes, bytes.count) == ARGON2_OK.rawValue
    }
  }

  private func run<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
    let isAdmitted = pending.withLock { pending in
      guard pending < pendingLimit else { return false }
      pending += 1
      return true
    }
    guard isAdmitted else { throw StoreError.overloaded(retryAfterSeconds: 2) }
    defer { pending.withLock { $0 -= 1 } }
    return try await withCheckedThrowingContinuation { continuation in
      queue.async {
        self.threads.wait()
        defer { self.threads.signal() }
        continuation.resume(with: Result { try work() })
      }
    }
  }

  private static func encode(_ password: String, salt: [UInt8]) throws -> String {
    let bytes = limited(password)
    let length = argon2_encodedlen(
      passes, memoryKibibytes, lanes, UInt32(salt.count), UInt32(hashBytes), Argon2_id)
    var encoded = [CChar](repeating: 0, count: length)
    let status = argon2id_hash_encoded(
      passes, memoryKibibytes, lanes, bytes, bytes.count, salt, salt.count, hashBytes, &encoded,
      encoded.count)
    guard status == ARGON2_OK.rawValue else {
      throw StoreError.inconsistent("Argon2id failed with \(status)")
    }
    return String(decoding: encoded.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func limited(_ password: String) -> [UInt8] {
    Array(password.utf8.prefix(passwordLimitBytes))
  }
}
