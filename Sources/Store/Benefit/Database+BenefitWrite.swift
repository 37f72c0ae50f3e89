import Calculator
import Foundation
import Postgres
import Programme

extension Connection {
  /// Changes a benefit that is still at the version named, and returns it as it is then; a change
  /// of nothing makes no version. Throws ``Refusal/conflict(current:)`` when somebody was faster,
  /// ``Refusal/notFound``, ``Refusal/forbidden``, or ``Refusal/invalid(_:)`` when the reference is
  /// taken or the status is one that only approving sets.
  @discardableResult
  public func changeBenefit(
    _ id: ID<Benefit>, expecting version: Int, to benefit: Benefit, visibility: Visibility,
    by act: Act, as viewer: Viewer
  ) throws -> Stored<Benefit> {
    let (head, current) = try lockBenefit(id, expecting: version, as: viewer)
    let draft = BenefitDraft(
      id: id, visibility: visibility, version: version + 1, benefit: benefit,
      figures: try head.onlyFigures(of: benefit))
    let entry = draft.journal(since: current)
    guard !entry.changes.isEmpty else { return current }
    if let problem = current.noun.status.problem(goingTo: benefit.status, reason: act.reason) {
      throw Refusal.invalid([problem])
    }
    try refuse(status: benefit.status, after: current, as: viewer)
    try refuse(
      reference: benefit.reference, takenIn: current.organisation, except: id, as: viewer)
    try update([draft], in: head, as: viewer)
    try renewTotals(of: current.organisation, as: viewer)
    try record(
      [entry], of: current.organisation, named: head.organisationName, by: act, as: viewer)
    guard let changed = try self.benefit(id, as: viewer) else { throw Refusal.notFound }
    return changed.stored
  }

  /// Gives a benefit up, with a reason that goes into the journal; its figures stay. Throws as
  /// ``changeBenefit(_:expecting:to:visibility:by:as:)`` does, and ``Refusal/invalid(_:)`` without
  /// a reason.
  @discardableResult
  public func withdrawBenefit(
    _ id: ID<Benefit>, expecting version: Int, reason: String, by act: Act, as viewer: Viewer
  ) throws -> Stored<Benefit> {
    let reason = TrimmedText.of(reason)
    guard !reason.isEmpty else {
      throw Refusal.invalid([
        Problem(
          .error, at: .field("reason"), subject: "Reason", found: "", expected: "a reason",
          mend: "Say why the benefit is given up.")
      ])
    }
    let (_, current) = try lockBenefit(id, expecting: version, as: viewer)
    var benefit = current.noun
    benefit.status = .withdrawn
    return try changeBenefit(
      id, expecting: version, to: benefit, visibility: current.visibility,
      by: Act(id: act.id, name: act.name, requestID: act.requestID, reason: reason), as: viewer)
  }

  /// Locks the benefit's register and reads the benefit as it is behind the lock.
  func lockBenefit(
    _ id: ID<Benefit>, expecting version: Int, as viewer: Viewer
  ) throws -> (RegisterHead, Stored<Benefit>) {
    guard let seen = try benefit(id, as: viewer) else { throw Refusal.notFound }
    let head = try lockRegister(of: seen.stored.organisation, as: viewer)
    guard let current = try benefit(id, as: viewer)?.stored else { throw Refusal.notFound }
    guard current.version == version else { throw Refusal.conflict(current: current.version) }
    return (head, current)
  }

  private func refuse(
    reference: String, takenIn organisation: ID<Organisation>, except id: ID<Benefit>?,
    as viewer: Viewer
  ) throws {
    let other = try first(
      """
      SELECT title FROM benefit
      WHERE programme_id = \(viewer.programme.uuid) AND organisation_id = \(organisation.uuid)
        AND reference_order = lower(\(reference)) AND removed_at IS NULL
        AND id IS DISTINCT FROM \(id?.uuid as UUID?)
      """
    ) { row in try row.next(String.self) }
    guard let other else { return }
    throw Refusal.invalid([.takenReference(reference, by: "“\(other)”")])
  }
}

