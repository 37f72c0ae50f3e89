import Foundation
import Postgres
import Programme

extension Connection {
  /// Every version of the charter with who accepted it, the newest first.
  public func charters(as viewer: Viewer) throws -> [StoredCharter] {
    guard viewer.may(.readProgramme) else { return [] }
    var charters = try query(
      """
      SELECT c.id, c.number, c.made_at, c.made_by, c.body, c.news FROM charter c
      WHERE c.programme_id = \(viewer.programme.uuid)
      ORDER BY c.number DESC
      LIMIT \(ProgrammeLimit.charters)
      """
    ) { row in
      StoredCharter(
        id: ID(try row.next()), number: try row.next(),
        madeAt: try row.next(Instant.self).date, madeBy: try row.next(),
        charter: Charter(text: try row.next(), news: try row.next()))
    }
    let acceptances = try acceptances(as: viewer)
    for place in charters.indices {
      charters[place].acceptances = acceptances[charters[place].id] ?? [:]
    }
    return charters
  }

  private func acceptances(
    as viewer: Viewer
  ) throws -> [ID<Charter>: [ID<Organisation>: StoredCharter.Acceptance]] {
    let rows = try query(
      """
      SELECT a.charter_id, a.organisation_id, a.accepted_at, a.accepted_by
      FROM charter_acceptance a WHERE a.programme_id = \(viewer.programme.uuid)
      ORDER BY a.charter_id, a.organisation_id
      """
    ) { row in
      (
        ID<Charter>(try row.next()), ID<Organisation>(try row.next()),
        StoredCharter.Acceptance(at: try row.next(Instant.self).date, by: try row.next())
      )
    }
    return Dictionary(grouping: rows, by: \.0).mapValues { rows in
      Dictionary(rows.map { ($0.1, $0.2) }, uniquingKeysWith: { $1 })
    }
  }
}
