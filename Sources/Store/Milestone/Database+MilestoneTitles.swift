import Foundation
import Postgres
import Programme

extension Connection {
  /// The milestones that were not withdrawn, by the identity of their party and their title in lower
  /// case, with a space between.
  public func milestonesByTitle(as viewer: Viewer) throws -> [String: ID<Milestone>] {
    guard viewer.may(.readProgramme) else { return [:] }
    let rows = try query(
      """
      SELECT m.organisation_id, lower(m.title), m.id FROM milestone m
      WHERE m.programme_id = \(viewer.programme.uuid) AND m.withdrawn_at IS NULL
      ORDER BY m.id
      """
    ) { row in
      let party = ID<Organisation>(try row.next())
      return ("\(party) \(try row.next(String.self))", ID<Milestone>(try row.next()))
    }
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }
}
