@testable import Store

/// The password of everybody in tests, hashed once: that is slow on purpose.
enum TestPassword {
  static let text = "correct horse battery"

  static let hash = Task {
    try await PasswordHasher(threads: 1, queueLimit: 1, random: .system).hash(text)
  }
}
