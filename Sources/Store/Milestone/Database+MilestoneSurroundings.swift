import Foundation
import Postgres
import Programme

extension Connection {
  /// All that is known around one milestone: a query for each kind of thing.
  public func surroundings(
    of id: ID<Milestone>, as viewer: Viewer
  ) throws -> MilestoneSurroundings {
    let plan = try milestonePlan(as: viewer)
    let needs = try lags(of: id, as: viewer)
    let ids = needs.map(\.other.uuid)
    let others = try storedMilestones(
      where: "m.id = ANY (\(ids))", limit: MilestoneLimit.inProgramme, as: viewer)
    let byID = Dictionary(others.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    func ends(_ isNeeded: Bool) -> [NeededMilestone] {
      needs.filter { $0.isNeeded == isNeeded }.compactMap { need in
        byID[need.other].map { NeededMilestone(milestone: $0, lagDays: need.lagDays) }
      }.sorted { $0.milestone.milestone.day < $1.milestone.milestone.day }
    }
    return MilestoneSurroundings(
      needs: ends(true).reversed(), neededBy: ends(false),
      benefits: try benefits(waitingFor: [id], as: viewer), moves: try moves(of: id, as: viewer),
      warnings: try warnings(of: id, as: viewer), stuck: plan.stuck)
  }

  /// The needs that a milestone has and those that others have of it.
  private func lags(of id: ID<Milestone>, as viewer: Viewer) throws -> [MilestoneLag] {
    try query(
      """
      SELECT d.milestone_id = \(id.uuid),
        CASE WHEN d.milestone_id = \(id.uuid) THEN d.needs_id ELSE d.milestone_id END, d.lag_days
      FROM milestone_dependency d
      WHERE d.programme_id = \(viewer.programme.uuid)
        AND (d.milestone_id = \(id.uuid) OR d.needs_id = \(id.uuid))
      ORDER BY d.milestone_id, d.needs_id
      """
    ) { row in
      MilestoneLag(
        isNeeded: try row.next(), other: ID(try row.next()), lagDays: try row.next())
    }
  }

  /// The benefits within sight that wait for some milestones, by council and reference.
  func benefits(
    waitingFor milestones: [ID<Milestone>], as viewer: Viewer
  ) throws -> [WaitingBenefit] {
    guard viewer.may(.readBenefits) else { return [] }
    return try query(
      """
      SELECT b.id, b.reference, b.title, b.organisation_name, b.visibility,
        r.base_year + coalesce(b.start_year, 0), l.milestone_id
      FROM milestone_benefit l JOIN benefit b ON b.id = l.benefit_id
        LEFT JOIN register r ON r.programme_id = b.programme_id
          AND r.organisation_id = b.organisation_id
      WHERE l.milestone_id = ANY (\(milestones.map(\.uuid))) AND b.removed_at IS NULL
        AND \(viewer.sees("b"))
      ORDER BY lower(b.organisation_name), b.reference_order, b.id, l.milestone_id
      """
    ) { row in
      WaitingBenefit(
        id: ID(try row.next()), reference: try row.next(), title: try row.next(),
        councilName: try row.next(), visibility: try row.choice(Visibility.self),
        startYear: try row.next(Int?.self).flatMap { FinancialYear(firstYear: $0) },
        milestone: ID(try row.next()))
    }
  }

  /// The milestones that a benefit waits for, soonest first.
  public func milestones(
    awaitedBy benefit: ID<Benefit>, as viewer: Viewer
  ) throws -> [StoredMilestone] {
    try storedMilestones(
      where: """
        m.withdrawn_at IS NULL AND m.id IN (
          SELECT l.milestone_id FROM milestone_benefit l WHERE l.benefit_id = \(benefit.uuid))
        """, limit: MilestoneLimit.needs, as: viewer)
  }

  private func moves(of id: ID<Milestone>, as viewer: Viewer) throws -> [StoredMove] {
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

  private func warnings(of id: ID<Milestone>, as viewer: Viewer) throws -> [StoredWarning] {
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

/// One end of a need, seen from the other.
private struct MilestoneLag: Sendable {
  /// Whether the other one is needed, else it is the one that waits.
  let isNeeded: Bool
  let other: ID<Milestone>
  let lagDays: Int
}
