import Calculator
import Foundation
import Postgres
import Programme

extension Connection {
  /// The shares of shared sources that a benefit within sight claims, by name of the source.
  public func shares(of benefit: ID<Benefit>, as viewer: Viewer) throws -> [StoredShare] {
    try shares(where: "b.id = \(benefit.uuid)", as: viewer)
  }

  /// Who draws on a source, of the benefits within sight, by council and reference.
  public func shares(
    of source: ID<SharedSource>, as viewer: Viewer
  ) throws -> [StoredShare] {
    try shares(where: "s.id = \(source.uuid)", as: viewer)
  }

  private func shares(where condition: SQL, as viewer: Viewer) throws -> [StoredShare] {
    try query(
      """
      SELECT s.id, s.name, b.id, b.reference, b.title, b.organisation_name,
        b.status <> 'Withdrawn', a.share, a.note
      FROM attribution a JOIN benefit b ON b.id = a.benefit_id
        JOIN shared_source s ON s.id = a.source_id
      WHERE \(condition) AND a.removed_at IS NULL AND b.removed_at IS NULL
        AND s.removed_at IS NULL AND \(viewer.sees("b")) AND \(viewer.sees("s"))
      ORDER BY lower(s.name), s.id, b.council_order, b.id
      """
    ) { row in
      StoredShare(
        source: ID(try row.next()), sourceName: try row.next(), benefit: ID(try row.next()),
        reference: try row.next(), title: try row.next(), councilName: try row.next(),
        counts: try row.next(),
        share: SourceShare(share: try row.exact(), note: try row.next()))
    }
  }

  /// Sets the share of a source that a benefit claims; nil takes it off. More than the whole may be
  /// claimed: it is shown on every benefit and blocks approval. Throws ``Refusal/notFound`` for a
  /// benefit or source out of sight, and ``Refusal/forbidden``.
  public func setShare(
    _ share: SourceShare?, of source: ID<SharedSource>, in id: ID<Benefit>, by act: Act,
    as viewer: Viewer
  ) throws {
    let benefit = try lockedBenefit(id, as: viewer)
    try lockClaims(of: [source])
    guard let stored = try sharedSource(source, as: viewer) else { throw Refusal.notFound }
    let before = try shares(of: id, as: viewer).first { $0.source == source }?.share
    guard before != share else { return }
    try write(share, of: source, in: benefit, as: viewer)
    try renewClaims(of: benefit.organisation, as: viewer)
    let name = "Share of “\(stored.source.name)”"
    let change = FieldChange(
      field: "share", label: name, before: before?.share.text ?? "",
      after: share?.share.text ?? "")
    try record(
      [
        JournalDraft(
          kind: "share", record: id.uuid, label: benefit.noun.reference,
          version: benefit.version,
          visibility: .narrower(benefit.visibility, stored.stored.visibility),
          changes: [change])
      ], of: benefit.organisation, named: viewer.organisationName, by: act, as: viewer)
  }

  private func write(
    _ share: SourceShare?, of source: ID<SharedSource>, in benefit: Stored<Benefit>,
    as viewer: Viewer
  ) throws {
    guard let share else {
      try execute(
        """
        UPDATE attribution SET removed_at = scope_now()
        WHERE source_id = \(source.uuid) AND benefit_id = \(benefit.id.uuid)
        """)
      return
    }
    try execute(
      """
      INSERT INTO attribution (source_id, benefit_id, programme_id, organisation_id, changed_at,
        share, note)
      VALUES (\(source.uuid), \(benefit.id.uuid), \(viewer.programme.uuid),
        \(benefit.organisation.uuid), scope_now(), \(Decimal(share.share)), \(share.note))
      ON CONFLICT (source_id, benefit_id) DO UPDATE SET changed_at = excluded.changed_at,
        share = excluded.share, note = excluded.note, removed_at = NULL
      """)
  }

  /// Works out anew what a council claims of each source. Called in every transaction that changes
  /// a share or a benefit of its register, behind the register's lock.
  func renewClaims(of organisation: ID<Organisation>, as viewer: Viewer) throws {
    try execute(
      """
      INSERT INTO source_claim (source_id, programme_id, organisation_id, share)
      SELECT a.source_id, \(viewer.programme.uuid), \(organisation.uuid),
        coalesce(sum(a.share) FILTER (
          WHERE a.removed_at IS NULL AND b.removed_at IS NULL AND b.status <> 'Withdrawn'), 0)
      FROM attribution a JOIN benefit b ON b.id = a.benefit_id
      WHERE a.programme_id = \(viewer.programme.uuid)
        AND a.organisation_id = \(organisation.uuid)
      GROUP BY a.source_id
      ON CONFLICT (source_id, organisation_id) DO UPDATE SET share = excluded.share
      """)
  }

  /// What of its shared sources stands against approving a benefit: more than the whole is claimed
  /// of one of them. The claims stay as they are until the transaction ends.
  public func attributionObstacles(
    of benefit: ID<Benefit>, as viewer: Viewer
  ) throws -> [Problem] {
    let sources = try shares(of: benefit, as: viewer).filter(\.counts).map(\.source)
    try lockClaims(of: sources)
    return try sources.compactMap { id in
      guard let source = try sharedSource(id, as: viewer) else { return nil }
      return source.claims.problem(with: source.source.name)
    }
  }
}
