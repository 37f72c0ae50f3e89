import Calculator
import Foundation
import Postgres
import Programme

extension Connection {
  /// One benefit; nil when it is not there or not within sight.
  public func benefit(_ id: ID<Benefit>, as viewer: Viewer) throws -> StoredBenefit? {
    try benefits(where: "b.id = \(id.uuid)", as: viewer).first
  }

  /// All benefits of a council within sight, by reference.
  func benefits(
    of organisation: ID<Organisation>, as viewer: Viewer
  ) throws -> [StoredBenefit] {
    try benefits(where: "b.organisation_id = \(organisation.uuid)", as: viewer)
  }

  func benefits(where condition: SQL, as viewer: Viewer) throws -> [StoredBenefit] {
    let criteria = try criteria(where: condition, as: viewer)
    return try query(
      """
      SELECT b.id, b.visibility, b.version, b.changed_at, b.organisation_id, b.organisation_name,
        (SELECT o.code FROM organisation o WHERE o.id = b.organisation_id),
        \(BenefitColumns.content), \(BenefitColumns.figures)
      FROM benefit b
      WHERE \(condition) AND b.removed_at IS NULL AND \(viewer.sees("b"))
      ORDER BY b.reference_order, b.id
      """
    ) { row in
      let about = try StoredColumns<Benefit>(&row)
      let organisation = ID<Organisation>(try row.next())
      let name = try row.next(String.self)
      let code = try row.councilCode()
      var benefit = try BenefitColumns.read(&row)
      benefit.criteria = criteria[about.id] ?? []
      return StoredBenefit(
        stored: about.stored(benefit, of: organisation), councilName: name, councilCode: code,
        figures: try StoredFigures(&row))
    }
  }

  private func criteria(
    where condition: SQL, as viewer: Viewer
  ) throws -> [ID<Benefit>: [Criterion<Exact>]] {
    let rows = try query(
      """
      SELECT c.benefit_id, c.name, c.weight, c.score, c.note
      FROM benefit_criterion c JOIN benefit b ON b.id = c.benefit_id
      WHERE \(condition) AND b.removed_at IS NULL AND \(viewer.sees("b"))
      ORDER BY c.benefit_id, c.position
      """
    ) { row in
      (
        ID<Benefit>(try row.next()),
        Criterion(
          name: try row.next(), weight: try row.exact(), score: try row.optionalExact(),
          note: try row.next())
      )
    }
    return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
  }

  /// The benefits before and after one, by reference in the same register, within sight.
  public func neighbours(
    of benefit: StoredBenefit, as viewer: Viewer
  ) throws -> BenefitNeighbours {
    let place: SQL = """
      (lower(\(benefit.benefit.reference)::text), \(benefit.id.uuid))
      """
    return BenefitNeighbours(
      previous: try neighbour(
        of: benefit, "(b.reference_order, b.id) < \(place)", order: "DESC", as: viewer),
      next: try neighbour(
        of: benefit, "(b.reference_order, b.id) > \(place)", order: "ASC", as: viewer))
  }

  private func neighbour(
    of benefit: StoredBenefit, _ condition: SQL, order: SQL, as viewer: Viewer
  ) throws -> BenefitNeighbours.Link? {
    try first(
      """
      SELECT b.id, b.reference, b.title FROM benefit b
      WHERE b.organisation_id = \(benefit.stored.organisation.uuid) AND b.removed_at IS NULL
        AND \(viewer.sees("b")) AND \(condition)
      ORDER BY b.reference_order \(order), b.id \(order)
      LIMIT 1
      """
    ) { row in
      BenefitNeighbours.Link(
        id: ID(try row.next()), reference: try row.next(), title: try row.next())
    }
  }

  /// The reference after the highest "B" number of a council's register: "B091". Numbers of benefits
  /// that were taken back are not given again.
  public func nextReference(in organisation: ID<Organisation>, as viewer: Viewer) throws -> String {
    BenefitReference.text(try nextReferenceNumber(in: organisation, as: viewer))
  }

  /// The number after the highest.
  func nextReferenceNumber(in organisation: ID<Organisation>, as viewer: Viewer) throws -> Int {
    try first(
      """
      SELECT coalesce(max(substr(reference_order, 2)::int), 0) + 1 FROM benefit
      WHERE programme_id = \(viewer.programme.uuid) AND organisation_id = \(organisation.uuid)
        AND reference_order ~ '^b[0-9]{1,8}$'
      """
    ) { row in try row.next(Int.self) } ?? 1
  }
}
