import Foundation
import Postgres
import Programme

extension Connection {
  /// Writes a new milestone.
  func insert(_ write: MilestoneWrite, as viewer: Viewer) throws {
    let milestone = write.milestone
    try execute(
      """
      INSERT INTO milestone (id, programme_id, organisation_id, version, changed_at, title,
        description, office, owner_id, baseline_day, forecast_day, actual_day, slip_reason)
      VALUES (\(write.id.uuid), \(viewer.programme.uuid), \(write.party.uuid), 1, scope_now(),
        \(milestone.title), \(milestone.description), \(milestone.office),
        \(write.owner?.id.uuid as UUID?), \(milestone.baseline.description)::text::date,
        \(milestone.forecast.description)::text::date,
        \(milestone.actual?.description as String?)::text::date, \(milestone.slipReason))
      """)
  }

  /// Writes a milestone over what it was; the caller holds the plan's lock.
  func update(_ write: MilestoneWrite, as viewer: Viewer) throws {
    let milestone = write.milestone
    try execute(
      """
      UPDATE milestone SET version = \(write.version), changed_at = scope_now(),
        title = \(milestone.title), description = \(milestone.description),
        office = \(milestone.office), owner_id = \(write.owner?.id.uuid as UUID?),
        baseline_day = \(milestone.baseline.description)::text::date,
        forecast_day = \(milestone.forecast.description)::text::date,
        actual_day = \(milestone.actual?.description as String?)::text::date,
        slip_reason = \(milestone.slipReason)
      WHERE id = \(write.id.uuid) AND programme_id = \(viewer.programme.uuid)
      """)
  }
}
