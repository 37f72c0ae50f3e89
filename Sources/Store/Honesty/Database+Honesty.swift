import Calculator
import Postgres
import Programme

extension Connection {
  /// The benefits within sight whose money comes from another's budget, by payer.
  public func paidByOthers(as viewer: Viewer) throws -> [CheckedBenefit] {
    try checkedBenefits(
      where: "c.payer <> ''", order: "lower(c.payer), b.council_order, b.id", as: viewer)
  }

  /// The benefits within sight whose check stands in one of these ways, by council and reference.
  public func checkedBenefits(
    standing: [CheckStanding], as viewer: Viewer
  ) throws -> [CheckedBenefit] {
    try checkedBenefits(
      where: "c.standing = ANY (\(standing.map(\.rawValue)))", order: "b.council_order, b.id",
      as: viewer)
  }

  private func checkedBenefits(
    where condition: SQL, order: SQL, as viewer: Viewer
  ) throws -> [CheckedBenefit] {
    try query(
      """
      SELECT b.id, b.reference, b.title, b.organisation_name, b.net_total, b.cashable_total,
        b.is_transfer, c.payer,
        c.payer_id IS NOT NULL, c.payer_note, m.name, c.standing
      FROM benefit_check c JOIN benefit b ON b.id = c.benefit_id
        LEFT JOIN measure m ON m.id = c.measure_id
      WHERE \(condition) AND b.removed_at IS NULL AND b.status <> 'Withdrawn'
        AND \(viewer.sees("b"))
      ORDER BY \(order)
      LIMIT \(BenefitFilter.limitMaximum)
      """
    ) { row in
      CheckedBenefit(
        id: ID(try row.next()), reference: try row.next(), title: try row.next(),
        councilName: try row.next(), net: try row.optionalExact(),
        cashable: try row.optionalExact(), isTransfer: try row.next(), payer: try row.next(),
        payerTakesPart: try row.next(), payerNote: try row.next(), measureName: try row.next(),
        standing: try row.choice(CheckStanding.self))
    }
  }
}
