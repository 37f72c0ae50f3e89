import Foundation
import Postgres
import Programme

extension Connection {
  /// One party that takes part today; nil when there is none.
  public func party(_ id: ID<Organisation>, as viewer: Viewer) throws -> PartyRow? {
    try parties(as: viewer).first { $0.id == id }
  }

  /// What happened to one record of the programme within sight, newest first.
  public func history(
    of kind: String, _ record: UUID, as viewer: Viewer
  ) throws -> [JournalEntry] {
    try journal(
      where: "e.record_id = \(record) AND e.kind = \(kind)", limit: JournalFilter.limitMaximum,
      as: viewer)
  }

  /// Lets the changes of one party's share of the record come one after another. Throws
  /// ``Refusal/notFound`` for no party, and ``Refusal/forbidden`` when the viewer may not keep it.
  func lockShare(of party: ID<Organisation>, as viewer: Viewer) throws -> PartyRow {
    guard let row = try self.party(party, as: viewer) else { throw Refusal.notFound }
    guard viewer.mayKeep(recordOf: party) else { throw Refusal.forbidden }
    try lockRecord(party.uuid)
    return row
  }

  /// Lets the changes of what belongs to the whole programme come one after another. Throws
  /// ``Refusal/forbidden`` for all but the co-ordinator.
  func lockProgramme(as viewer: Viewer) throws {
    guard viewer.may(.coordinate) else { throw Refusal.forbidden }
    try lockRecord(viewer.programme.uuid)
  }

  /// The viewer has done what notices of a kind asked for.
  func settleNotices(_ kind: NoticeKind, as viewer: Viewer) throws {
    try execute(
      """
      UPDATE notice SET read_at = scope_now()
      WHERE person_id = \(viewer.person?.uuid as UUID?) AND kind = \(kind.rawValue)
        AND read_at IS NULL
      """)
  }

  /// Until the transaction ends.
  private func lockRecord(_ id: UUID) throws {
    let name = id.uuidString.lowercased()
    _ = try first("SELECT pg_advisory_xact_lock(hashtextextended(\(name)::text, 17))") { _ in }
  }

  /// Journals what changed in a record of the programme, which every party reads.
  func record(
    _ kind: String, _ id: UUID, _ label: String, version: Int, changes: [FieldChange],
    of party: ID<Organisation>, named name: String, by act: Act, as viewer: Viewer
  ) throws {
    try record(
      [
        JournalDraft(
          kind: kind, record: id, label: label, version: version, visibility: .published,
          changes: changes)
      ], of: party, named: name, by: act, as: viewer)
  }
}
