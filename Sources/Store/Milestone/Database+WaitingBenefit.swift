import Foundation
import Postgres
import Programme

extension Connection {
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
}
