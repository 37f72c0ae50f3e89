import Foundation
import Postgres
import Programme

extension Connection {
  /// Records which benefits of its council wait for a milestone, by their references; what the viewer
  /// does not see stays. Throws ``Refusal/notFound``, ``Refusal/forbidden``, or
  /// ``Refusal/invalid(_:)`` naming each reference that is unknown.
  public func setBenefits(
    _ references: [String], waitingFor id: ID<Milestone>, by act: Act, as viewer: Viewer
  ) throws {
    let current = try lockMilestone(id, as: viewer)
    let wanted = try benefits(named: references, of: current.party, as: viewer)
    let before = try benefits(waitingFor: [id], as: viewer)
    let gone = before.filter { old in !wanted.contains { $0.id == old.id.uuid } }
    let new = wanted.filter { bought in !before.contains { $0.id.uuid == bought.id } }
    guard !gone.isEmpty || !new.isEmpty else { return }
    try execute(
      """
      DELETE FROM milestone_benefit
      WHERE milestone_id = \(id.uuid) AND programme_id = \(viewer.programme.uuid)
        AND benefit_id = ANY (\(gone.map(\.id.uuid)))
      """)
    try execute(
      """
      INSERT INTO milestone_benefit (programme_id, organisation_id, milestone_id, benefit_id)
      SELECT \(viewer.programme.uuid), \(current.party.uuid), \(id.uuid), b.id
      FROM unnest(\(new.map(\.id))) AS b (id)
      """)
    let seen = before.map(\.visibility) + wanted.map(\.visibility)
    let entry = JournalDraft(
      kind: "milestone", record: id.uuid, label: current.milestone.title,
      version: current.stored.version,
      visibility: seen.reduce(.published) { .narrower($0, $1) },
      changes: [
        FieldChange(
          field: "benefits", label: "Benefits that wait for it",
          before: before.map(\.reference).joined(separator: "; "),
          after: wanted.map(\.reference).joined(separator: "; "))
      ])
    try record([entry], of: current.party, named: current.partyName, by: act, as: viewer)
  }

  private func benefits(
    named references: [String], of council: ID<Organisation>, as viewer: Viewer
  ) throws -> [BoughtBenefit] {
    let folded = references.map { $0.lowercased() }
    let known = try query(
      """
      SELECT b.id, b.reference, b.visibility FROM benefit b
      WHERE \(viewer.sees("b")) AND b.organisation_id = \(council.uuid) AND b.removed_at IS NULL
        AND b.reference_order = ANY (\(folded))
      ORDER BY b.reference_order, b.id
      LIMIT \(MilestoneLimit.benefits)
      """
    ) { row in
      BoughtBenefit(
        id: try row.next(), reference: try row.next(),
        visibility: try row.choice(Visibility.self))
    }
    let names = Set(known.map { $0.reference.lowercased() })
    let unknown = references.filter { !names.contains($0.lowercased()) }
    guard unknown.isEmpty else { throw MilestoneRefusal.unknownBenefits(unknown) }
    return known
  }
}
