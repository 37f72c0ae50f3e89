import Calculator
import Foundation
import Postgres
import Programme

extension Connection {
  /// Every version of a change with whom it affects and what it moves: one query for each.
  func changeRevisions(of change: ID<PlanChange>, as viewer: Viewer) throws -> [ChangeRevision] {
    var revisions = try query(
      """
      SELECT r.revision, r.made_at, r.made_by, r.note, r.title, r.before, r.after, r.reason,
        r.on_dates, r.on_benefits, r.on_cost, r.on_parties, r.positions_due,
        r.acknowledgement_due, r.authority,
        ARRAY(SELECT o.name FROM plan_change_party p JOIN organisation o ON o.id = p.organisation_id
          WHERE p.change_id = r.change_id AND p.revision = r.revision ORDER BY lower(o.name), o.id)
      FROM plan_change_revision r
      WHERE r.change_id = \(change.uuid)
      ORDER BY r.revision
      """, ChangeRevision.init)
    let milestones = try milestoneShifts(of: change)
    let benefits = try benefitShifts(of: change, as: viewer)
    for place in revisions.indices {
      revisions[place].milestones = milestones[revisions[place].number] ?? []
      revisions[place].benefits = benefits[revisions[place].number] ?? []
    }
    return revisions
  }

  private func milestoneShifts(
    of change: ID<PlanChange>
  ) throws -> [Int: [StoredMilestoneShift]] {
    let rows = try query(
      """
      SELECT e.revision, e.milestone_id, e.from_day, e.to_day, m.title, m.organisation_id, o.name,
        m.forecast_day, m.actual_day IS NULL AND m.withdrawn_at IS NULL
      FROM plan_change_milestone e JOIN milestone m ON m.id = e.milestone_id
        JOIN organisation o ON o.id = m.organisation_id
      WHERE e.change_id = \(change.uuid)
      ORDER BY e.revision, lower(o.name), e.to_day, e.milestone_id
      """
    ) { row in
      let revision = try row.next(Int.self)
      let effect = MilestoneShift(
        milestone: ID(try row.next()), from: try row.day(), to: try row.day())
      return (
        revision,
        StoredMilestoneShift(
          effect: effect, title: try row.next(), party: ID(try row.next()),
          partyName: try row.next(), now: try row.day(), isOpen: try row.next())
      )
    }
    return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
  }

  private func benefitShifts(
    of change: ID<PlanChange>, as viewer: Viewer
  ) throws -> [Int: [StoredBenefitShift]] {
    let rows = try query(
      """
      SELECT e.revision, e.benefit_id, e.field, e.before, e.after, b.reference, b.title,
        b.organisation_id, b.organisation_name,
        (SELECT o.code FROM organisation o WHERE o.id = b.organisation_id),
        e.net_before, e.net_after, e.applied_at IS NOT NULL
      FROM plan_change_benefit e JOIN benefit b ON b.id = e.benefit_id
      WHERE e.change_id = \(change.uuid) AND b.removed_at IS NULL AND \(viewer.sees("b"))
      ORDER BY e.revision, lower(b.organisation_name), b.reference_order, b.id, e.field
      """
    ) { row in (try row.next(Int.self), try StoredBenefitShift(&row)) }
    return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
  }
}

extension ChangeRevision {
  fileprivate init(_ row: inout RowReader) throws {
    number = try row.next()
    madeAt = try row.next(Instant.self).date
    madeBy = try row.next()
    note = try row.next()
    let (title, before) = (try row.next(String.self), try row.next(String.self))
    let (after, reason) = (try row.next(String.self), try row.next(String.self))
    let (onDates, onBenefits) = (try row.next(String.self), try row.next(String.self))
    let onCost = try row.optionalExact()
    let onParties = try row.next(String.self)
    var change = PlanChange(
      title: title, before: before, after: after, reason: reason, positionsDue: try row.day(),
      acknowledgementDue: try row.day(), authority: try row.choice(ChangeAuthority.self))
    (change.onDates, change.onBenefits, change.onParties) = (onDates, onBenefits, onParties)
    change.onCost = onCost
    self.change = change
    partyNames = try row.next()
  }
}

extension StoredBenefitShift {
  fileprivate init(_ row: inout RowReader) throws {
    let id = ID<Benefit>(try row.next())
    effect = BenefitShift(
      benefit: id, field: try row.choice(Benefit.Field.self), from: try row.next(),
      to: try row.next())
    reference = try row.next()
    title = try row.next()
    council = ID(try row.next())
    councilName = try row.next()
    councilCode = try row.councilCode()
    netBefore = try row.optionalExact()
    netAfter = try row.optionalExact()
    isApplied = try row.next()
  }
}
