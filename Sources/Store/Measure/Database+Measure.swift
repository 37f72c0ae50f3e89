import Calculator
import Foundation
import Postgres
import Programme

extension Connection {
  /// The measures of a benefit within sight, by name; withdrawn ones last.
  public func measures(of benefit: ID<Benefit>, as viewer: Viewer) throws -> [StoredMeasure] {
    try query(
      """
      SELECT m.id, b.visibility, m.version, m.changed_at, m.organisation_id, m.withdrawn_because,
        m.name, m.unit, m.kind, m.direction, m.frequency, m.may_sink_below_zero, m.source,
        m.baseline, m.baseline_day, m.target_days, m.targets
      FROM measure m JOIN benefit b ON b.id = m.benefit_id
      WHERE m.benefit_id = \(benefit.uuid) AND b.removed_at IS NULL AND \(viewer.sees("b"))
      ORDER BY m.withdrawn_at IS NOT NULL, lower(m.name), m.id
      """
    ) { row in
      let about = try StoredColumns<Measure>(&row)
      let organisation = ID<Organisation>(try row.next())
      let withdrawnBecause = try row.next(String.self)
      return StoredMeasure(
        stored: about.stored(try MeasureColumns.read(&row), of: organisation),
        withdrawnBecause: withdrawnBecause)
    }
  }

  /// Adds a measure to a benefit and returns its identity. Throws ``Refusal/notFound``,
  /// ``Refusal/forbidden``, or ``Refusal/invalid(_:)`` when the benefit has one of that name.
  public func addMeasure(
    _ measure: Measure, to benefit: ID<Benefit>, by act: Act, as viewer: Viewer
  ) throws -> ID<Measure> {
    let (head, owner) = try lockOwner(benefit, as: viewer)
    try refuse(measure.name, takenIn: benefit, except: nil, as: viewer)
    let id = ID<Measure>.random()
    try write(measure, id, version: 1, of: owner, in: head, as: viewer)
    let draft = owner.journal(
      measure, id, version: 1, changes: measure.changes(since: nil as Measure?))
    try record([draft], of: head.organisation, named: head.organisationName, by: act, as: viewer)
    return id
  }

  /// Changes a measure that is still at the version named; a change of nothing makes no version.
  /// Throws ``Refusal/notFound``, ``Refusal/forbidden``, ``Refusal/conflict(current:)``, or
  /// ``Refusal/invalid(_:)`` when the name is taken or recorded values do not fit the new kind.
  public func changeMeasure(
    _ id: ID<Measure>, of benefit: ID<Benefit>, expecting version: Int, to measure: Measure,
    by act: Act, as viewer: Viewer
  ) throws {
    let (head, owner) = try lockOwner(benefit, as: viewer)
    let current = try current(id, of: benefit, expecting: version, as: viewer)
    let changes = measure.changes(since: current.measure)
    guard !changes.isEmpty else { return }
    try refuse(measure.name, takenIn: benefit, except: id, as: viewer)
    try refuse(values: try series(of: benefit, as: viewer)?[current].rows ?? [], against: measure)
    try write(measure, id, version: version + 1, of: owner, in: head, as: viewer)
    try renewChecks(naming: [id.uuid], as: viewer)
    let draft = owner.journal(measure, id, version: version + 1, changes: changes)
    try record([draft], of: head.organisation, named: head.organisationName, by: act, as: viewer)
  }

  /// Ends a measure, with the reason of the act; its values stay and are still shown. Throws as
  /// ``changeMeasure(_:of:expecting:to:by:as:)`` does.
  public func withdrawMeasure(
    _ id: ID<Measure>, of benefit: ID<Benefit>, expecting version: Int, by act: Act,
    as viewer: Viewer
  ) throws {
    let (head, owner) = try lockOwner(benefit, as: viewer)
    let current = try current(id, of: benefit, expecting: version, as: viewer)
    guard !act.reason.isEmpty else {
      throw Refusal.invalid([
        Problem(
          .error, at: .field("reason"), subject: "Reason", found: "", expected: "a reason",
          mend: "Say why it is no longer measured.")
      ])
    }
    try execute(
      """
      UPDATE measure SET version = version + 1, changed_at = scope_now(),
        withdrawn_at = scope_now(), withdrawn_because = \(act.reason)
      WHERE id = \(id.uuid) AND programme_id = \(viewer.programme.uuid)
      """)
    let change = FieldChange(
      field: "withdrawnBecause", label: "Withdrawn because", before: "", after: act.reason)
    let draft = owner.journal(current.measure, id, version: version + 1, changes: [change])
    try record([draft], of: head.organisation, named: head.organisationName, by: act, as: viewer)
  }

