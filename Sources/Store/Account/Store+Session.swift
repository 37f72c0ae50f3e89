import Foundation
import Postgres
import Programme

extension Store {
  /// The session of a token; nil when it is over, was ended, or never was. Its last use is written
  /// at most once a minute.
  public func session(token: String) async throws -> Session? {
    let now = clock()
    let settings = Scope(session: SessionToken.hash(token), now: now).settings
    let found = try await pool.readOnce(
      preamble: [settings], SessionToken.sql, read: { row in try Session(&row, token: token) })
    guard let session = found.first else { return nil }
    guard now.timeIntervalSince(session.lastSeenAt) >= SessionLimit.touchSeconds else {
      return session
    }
    return try await pool.transaction(preamble: [settings]) { db in
      try db.execute(
        """
        UPDATE session SET last_seen_at = scope_now()
        WHERE token_hash = (SELECT scope_session()) AND ended_at IS NULL
        """)
      return try db.first(SessionToken.sql) { row in try Session(&row, token: token) }
    }
  }
}

extension Connection {
  /// The viewer's own sessions that are not over, newest first.
  public func sessions(as viewer: Viewer) throws -> [SessionRow] {
    try query(
      """
      SELECT id, signed_in_at, last_seen_at, address FROM session
      WHERE person_id = \(viewer.person?.uuid as UUID?) AND ended_at IS NULL
        AND ends_at > (SELECT scope_now())
        AND last_seen_at > (SELECT scope_now()) - interval '60 minutes'
      ORDER BY signed_in_at DESC, id
      """
    ) { row in
      SessionRow(
        id: ID(try row.next()), signedInAt: try row.next(Instant.self).date,
        lastSeenAt: try row.next(Instant.self).date, address: try row.next())
    }
  }

  /// Ends one of the viewer's own sessions. Throws ``Refusal/notFound`` for any other.
  public func revokeSession(_ id: ID<Session>, as viewer: Viewer) throws {
    let ended = try execute(
      """
      UPDATE session SET ended_at = scope_now()
      WHERE id = \(id.uuid) AND person_id = \(viewer.person?.uuid as UUID?) AND ended_at IS NULL
      """)
    if ended == 0 { throw Refusal.notFound }
  }
}
