import Foundation
import Postgres
import Programme

/// The limits of tokens for programs, by name, in one place.
public enum TokenLimit {
  /// How long a token lasts unless told otherwise, in days.
  public static let days = 90
  /// The longest a token may last, in days.
  public static let daysMaximum = 366
  static let daySeconds = 24.0 * 60 * 60
}

/// Tokens by which a person's programs ask the API. Only a hash of each is stored.
extension Store {
  /// The person whose program presents a token, as a session that has no cookie; nil when the token
  /// is over, was ended, or never was.
  public func session(bearer token: String) async throws -> Session? {
    let scope = Scope(session: SessionToken.hash(token), now: clock())
    return try await pool.readOnce(
      preamble: [scope.settings], Store.tokenSQL, read: { row in try Session(&row, token: token) }
    ).first
  }

  /// Makes a token for the person of an address; it is told once and kept nowhere. Throws
  /// ``Refusal/notFound`` for an address that nobody has.
  public func makeToken(for email: String, days: Int = TokenLimit.days) async throws -> String {
    let token = SessionToken.make(random)
    let now = clock()
    let end = now.addingTimeInterval(
      Double(min(max(1, days), TokenLimit.daysMaximum)) * TokenLimit.daySeconds)
    let made = try await ownerPool.transaction(preamble: [operatorScope.settings]) { db in
      try db.execute(
        """
        INSERT INTO access_token (token_hash, person_id, made_at, ends_at)
        SELECT \(Bytes(SessionToken.hash(token))), p.id, \(Instant(now)), \(Instant(end))
        FROM person p WHERE p.email = \(email.lowercased()) AND p.retired_at IS NULL
        """)
    }
    guard made == 1 else { throw Refusal.notFound }
    return token
  }

  /// Ends every token of the person of an address, and returns how many there were.
  public func revokeTokens(of email: String) async throws -> Int {
    try await ownerPool.transaction(preamble: [operatorScope.settings]) { db in
      try db.execute(
        """
        UPDATE access_token SET ended_at = scope_now()
        WHERE ended_at IS NULL
          AND person_id = (SELECT p.id FROM person p WHERE p.email = \(email.lowercased()))
        """)
    }
  }

  /// The same columns as a session's.
  private static let tokenSQL: SQL = """
    SELECT t.id, t.made_at, scope_now(), t.ends_at, p.id, p.name, p.role, p.email,
      p.programme_id, o.id, o.name, o.code, g.name
    FROM access_token t JOIN person p ON p.id = t.person_id
      JOIN organisation o ON o.id = p.organisation_id
      JOIN programme g ON g.id = p.programme_id
    WHERE t.token_hash = (SELECT scope_session()) AND t.ended_at IS NULL
      AND t.ends_at > (SELECT scope_now()) AND p.retired_at IS NULL
    """
}
