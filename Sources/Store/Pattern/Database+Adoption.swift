import Foundation
import Postgres
import Programme

extension Connection {
  /// What a benefit was made from; nil for one that was made from no pattern, or is out of sight.
  public func adoption(of benefit: ID<Benefit>, as viewer: Viewer) throws -> Adoption? {
    let condition: SQL = """
      b.id = \(benefit.uuid) AND b.removed_at IS NULL AND \(viewer.sees("b"))
      """
    let about = try first(
      """
      SELECT a.pattern, a.edition, a.title FROM adoption a JOIN benefit b ON b.id = a.benefit_id
      WHERE \(condition)
      """
    ) { row in (try row.next(String.self), try row.next(Int.self), try row.next(String.self)) }
    guard let (pattern, edition, title) = about else { return nil }
    let assumptions = try query(
      """
      SELECT s.field, s.value, s.reason, s.confirmed_by
      FROM adopted_assumption s JOIN benefit b ON b.id = s.benefit_id
      WHERE \(condition)
      ORDER BY s.position
      """
    ) { row in
      AdoptedAssumption(
        field: try row.choice(Benefit.Field.self), value: try row.next(), reason: try row.next(),
        confirmedBy: try row.next())
    }
    return Adoption(pattern: pattern, edition: edition, title: title, assumptions: assumptions)
  }

  /// Says that assumptions hold for the council, and returns how many did not stand so before.
  /// Throws as ``changeBenefit(_:expecting:to:visibility:by:as:)`` does, and ``Refusal/notFound`` for
  /// a benefit that was made from no pattern.
  @discardableResult
  public func confirmAssumptions(
    _ fields: Set<Benefit.Field>, of id: ID<Benefit>, expecting version: Int, by act: Act,
    as viewer: Viewer
  ) throws -> Int {
    let (head, current) = try lockBenefit(id, expecting: version, as: viewer)
    guard let adoption = try adoption(of: id, as: viewer) else { throw Refusal.notFound }
    let open = adoption.open(in: current.noun).filter { fields.contains($0.field) }
    guard !open.isEmpty else { return 0 }
    try execute(
      """
      UPDATE adopted_assumption SET confirmed_by = \(viewer.name), confirmed_at = scope_now()
      WHERE benefit_id = \(id.uuid) AND programme_id = \(viewer.programme.uuid)
        AND organisation_id = \(current.organisation.uuid)
        AND field = ANY (\(open.map(\.field.rawValue)))
      """)
    let changes = open.map {
      FieldChange(
        field: "assumption.\($0.field.rawValue)", label: "Assumed: \($0.field.label)",
        before: AdoptedAssumption.State.assumed.rawValue,
        after: AdoptedAssumption.State.confirmed.rawValue)
    }
    try record(
      [
        JournalDraft(
          kind: "benefit", record: id.uuid, label: current.noun.reference,
          version: current.version, visibility: current.visibility, changes: changes)
      ], of: current.organisation, named: head.organisationName, by: act, as: viewer)
    return open.count
  }

  /// Notes what new benefits were made from.
  func insertAdoptions(
    _ adoptions: [(benefit: ID<Benefit>, adoption: Adoption)], of organisation: ID<Organisation>,
    as viewer: Viewer
  ) throws {
    guard !adoptions.isEmpty else { return }
    try execute(
      """
      INSERT INTO adoption (programme_id, organisation_id, benefit_id, pattern, edition, title,
        adopted_by, adopted_at)
      SELECT \(viewer.programme.uuid), \(organisation.uuid), a.*, \(viewer.name), scope_now()
      FROM unnest(\(adoptions.map(\.benefit.uuid)), \(adoptions.map(\.adoption.pattern)),
        \(adoptions.map(\.adoption.edition)), \(adoptions.map(\.adoption.title))) AS a
      """)
    let rows = adoptions.flatMap { benefit, adoption in
      adoption.assumptions.enumerated().map { (benefit.uuid, $0, $1) }
    }
    try execute(
      """
      INSERT INTO adopted_assumption (programme_id, organisation_id, benefit_id, position, field,
        value, reason)
      SELECT \(viewer.programme.uuid), \(organisation.uuid), s.*
      FROM unnest(\(rows.map(\.0)), \(rows.map(\.1)), \(rows.map(\.2.field.rawValue)),
        \(rows.map(\.2.value)), \(rows.map(\.2.reason))) AS s
      """)
  }
}
