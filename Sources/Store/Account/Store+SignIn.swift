import Crypto
import Foundation
import Postgres
import Programme

/// The limits of signing in and of sessions, by name, in one place.
public enum SessionLimit {
  /// A session that was not used for so long is over.
  public static let idleSeconds = 60.0 * 60
  /// A session is over after so long, used or not.
  public static let absoluteSeconds = 12.0 * 60 * 60
  /// How often the time of the last use is written, at most.
  public static let touchSeconds = 60.0
  /// Random bytes in a token.
  static let tokenBytes = 32
}

extension Store {
  /// Signs somebody in with a new session. An address that nobody has and a wrong password get the
  /// same answer after the same work. Throws ``StoreError/overloaded(retryAfterSeconds:)`` when too
  /// many sign-ins wait already, or a `PostgresError`.
  public func signIn(
    email: String, password: String, from address: String
  ) async throws -> SignIn {
    let email = TrimmedText.of(email).lowercased()
    let admission = try await admit(email, from: address)
    guard case .admitted(let attempt, let hash) = admission else {
      guard case .throttled(let seconds) = admission else { return .refused }
      return .throttled(retryAfterSeconds: seconds)
    }
    guard try await passwords.verify(password, hash) else { return .refused }
    return try await begin(email, attempt: attempt, from: address)
  }

  /// Ends the session of a token; nothing happens when there is none.
  public func signOut(token: String) async throws {
    let scope = Scope(session: SessionToken.hash(token), now: clock())
    try await pool.transaction(preamble: [scope.settings]) { db in
      try db.execute(
        """
        UPDATE session SET ended_at = scope_now()
        WHERE token_hash = (SELECT scope_session()) AND ended_at IS NULL
        """)
    }
  }

  private func begin(
    _ email: String, attempt: Int, from address: String
  ) async throws -> SignIn {
    let token = SessionToken.make(random)
    let now = clock()
    let hash = SessionToken.hash(token)
    let scope = Scope(email: email, session: hash, now: now)
    let session = try await pool.transaction(preamble: [scope.settings]) { db in
      try db.execute("UPDATE sign_in_attempt SET failed = false WHERE id = \(attempt)")
      try db.execute(
        """
        INSERT INTO session (token_hash, person_id, signed_in_at, last_seen_at, ends_at, address)
        SELECT \(Bytes(hash)), p.id, \(Instant(now)), \(Instant(now)),
          \(Instant(now.addingTimeInterval(SessionLimit.absoluteSeconds))), \(address)
        FROM person p WHERE p.email = \(email) AND p.retired_at IS NULL
        """)
      return try db.first(SessionToken.sql) { row in try Session(&row, token: token) }
    }
    guard let session else { return .refused }
    return .signedIn(token: token, session)
  }
}

/// What stands in the cookie: 256 random bits, of which only a hash is stored.
enum SessionToken {
  static func make(_ random: RandomBytes) -> String {
    Hexadecimal.text(random(SessionLimit.tokenBytes))
  }

  /// What is stored; the hash of anything else finds nothing.
  static func hash(_ token: String) -> [UInt8] { Array(SHA256.hash(data: Array(token.utf8))) }

  /// A secret that only who has the token can work out; it protects the session's forms.
  static func csrfSecret(_ token: String) -> [UInt8] {
    let key = SymmetricKey(data: Array(token.utf8))
    return Array(HMAC<SHA256>.authenticationCode(for: Array("csrf".utf8), using: key))
  }

  /// The session of the token in the scope, unless it is over.
  static let sql: SQL = """
    SELECT s.id, s.signed_in_at, s.last_seen_at, s.ends_at, p.id, p.name, p.role, p.email,
      p.programme_id, o.id, o.name, o.code, g.name
    FROM session s JOIN person p ON p.id = s.person_id
      JOIN organisation o ON o.id = p.organisation_id
      JOIN programme g ON g.id = p.programme_id
    WHERE s.token_hash = (SELECT scope_session()) AND s.ended_at IS NULL
      AND s.ends_at > (SELECT scope_now())
      AND s.last_seen_at > (SELECT scope_now()) - interval '60 minutes'
      AND p.retired_at IS NULL
    """
}

extension Session {
  init(_ row: inout RowReader, token: String) throws {
    id = ID(try row.next())
    signedInAt = try row.next(Instant.self).date
    lastSeenAt = try row.next(Instant.self).date
    let end = try row.next(Instant.self).date
    expiresAt = min(end, lastSeenAt.addingTimeInterval(SessionLimit.idleSeconds))
    let person = ID<Person>(try row.next())
    let name = try row.next(String.self)
    let role = try row.choice(Role.self)
    email = try row.next()
    let programme = ID<NationalProgramme>(try row.next())
    viewer = Viewer(
      person: person, name: name, role: role, organisation: ID(try row.next()),
      organisationName: try row.next(), organisationCode: try row.councilCode(),
      programme: programme)
    programmeName = try row.next()
    csrfSecret = SessionToken.csrfSecret(token)
  }
}
