import Foundation
import Postgres
import Programme

extension Store {
  /// Whoever's calendar an address shows, by the secret in it; nil for any other. The secret opens
  /// nothing but the calendar.
  public func calendarViewer(token: String) async throws -> Viewer? {
    let scope = Scope(session: SessionToken.hash(token), now: clock())
    return try await pool.readOnce(
      preamble: [scope.settings], Store.calendarSQL, read: { row in try Viewer(calendar: &row) }
    ).first
  }

  private static let calendarSQL: SQL = """
    SELECT p.id, p.name, p.role, o.id, o.name, o.code, p.programme_id
    FROM calendar_link c JOIN person p ON p.id = c.person_id
      JOIN organisation o ON o.id = p.organisation_id
    WHERE c.token_hash = (SELECT scope_session()) AND c.ended_at IS NULL AND p.retired_at IS NULL
    """
}

/// The address of somebody's calendar, as its owner sees it.
public struct CalendarLink: Sendable, Hashable {
  /// The identity, from which the secret is derived outside the database.
  public let id: ID<CalendarLink>
  /// When it was made.
  public let madeAt: Date
}

extension Connection {
  /// The viewer's own calendar address; nil when there is none.
  public func calendarLink(as viewer: Viewer) throws -> CalendarLink? {
    try first(
      """
      SELECT c.id, c.made_at FROM calendar_link c WHERE c.ended_at IS NULL AND \(viewer.owns("c"))
      """
    ) { row in CalendarLink(id: ID(try row.next()), madeAt: try row.next(Instant.self).date) }
  }

  /// Gives the viewer's calendar an address with a new secret, of which a hash is kept; the one
  /// before it opens nothing any more. Throws ``Refusal/forbidden`` for one who is nobody in
  /// particular.
  public func addCalendarLink(
    _ id: ID<CalendarLink>, token: String, as viewer: Viewer
  ) throws {
    guard let person = viewer.person else { throw Refusal.forbidden }
    try endCalendarLink(as: viewer)
    try execute(
      """
      INSERT INTO calendar_link (id, token_hash, programme_id, organisation_id, person_id, made_at)
      VALUES (\(id.uuid), \(Bytes(SessionToken.hash(token))), \(viewer.programme.uuid),
        \(viewer.organisation.uuid), \(person.uuid), scope_now())
      """)
  }

  /// Ends the address of the viewer's calendar, if it has one.
  public func endCalendarLink(as viewer: Viewer) throws {
    try execute(
      """
      UPDATE calendar_link c SET ended_at = scope_now()
      WHERE c.ended_at IS NULL AND \(viewer.owns("c"))
      """)
  }
}

extension Viewer {
  fileprivate init(calendar row: inout RowReader) throws {
    let person = ID<Person>(try row.next())
    let name = try row.next(String.self)
    let role = try row.choice(Role.self)
    self.init(
      person: person, name: name, role: role, organisation: ID(try row.next()),
      organisationName: try row.next(), organisationCode: try row.councilCode(),
      programme: ID(try row.next()))
  }
}
