import Foundation
import Postgres
import Programme

extension Connection {
  /// The parties that take part in the programme today: co-ordinating bodies, councils, suppliers and
  /// others, each kind by name.
  public func parties(as viewer: Viewer) throws -> [PartyRow] {
    guard viewer.may(.readParties) else { return [] }
    return try query(
      """
      SELECT o.id, o.kind, o.name, o.code, m.capacity
      FROM membership m JOIN organisation o ON o.id = m.organisation_id
      WHERE m.programme_id = \(viewer.programme.uuid)
        AND m.from_day <= \(SQL.today) AND (m.to_day IS NULL OR m.to_day >= \(SQL.today))
      ORDER BY o.kind, lower(o.name), o.id
      """
    ) { row in
      PartyRow(
        id: ID(try row.next()), kind: try row.choice(OrganisationKind.self), name: try row.next(),
        code: try row.councilCode(), capacity: try row.choice(Capacity.self))
    }
  }

  /// Who acts for the parties of the programme, by name: of one party, or of all.
  public func participants(
    of party: ID<Organisation>? = nil, as viewer: Viewer
  ) throws -> [Participant] {
    guard viewer.may(.readProgramme) else { return [] }
    return try query(
      """
      SELECT p.id, p.name, p.role, o.id, o.name
      FROM person p JOIN organisation o ON o.id = p.organisation_id
      WHERE p.programme_id = \(viewer.programme.uuid) AND p.retired_at IS NULL
        AND p.role IN ('coordinator', 'council', 'partner', 'board')
        AND (p.organisation_id = \(party?.uuid as UUID?) OR \(party == nil))
      ORDER BY lower(o.name), o.id, lower(p.name), p.id
      """
    ) { row in
      Participant(
        id: ID(try row.next()), name: try row.next(), role: try row.choice(Role.self),
        party: ID(try row.next()), partyName: try row.next())
    }
  }
}
