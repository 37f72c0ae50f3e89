import Foundation
import Postgres
import Programme

/// A pair that somebody looked at and found to be two benefits.
public struct DuplicateDismissal: Sendable, Hashable {
  /// The one with the lower identity.
  public let first: ID<Benefit>
  /// The other.
  public let second: ID<Benefit>
  /// Why they are different.
  public let reason: String
  /// Who said so.
  public let by: String
  /// When.
  public let at: Date
}

extension Connection {
  /// The benefits within sight that are not withdrawn, as the search for duplicates sees them; with
  /// a benefit, those of its council alone and of others those with its title.
  public func duplicateCandidates(
    near benefit: ID<Benefit>?, as viewer: Viewer
  ) throws -> [DuplicateCandidate] {
    let near: SQL =
      benefit.map {
        """
         AND EXISTS (SELECT FROM benefit n WHERE n.id = \($0.uuid)
          AND (n.organisation_id = b.organisation_id OR n.title_order = b.title_order))
        """
      } ?? ""
    return try query(
      """
      SELECT b.id, b.organisation_id, b.organisation_name, b.reference, b.title, b.service,
        b.method, coalesce(trim_scale(coalesce(b.volume, b.amount, b.posts))::text, '')
      FROM benefit b
      WHERE b.removed_at IS NULL AND b.status <> 'Withdrawn' AND \(viewer.sees("b"))\(near)
      """
    ) { row in
      DuplicateCandidate(
        id: ID(try row.next()), organisation: ID(try row.next()), councilName: try row.next(),
        reference: try row.next(), title: try row.next(), service: try row.next(),
        method: try row.next(), quantity: try row.next())
    }
  }

  /// The pairs that were looked at, whose benefits are both within sight; newest first.
  public func duplicateDismissals(as viewer: Viewer) throws -> [DuplicateDismissal] {
    try query(
      """
      SELECT d.first_id, d.second_id, d.reason, d.made_by, d.made_at
      FROM duplicate_dismissal d JOIN benefit b ON b.id = d.first_id
        JOIN benefit c ON c.id = d.second_id
      WHERE \(viewer.sees("b")) AND \(viewer.sees("c"))
      ORDER BY d.made_at DESC, d.id
      """
    ) { row in
      DuplicateDismissal(
        first: ID(try row.next()), second: ID(try row.next()), reason: try row.next(),
        by: try row.next(), at: try row.next(Instant.self).date)
    }
  }

  /// Keeps that two benefits, of which one at least is the viewer's own, are different, and why.
  /// Throws ``Refusal/notFound``, ``Refusal/forbidden``, or ``Refusal/invalid(_:)`` without a reason.
  public func dismissDuplicate(
    _ one: ID<Benefit>, _ other: ID<Benefit>, by act: Act, as viewer: Viewer
  ) throws {
    guard let first = try benefit(one, as: viewer), let second = try benefit(other, as: viewer),
      one != other
    else { throw Refusal.notFound }
    let own = [first, second].first { viewer.mayChange(recordsOf: $0.stored.organisation) }
    guard let own else { throw Refusal.forbidden }
    guard !act.reason.isEmpty else {
      throw Refusal.invalid([
        Problem(
          .error, at: .field("reason"), subject: "Reason", found: "", expected: "a reason",
          mend: "Say how the two differ.")
      ])
    }
    let pair = [one.uuid, other.uuid].sorted { $0.uuidString < $1.uuidString }
    let isNew = try execute(
      """
      INSERT INTO duplicate_dismissal (id, programme_id, organisation_id, first_id, second_id,
        reason, made_at, made_by)
      VALUES (\(UUID()), \(viewer.programme.uuid), \(own.stored.organisation.uuid), \(pair[0]),
        \(pair[1]), \(act.reason), scope_now(), \(viewer.name))
      ON CONFLICT (organisation_id, first_id, second_id) DO NOTHING
      """)
    guard isNew == 1 else { return }
    let change = FieldChange(
      field: "different", label: "Different from", before: "",
      after: own.id == one ? second.benefit.reference : first.benefit.reference)
    try record(
      [
        JournalDraft(
          kind: "duplicate", record: own.id.uuid, label: own.benefit.reference,
          version: own.stored.version, visibility: own.stored.visibility, changes: [change])
      ], of: own.stored.organisation, named: viewer.organisationName, by: act, as: viewer)
  }
}