extension Connection {
  /// Writes new benefits; the caller holds the register's lock.
  func insert(_ drafts: [BenefitDraft], into head: RegisterHead, as viewer: Viewer) throws {
    guard !drafts.isEmpty else { return }
    let stored = try first(
      """
      SELECT count(*) FROM benefit
      WHERE programme_id = \(viewer.programme.uuid)
        AND organisation_id = \(head.organisation.uuid) AND removed_at IS NULL
      """
    ) { row in try row.next(Int.self) }
    guard drafts.count + (stored ?? 0) <= RecordLimit.benefitsInRegister else {
      throw Refusal.invalid([
        Problem(
          .error, at: .file, subject: "Register", found: "",
          expected: "at most \(Shown.whole(RecordLimit.benefitsInRegister)) benefits",
          mend: "Remove what is not needed.")
      ])
    }
    try execute(
      """
      INSERT INTO benefit (programme_id, organisation_id, organisation_name, changed_at, id,
        visibility, version, \(BenefitColumns.content), \(BenefitColumns.figures))
      SELECT \(viewer.programme.uuid), \(head.organisation.uuid), \(head.organisationName),
        scope_now(), id, visibility, version, \(BenefitColumns.content),
        \(BenefitColumns.figures)
      FROM json_populate_recordset(NULL::benefit, \(drafts.json)::json)
      """)
    try insertCriteria(drafts, in: head, as: viewer)
    try renewYearValues(of: drafts.map(\.id))
  }

  /// Writes changed benefits, each from the version before the draft's; the caller holds the
  /// register's lock, so a version that does not fit is a conflict that the caller overlooked.
  func update(_ drafts: [BenefitDraft], in head: RegisterHead, as viewer: Viewer) throws {
    guard !drafts.isEmpty else { return }
    let changed = try execute(
      """
      UPDATE benefit b SET visibility = d.visibility, version = d.version,
        changed_at = scope_now(), removed_at = NULL,
        (\(BenefitColumns.content), \(BenefitColumns.figures)) =
          (\(BenefitColumns.contentOfDraft), \(BenefitColumns.figuresOfDraft))
      FROM json_populate_recordset(NULL::benefit, \(drafts.json)::json) d
      WHERE b.id = d.id AND b.version = d.version - 1
        AND b.programme_id = \(viewer.programme.uuid)
        AND b.organisation_id = \(head.organisation.uuid)
      """)
    guard changed == drafts.count else { throw Refusal.conflict(current: 0) }
    try execute(
      """
      DELETE FROM benefit_criterion
      WHERE benefit_id = ANY (\(drafts.map(\.id.uuid)))
        AND organisation_id = \(head.organisation.uuid)
      """)
    try insertCriteria(drafts, in: head, as: viewer)
    try renewYearValues(of: drafts.map(\.id))
  }

  /// Renews the figures of benefits whose content stays; that makes no version.
  func updateFigures(_ drafts: [BenefitDraft], in head: RegisterHead, as viewer: Viewer) throws {
    guard !drafts.isEmpty else { return }
    try execute(
      """
      UPDATE benefit b SET (\(BenefitColumns.figures)) = (\(BenefitColumns.figuresOfDraft))
      FROM json_populate_recordset(NULL::benefit, \(drafts.json)::json) d
      WHERE b.id = d.id AND b.programme_id = \(viewer.programme.uuid)
        AND b.organisation_id = \(head.organisation.uuid)
      """)
    try renewYearValues(of: drafts.map(\.id))
  }

  private func insertCriteria(
    _ drafts: [BenefitDraft], in head: RegisterHead, as viewer: Viewer
  ) throws {
    let rows = drafts.flatMap { draft in
      draft.benefit.criteria.enumerated().map { (draft.id.uuid, $0, $1) }
    }
    guard !rows.isEmpty else { return }
    try execute(
      """
      INSERT INTO benefit_criterion (programme_id, organisation_id, benefit_id, position, name,
        weight, score, note)
      SELECT \(viewer.programme.uuid), \(head.organisation.uuid), c.*
      FROM unnest(\(rows.map(\.0)), \(rows.map(\.1)), \(rows.map(\.2.name)),
        \(rows.map { Decimal($0.2.weight) }), \(rows.map { $0.2.score.map(Decimal.init) }),
        \(rows.map(\.2.note))) AS c
      """)
  }
}

extension [BenefitDraft] {
  var json: JSONText {
    var rows = ColumnRows()
    for draft in self { rows.append(draft.columns) }
    return rows.json
  }
}

extension BenefitDraft {
  /// The entry that says what changes.
  func journal(since earlier: Stored<Benefit>?) -> JournalDraft {
    var changes = benefit.allChanges(since: earlier?.noun)
    if earlier?.visibility != visibility {
      changes.append(
        FieldChange(
          field: "visibility", label: "Seen by", before: earlier?.visibility.rawValue ?? "",
          after: visibility.rawValue))
    }
    return JournalDraft(
      kind: "benefit", record: id.uuid, label: benefit.reference, version: version,
      visibility: .narrower(earlier?.visibility ?? visibility, visibility), changes: changes)
  }
}

extension RegisterHead {
  func onlyFigures(of benefit: Benefit) throws -> StoredFigures {
    guard let figures = figures(of: [benefit]).first else {
      throw StoreError.inconsistent("the calculator made nothing of a benefit")
    }
    return figures
  }
}