  /// Locks the register of a benefit and reads the benefit as it is behind the lock.
  func lockOwner(_ id: ID<Benefit>, as viewer: Viewer) throws -> (RegisterHead, StoredBenefit) {
    guard let seen = try benefit(id, as: viewer) else { throw Refusal.notFound }
    let head = try lockRegister(of: seen.stored.organisation, as: viewer)
    guard let owner = try benefit(id, as: viewer) else { throw Refusal.notFound }
    return (head, owner)
  }

  private func current(
    _ id: ID<Measure>, of benefit: ID<Benefit>, expecting version: Int, as viewer: Viewer
  ) throws -> StoredMeasure {
    guard let current = try measures(of: benefit, as: viewer).first(where: { $0.id == id }) else {
      throw Refusal.notFound
    }
    guard current.stored.version == version else {
      throw Refusal.conflict(current: current.stored.version)
    }
    guard !current.isWithdrawn else { throw Refusal.invalid([StoredMeasure.ended]) }
    return current
  }

  private func refuse(
    _ name: String, takenIn benefit: ID<Benefit>, except id: ID<Measure>?, as viewer: Viewer
  ) throws {
    let folded = name.lowercased()
    let isTaken = try measures(of: benefit, as: viewer).contains {
      $0.id != id && !$0.isWithdrawn && $0.measure.name.lowercased() == folded
    }
    guard isTaken else { return }
    throw Refusal.invalid([
      Problem(
        .error, at: .field(Measure.Field.name.rawValue), subject: "Name", found: name,
        expected: "a name that no other measure of the benefit has", mend: "Choose another name.")
    ])
  }

  /// A percentage cannot become a count while values are recorded, nor may values fall out of what
  /// a measure can hold.
  private func refuse(values rows: [Stored<PeriodValue>], against measure: Measure) throws {
    let outside = rows.first { row in
      [row.noun.forecast, row.noun.actual].contains {
        $0.map { !measure.bounds.contains($0) } ?? false
      }
    }
    guard let outside else { return }
    throw Refusal.invalid([
      Problem(
        .error, at: .field(Measure.Field.kind.rawValue), subject: outside.noun.span.words,
        found: (outside.noun.actual ?? outside.noun.forecast)?.text ?? "",
        expected: measure.boundsWords,
        mend: "Correct the values that are recorded, or add another measure.")
    ])
  }

  private func write(
    _ measure: Measure, _ id: ID<Measure>, version: Int, of owner: StoredBenefit,
    in head: RegisterHead, as viewer: Viewer
  ) throws {
    var rows = ColumnRows()
    rows.append(measure.columns)
    try execute(
      """
      INSERT INTO measure (programme_id, organisation_id, changed_at, id, benefit_id, version,
        \(MeasureColumns.content))
      SELECT \(viewer.programme.uuid), \(head.organisation.uuid), scope_now(), \(id.uuid),
        \(owner.id.uuid), \(version), \(MeasureColumns.content)
      FROM json_populate_recordset(NULL::measure, \(rows.json)::json)
      ON CONFLICT (id) DO UPDATE SET version = excluded.version, changed_at = excluded.changed_at,
        (\(MeasureColumns.content)) = (\(MeasureColumns.contentOfDraft))
      """)
  }
}

extension StoredMeasure {
  static let ended = Problem(
    .error, at: .file, subject: "Measure", found: "", expected: "a measure that is not withdrawn",
    mend: "The measure is withdrawn; add another one.")
}

extension StoredBenefit {
  fileprivate func journal(
    _ measure: Measure, _ id: ID<Measure>, version: Int, changes: [FieldChange]
  ) -> JournalDraft {
    JournalDraft(
      kind: "measure", record: id.uuid, label: "\(benefit.reference) \(measure.name)",
      version: version, visibility: stored.visibility, changes: changes)
  }
}
