import Foundation
import Postgres
import Programme

extension Connection {
  /// The days that a milestone had before, newest first.
  func moves(of id: ID<Milestone>, as viewer: Viewer) throws -> [StoredMove] {
    try query(
      """
      SELECT v.number, v.what, v.from_day, v.to_day, v.because, v.moved_at, v.moved_by
      FROM milestone_move v
      WHERE v.milestone_id = \(id.uuid) AND v.programme_id = \(viewer.programme.uuid)
      ORDER BY v.number DESC
      """
    ) { row in
      StoredMove(
        number: try row.next(), what: try row.choice(StoredMove.What.self), from: try row.day(),
        to: try row.day(), because: try row.next(), movedAt: try row.next(Instant.self).date,
        movedBy: try row.next())
    }
  }

  /// Every warning of a milestone, newest first.
  func warnings(of id: ID<Milestone>, as viewer: Viewer) throws -> [StoredWarning] {
    try query(
      """
      SELECT w.days_late, w.likelihood, w.reason, w.raised_at, w.raised_by, w.settled_at,
        w.settled_because
      FROM early_warning w
      WHERE w.milestone_id = \(id.uuid) AND w.programme_id = \(viewer.programme.uuid)
      ORDER BY w.raised_at DESC, w.id
      """
    ) { row in
      let warning = EarlyWarning(
        daysLate: try row.next(), likelihood: try row.choice(EarlyWarning.Likelihood.self),
        reason: try row.next())
      return StoredWarning(
        warning: warning, raisedAt: try row.next(Instant.self).date, raisedBy: try row.next(),
        settledAt: try row.next(Instant?.self)?.date,
        settledBecause: try row.next(String?.self) ?? "")
    }
  }
}
