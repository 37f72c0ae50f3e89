import Calculator
import Foundation
import Postgres
import Programme

extension Connection {
  /// Applies a staged file as one act: all of it or nothing. New benefits and costs get the
  /// visibility named; what is stored and not in the file stays. Confirming twice does what
  /// confirming once does. Throws ``Refusal/notFound``, ``Refusal/forbidden``, or
  /// ``Refusal/invalid(_:)`` naming every row that somebody changed since the dry run, and every
  /// error of the register itself. `matches` says how the file's headings were read, and is kept
  /// with the import.
  @discardableResult
  public func confirmImport(
    _ id: ID<ImportRun>, register: Register, matches: HeadingMatches = HeadingMatches(),
    visibility: Visibility = .draft, as viewer: Viewer, by act: Act
  ) throws -> ImportOutcome {
    try confirmImport(
      id, register: register, matches: matches, visibility: { _ in visibility },
      costVisibility: visibility, as: viewer, by: act)
  }

  func confirmImport(
    _ id: ID<ImportRun>, register: Register, matches: HeadingMatches = HeadingMatches(),
    visibility: (Benefit) -> Visibility, costVisibility: Visibility, as viewer: Viewer, by act: Act
  ) throws -> ImportOutcome {
    guard let run = try importRun(id, as: viewer) else { throw Refusal.notFound }
    let head = try lockRegister(of: run.organisation, as: viewer)
    guard let locked = try importRun(id, as: viewer) else { throw Refusal.notFound }
    if locked.state == .confirmed, let outcome = locked.outcome { return outcome }
    guard locked.state == .staged else {
      let isDiscarded = locked.state == .discarded
      throw Refusal.invalid([isDiscarded ? ImportRun.notWaiting : ImportRun.alreadyUndone])
    }
    try ImportRun.refuseErrors(of: register)
    let merge = RegisterMerge(
      register, into: try wholeRegister(of: run.organisation, as: viewer), head)
    guard merge.contradictions.isEmpty else { throw Refusal.invalid(merge.contradictions) }
    try refuseConflicts(of: merge, with: id, as: viewer)
    try note(merge, of: id, as: viewer)
    try apply(
      merge, visibility: visibility, costVisibility: costVisibility, by: act, as: viewer)
    try end(id, with: merge.outcome, matches, as: viewer)
    return merge.outcome
  }

  /// A register with everything that files carry.
  func wholeRegister(
    of organisation: ID<Organisation>, as viewer: Viewer
  ) throws -> StoredRegister? {
    try register(of: organisation, withMeasures: true, as: viewer)
  }

  /// Says what became of a run; it must not have been discarded meanwhile.
  private func end(
    _ id: ID<ImportRun>, with outcome: ImportOutcome, _ matches: HeadingMatches, as viewer: Viewer
  ) throws {
    let ended = try execute(
      """
      UPDATE import_run SET confirmed_at = scope_now(), added_count = \(outcome.added),
        changed_count = \(outcome.changed), unchanged_count = \(outcome.unchanged),
        missing_count = \(outcome.missing), heading_matches = \(matches.json)::jsonb
      WHERE id = \(id.uuid) AND \(ImportRun.isWaiting(as: viewer))
      """)
    guard ended == 1 else { throw Refusal.invalid([ImportRun.notWaiting]) }
  }

  /// Writes what a merge changes, with figures, totals and journal; the caller holds the lock.
  func apply(
    _ merge: RegisterMerge, visibility: (Benefit) -> Visibility,
    costVisibility: Visibility = .draft, by act: Act, as viewer: Viewer
  ) throws {
    let head = merge.head
    let drafts = try drafts(of: merge, visibility: visibility, as: viewer)
    if merge.changesHead { try updateRegister(head, as: viewer) }
    try insert(drafts.added, into: head, as: viewer)
    try update(drafts.changed, in: head, as: viewer)
    try updateFigures(drafts.refigured, in: head, as: viewer)
    try write(merge.costs, visibility: costVisibility, in: head, as: viewer)
    try write(merge.measures, in: head, as: viewer)
    try write(merge.periods, in: head, as: viewer)
    try renewTotals(of: head.organisation, as: viewer)
    try record(
      merge.journal(visibility), of: head.organisation, named: head.organisationName, by: act,
      as: viewer)
  }

  /// The benefits to write, with their figures worked out in one go.
  private func drafts(
    of merge: RegisterMerge, visibility: (Benefit) -> Visibility, as viewer: Viewer
  ) throws -> (added: [BenefitDraft], changed: [BenefitDraft], refigured: [BenefitDraft]) {
    let touched = Set(merge.benefits.map(\.id))
    let others =
      merge.changesHead
      ? try benefits(of: merge.head.organisation, as: viewer).map(\.stored).filter {
        !touched.contains($0.id)
      } : []
    let figures = merge.head.figures(
      of: merge.benefits.map(\.noun) + others.map(\.noun))
    guard figures.count == merge.benefits.count + others.count else {
      throw StoreError.inconsistent("the calculator lost a benefit")
    }
    let written = zip(merge.benefits, figures).map { change, figures in
      BenefitDraft(
        id: change.id, visibility: change.earlier?.visibility ?? visibility(change.noun),
        version: change.version, benefit: change.noun, figures: figures)
    }
    let refigured = zip(others, figures.dropFirst(merge.benefits.count)).map { stored, figures in
      BenefitDraft(
        id: stored.id, visibility: stored.visibility, version: stored.version,
        benefit: stored.noun, figures: figures)
    }
    return (
      written.filter { $0.version == 1 }, written.filter { $0.version > 1 }, Array(refigured)
    )
  }

  /// Refuses rows that are not as the dry run saw them.
  private func refuseConflicts(
    of merge: RegisterMerge, with id: ID<ImportRun>, as viewer: Viewer
  ) throws {
    let touched = merge.touched.filter { $0.version > 1 }
    let changedSince = try query(
      """
      SELECT t.label FROM import_run i,
        unnest(\(touched.map(\.record)), \(touched.map { $0.version - 1 }), \(touched.map(\.label)))
          WITH ORDINALITY AS t (id, version, label, place)
      WHERE i.id = \(id.uuid) AND i.programme_id = \(viewer.programme.uuid)
        AND (i.base_versions ->> t.id::text)::int IS DISTINCT FROM t.version
        AND (i.base_versions ? t.id::text OR t.version > 1 OR t.label <> 'Cover')
      ORDER BY t.place
      """
    ) { row in try row.next(String.self) }
    guard changedSince.isEmpty else {
      throw Refusal.invalid(
        changedSince.map { label in
          Problem(
            .error, at: .file, subject: label, found: "another version",
            expected: "the version that the check compared with",
            mend: "Somebody changed it since. Check the file again, then confirm.")
        })
    }
  }
}

extension ImportRun {
  static let alreadyUndone = Problem(
    .error, at: .file, subject: "Import", found: "", expected: "an import that was not undone",
    mend: "Bring the file in again.")

  /// Refuses a register that contradicts itself.
  static func refuseErrors(of register: Register) throws {
    let errors = register.problems.filter { $0.severity == .error }
    guard errors.isEmpty else { throw Refusal.invalid(errors) }
  }
}
