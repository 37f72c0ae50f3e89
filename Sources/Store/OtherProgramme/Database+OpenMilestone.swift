import Foundation
import Postgres
import Programme

/// A milestone that is not reached, as other programmes may clash with it.
public struct OpenMilestone: Sendable, Hashable {
  /// The identity.
  public let id: ID<Milestone>
  /// Whose it is.
  public let party: ID<Organisation>
  /// That party's name.
  public let partyName: String
  /// The title.
  public let title: String
  /// When it is expected.
  public let day: Programme.Day
}

extension Connection {
  /// The milestones of the programme that are not reached, by day, at most
  /// ``ProgrammeLimit/openMilestones``.
  public func openMilestones(as viewer: Viewer) throws -> [OpenMilestone] {
    guard viewer.may(.readProgramme) else { return [] }
    return try query(
      """
      SELECT m.id, m.organisation_id, o.name, m.title, m.due_day
      FROM milestone m JOIN organisation o ON o.id = m.organisation_id
      WHERE m.programme_id = \(viewer.programme.uuid) AND m.withdrawn_at IS NULL
        AND m.actual_day IS NULL
      ORDER BY m.due_day, m.id
      LIMIT \(ProgrammeLimit.openMilestones)
      """
    ) { row in
      OpenMilestone(
        id: ID(try row.next()), party: ID(try row.next()), partyName: try row.next(),
        title: try row.next(), day: try row.day())
    }
  }
}
