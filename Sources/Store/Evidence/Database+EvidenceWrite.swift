import Foundation
import Postgres
import Programme

extension Connection {
  /// Attaches a file to a benefit and returns its identity. Throws ``Refusal/notFound``,
  /// ``Refusal/forbidden``, or ``Refusal/invalid(_:)`` for what is over a limit, and for a measure
  /// that is not the benefit's.
  public func attachEvidence(
    _ draft: EvidenceDraft, to benefit: ID<Benefit>, by act: Act, as viewer: Viewer
  ) throws -> ID<Evidence> {
    let (head, stored) = try lockForEvidence(benefit, as: viewer)
    try refuseExcess(of: draft, at: benefit, as: viewer)
    try DecisionReason.checkNote(draft.note, at: "note")
    try refuseStray(draft.support, of: benefit, as: viewer)
    let id = ID<Evidence>.random()
    try insert(draft, id, of: benefit, in: head, as: viewer)
    try record(stored, "", draft.line, in: head, by: act, as: viewer)
    return id
  }

  /// Takes a file away with a reason; its content and the journal stay. Throws as
  /// ``attachEvidence(_:to:by:as:)`` does.
  public func removeEvidence(
    _ id: ID<Evidence>, of benefit: ID<Benefit>, reason: String, by act: Act, as viewer: Viewer
  ) throws {
    let (head, stored) = try lockForEvidence(benefit, as: viewer)
    guard let evidence = try evidence(id, of: benefit, as: viewer) else { throw Refusal.notFound }
    try DecisionReason.check(reason, "Say why the file is removed.")
    try execute(
      """
      UPDATE evidence SET version = version + 1, removed_by_name = \(viewer.name),
        removed_at = scope_now(), removal_reason = \(TrimmedText.of(reason))
      WHERE id = \(id.uuid) AND programme_id = \(viewer.programme.uuid) AND removed_at IS NULL
      """)
    try record(stored, evidence.line, "", in: head, by: act.saying(reason), as: viewer)
  }

  private func lockForEvidence(
    _ id: ID<Benefit>, as viewer: Viewer
  ) throws -> (RegisterHead, Stored<Benefit>) {
    let (head, owner) = try lockOwner(id, as: viewer)
    return (head, owner.stored)
  }

  private func refuseExcess(
    of draft: EvidenceDraft, at benefit: ID<Benefit>, as viewer: Viewer
  ) throws {
    let sums = try first(
      """
      SELECT count(*) FILTER (WHERE removed_at IS NULL), coalesce(sum(size_bytes), 0)::bigint
      FROM evidence
      WHERE benefit_id = \(benefit.uuid) AND programme_id = \(viewer.programme.uuid)
      """
    ) { row in (try row.next(Int.self), try row.next(Int.self)) }
    let (files, bytes) = sums ?? (0, 0)
    let mebibyte = 1_024 * 1_024
    let refusal: (String, String)? =
      if draft.bytes.isEmpty {
        ("a file that has something in it", "Choose the file again.")
      } else if draft.bytes.count > EvidenceLimit.fileBytes {
        ("at most \(EvidenceLimit.fileBytes / mebibyte) MB", "Choose a smaller file.")
      } else if files >= EvidenceLimit.files {
        ("at most \(EvidenceLimit.files) files a benefit", "Remove one that is not needed.")
      } else if bytes + draft.bytes.count > EvidenceLimit.benefitBytes {
        (
          "at most \(EvidenceLimit.benefitBytes / mebibyte) MB a benefit",
          "Keep the rest elsewhere and say where in the benefit’s note on evidence."
        )
      } else {
        nil
      }
    guard let refusal else { return }
    throw Refusal.invalid([
      Problem(
        .error, at: .field("file"), subject: "File", found: draft.fileName, expected: refusal.0,
        mend: refusal.1)
    ])
  }

  /// A measure must be the benefit's own.
  private func refuseStray(
    _ support: EvidenceSupport, of benefit: ID<Benefit>, as viewer: Viewer
  ) throws {
    guard case .measure(let id) = support else { return }
    let own = try first(
      "SELECT FROM measure WHERE id = \(id.uuid) AND benefit_id = \(benefit.uuid)")
    guard own == nil else { return }
    throw Refusal.invalid([
      Problem(
        .error, at: .field("supports"), subject: "What it supports", found: "another measure",
        expected: "a measure of this benefit", mend: "Choose what it supports.")
    ])
  }

  private func insert(
    _ draft: EvidenceDraft, _ id: ID<Evidence>, of benefit: ID<Benefit>, in head: RegisterHead,
    as viewer: Viewer
  ) throws {
    try execute(
      """
      INSERT INTO evidence (id, programme_id, organisation_id, benefit_id, version, file_name,
        kind, size_bytes, fingerprint, note, measure_id, year, period, attached_by_name,
        attached_at)
      VALUES (\(id.uuid), \(viewer.programme.uuid), \(head.organisation.uuid), \(benefit.uuid), 1,
        \(draft.fileName), \(draft.kind.rawValue), \(draft.bytes.count),
        \(Bytes(Fingerprint.of(draft.bytes).bytes)), \(TrimmedText.of(draft.note)),
        \(draft.support.measure?.uuid as UUID?), \(draft.support.span?.year.firstYear as Int?),
        \(draft.support.span?.part.rawValue as String?), \(viewer.name), scope_now())
      """)
    let pieces = stride(from: 0, to: draft.bytes.count, by: ImportLimit.chunkBytes).enumerated()
    for (position, start) in pieces {
      let chunk = Array(draft.bytes.dropFirst(start).prefix(ImportLimit.chunkBytes))
      try execute(
        """
        INSERT INTO evidence_chunk (programme_id, organisation_id, evidence_id, position, chunk)
        VALUES (\(viewer.programme.uuid), \(head.organisation.uuid), \(id.uuid), \(position),
          \(Bytes(chunk)))
        """)
    }
  }

  private func record(
    _ stored: Stored<Benefit>, _ before: String, _ after: String, in head: RegisterHead,
    by act: Act, as viewer: Viewer
  ) throws {
    let change = FieldChange(
      field: "evidenceFile", label: "Evidence file", before: before, after: after)
    let draft = JournalDraft(
      kind: "benefit", record: stored.id.uuid, label: stored.noun.reference,
      version: stored.version, visibility: stored.visibility, changes: [change])
    try record([draft], of: head.organisation, named: head.organisationName, by: act, as: viewer)
  }
}

extension EvidenceSupport {
  fileprivate var measure: ID<Measure>? { if case .measure(let id) = self { id } else { nil } }
  fileprivate var span: PeriodSpan? { if case .period(let span) = self { span } else { nil } }
}

extension EvidenceDraft {
  /// The file in one line, for the journal.
  fileprivate var line: String {
    "\(fileName), \(bytes.count) bytes, SHA-256 \(Fingerprint.of(bytes).text)"
  }
}

extension Evidence {
  fileprivate var line: String { "\(fileName), \(sizeBytes) bytes, SHA-256 \(fingerprint)" }
}
