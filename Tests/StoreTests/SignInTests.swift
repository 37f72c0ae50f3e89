import Foundation
import Postgres
import Programme
import TestSupport
import Testing

@testable import Store

@Suite(.enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct SignInTests {
  static let password = "correct horse battery"

  @Test("A sign-in makes a new session each time, of which only a hash is stored")
  func signIn() async throws {
    try await TestDatabase.run { database in
      try await database.addOfficer()
      let one = try #require(try await database.signIn())
      let other = try #require(try await database.signIn())
      #expect(one.token != other.token)
      #expect(one.token.utf8.count == 64)
      #expect(one.session.csrfSecret != other.session.csrfSecret)
      let session = try await database.store.session(token: one.token)
      #expect(session == one.session)
      #expect(session?.viewer.role == .council)
      #expect(session?.viewer.organisationCode?.description == "S12000040")
      let found = try await database.count(
        "SELECT count(*) FROM session WHERE encode(token_hash, 'hex') = \(one.token)")
      #expect(found == 0)
    }
  }

  @Test(
    "A wrong password and an unknown address get the same answer",
    arguments: [
      ("council@example.org", "wrong"), ("nobody@example.org", password), ("", ""),
      ("council@example.org", ""), ("council@example.org\u{0}", password),
    ])
  func refused(email: String, password: String) async throws {
    try await TestDatabase.run { database in
      try await database.addOfficer()
      let answer = try? await database.store.signIn(
        email: email, password: password, from: "192.0.2.1")
      if case .signedIn = answer { Testing.Issue.record("signed in") }
      if case .throttled = answer { Testing.Issue.record("throttled") }
    }
  }

  @Test(
    "A session ends an hour after its last use",
    arguments: [
      (seconds: 3_599.0, lives: true), (seconds: 3_600.0, lives: false),
    ])
  func idle(seconds: Double, lives: Bool) async throws {
    try await TestDatabase.run { database in
      try await database.addOfficer()
      let (token, _) = try #require(try await database.signIn())
      database.clock.advance(seconds: seconds)
      let session = try await database.store.session(token: token)
      #expect((session != nil) == lives)
    }
  }

  @Test("A session that is used all the time ends after twelve hours")
  func absolute() async throws {
    try await TestDatabase.run { database in
      try await database.addOfficer()
      let (token, session) = try #require(try await database.signIn())
      for _ in 0..<23 {
        database.clock.advance(seconds: 30 * 60)
        #expect(try await database.store.session(token: token) != nil)
      }
      let last = try await database.store.session(token: token)
      #expect(last?.expiresAt == session.signedInAt.addingTimeInterval(12 * 60 * 60))
      database.clock.advance(seconds: 30 * 60)
      #expect(try await database.store.session(token: token) == nil)
    }
  }

  @Test("The last use is written at most once a minute")
  func touch() async throws {
    try await TestDatabase.run { database in
      try await database.addOfficer()
      let (token, first) = try #require(try await database.signIn())
      database.clock.advance(seconds: 59)
      #expect(try await database.store.session(token: token)?.lastSeenAt == first.lastSeenAt)
      database.clock.advance(seconds: 1)
      #expect(
        try await database.store.session(token: token)?.lastSeenAt
          == first.lastSeenAt.addingTimeInterval(60))
    }
  }

  @Test("Signing out, revoking and a new password each end a session at once")
  func endings() async throws {
    try await TestDatabase.run { database in
      try await database.addOfficer()
      let (first, _) = try #require(try await database.signIn())
      let (second, other) = try #require(try await database.signIn())
      let (third, _) = try #require(try await database.signIn())
      try await database.store.signOut(token: first)
      #expect(try await database.store.session(token: first) == nil)
      let viewer = other.viewer
      let listed = try await database.store.read(as: viewer) { db in
        try db.sessions(as: viewer)
      }
      #expect(listed.count == 2)
      try await database.store.write(as: viewer, .test()) { db in
        try db.revokeSession(other.id, as: viewer)
      }
      #expect(try await database.store.session(token: second) == nil)
      #expect(try await database.store.session(token: third) != nil)
      try await database.store.setPassword("another long password", of: "council@example.org")
      #expect(try await database.store.session(token: third) == nil)
    }
  }

  @Test("Nobody revokes somebody else's session")
  func foreignSession() async throws {
    try await TestDatabase.run { database in
      try await database.addOfficer()
      try await database.addOfficer(email: "other@example.org")
      let (token, session) = try #require(try await database.signIn())
      let (_, stranger) = try #require(try await database.signIn(email: "other@example.org"))
      await #expect(throws: Refusal.notFound) {
        try await database.store.write(as: stranger.viewer, .test()) { db in
          try db.revokeSession(session.id, as: stranger.viewer)
        }
      }
      #expect(try await database.store.session(token: token) != nil)
    }
  }

  @Test("Failures slow one account and address down, and no one else; the right password waits too")
  func throttling() async throws {
    try await TestDatabase.run { database in
      try await database.addOfficer()
      try await database.addOfficer(email: "other@example.org")
      for _ in 0..<5 {
        guard case .refused = try await database.attempt(password: "wrong") else {
          Testing.Issue.record("not refused")
          return
        }
      }
      guard case .throttled(let seconds) = try await database.attempt() else {
        Testing.Issue.record("not throttled")
        return
      }
      #expect(seconds == 1)
      // The owner is not locked out from elsewhere, nor is another account from here.
      #expect(try await database.signIn(from: "198.51.100.7") != nil)
      #expect(try await database.signIn(email: "other@example.org") != nil)
      database.clock.advance(seconds: 1)
      #expect(try await database.signIn() != nil)
    }
  }

  @Test("Twenty guesses at once are no more than twenty one after another")
  func burst() async throws {
    try await TestDatabase.run { database in
      try await database.addOfficer()
      let checked = await withTaskGroup(of: Bool.self) { group in
        for _ in 0..<20 {
          group.addTask {
            guard case .refused? = try? await database.attempt(password: "wrong") else {
              return false
            }
            return true
          }
        }
        return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      #expect(checked == 5)
    }
  }

  @Test(
    "The wait doubles up to its limit and never overflows",
    arguments: [
      (failures: 4, wait: 0), (failures: 5, wait: 1), (failures: 6, wait: 2),
      (failures: 12, wait: 128), (failures: 15, wait: 900), (failures: 1_000_000, wait: 900),
    ])
  func waits(failures: Int, wait: Int) {
    #expect(Throttle.pair.wait(after: failures) == wait)
  }

  @Test("A full queue of passwords is refused before any work")
  func overload() async throws {
    let hasher = PasswordHasher(threads: 1, queueLimit: 1, random: .system)
    let refused = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<12 {
        group.addTask {
          do {
            _ = try await hasher.verify("a password", nil)
            return false
          } catch {
            return (error as? StoreError) == .overloaded(retryAfterSeconds: 2)
          }
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(refused > 0)
    let hash = try await hasher.hash("a password")
    #expect(hash.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
    #expect(try await hasher.verify("a password", hash))
    #expect(try await !hasher.verify("another password", hash))
  }
}

extension TestDatabase {
  func addOfficer(email: String = "council@example.org") async throws {
    _ = try await store.addPerson(
      Person(name: "Iain", email: email, role: .council), password: SignInTests.password,
      organisation: World.westLothian, programme: World.programme, by: .test("person.add"))
  }

  func attempt(
    email: String = "council@example.org", password: String = SignInTests.password,
    from address: String = "192.0.2.1"
  ) async throws -> SignIn {
    try await store.signIn(email: email, password: password, from: address)
  }

  func signIn(
    email: String = "council@example.org", from address: String = "192.0.2.1"
  ) async throws -> (token: String, session: Session)? {
    guard case .signedIn(let token, let session) = try await attempt(email: email, from: address)
    else { return nil }
    return (token, session)
  }
}
