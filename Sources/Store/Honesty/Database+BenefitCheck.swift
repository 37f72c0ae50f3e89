import Calculator
import Foundation
import Postgres
import Programme

extension Connection {
  /// What is said of a benefit within sight; nothing when nobody said anything.
  public func check(of benefit: ID<Benefit>, as viewer: Viewer) throws -> StoredCheck {
    let stored = try first(
      """
      SELECT c.version, c.payer, c.payer_note, c.payer_id IS NOT NULL, c.measure_id, c.floor,
        c.dip_from, c.dip_to, c.dip_depth, c.standing
      FROM benefit_check c JOIN benefit b ON b.id = c.benefit_id
      WHERE c.benefit_id = \(benefit.uuid) AND \(viewer.sees("b"))
      """, StoredCheck.init)
    guard let stored else { return .none }
    guard let id = stored.check.measure else { return stored }
    let measure = try checkedMeasures(where: "m.id::text = \(id)", as: viewer).first
    return stored.with(measure)
  }

  /// Says whose budget pays for a benefit and which measure must not get worse for it, unless
  /// somebody said otherwise since the version named; 0 where nothing was said. Throws
  /// ``Refusal/notFound``, ``Refusal/forbidden``, ``Refusal/conflict(current:)`` or
  /// ``Refusal/invalid(_:)``.
  public func saveCheck(
    _ check: BenefitCheck, of id: ID<Benefit>, expecting version: Int, by act: Act,
    as viewer: Viewer
  ) throws {
    let benefit = try lockedBenefit(id, as: viewer)
    let current = try self.check(of: id, as: viewer)
    guard current.version == version else { throw Refusal.conflict(current: current.version) }
    let changes = check.changes(since: version == 0 ? nil : current.check)
    guard !changes.isEmpty else { return }
    let payer = try payer(check.payer, of: benefit, as: viewer)
    let measure = try measure(check.measure, of: benefit, as: viewer)
    let standing = check.standing(of: measure)
    try write(check, payer, measure, standing, version: version + 1, of: benefit, as: viewer)
    try record(
      [
        JournalDraft(
          kind: "check", record: id.uuid, label: benefit.noun.reference, version: version + 1,
          visibility: benefit.visibility, changes: changes)
      ], of: benefit.organisation, named: viewer.organisationName, by: act, as: viewer)
  }

  /// Works out anew how measures stand that benefits of the register name; called in every
  /// transaction that changes those measures or their values.
  func renewChecks(naming measures: [UUID], as viewer: Viewer) throws {
    let checks = try query(
      """
      SELECT c.benefit_id, c.version, c.payer, c.payer_note, c.payer_id IS NOT NULL, c.measure_id,
        c.floor, c.dip_from, c.dip_to, c.dip_depth, c.standing
      FROM benefit_check c WHERE c.measure_id = ANY (\(measures))
      """
    ) { row in (try row.next(UUID.self), try StoredCheck(&row)) }
    guard !checks.isEmpty else { return }
    let named = try checkedMeasures(where: "m.id = ANY (\(measures))", as: viewer)
    for (benefit, stored) in checks {
      let measure = named.first { $0.id.uuidString.lowercased() == stored.check.measure }
      let standing = stored.check.standing(of: measure)
      guard standing != stored.standing else { continue }
      try execute(
        """
        UPDATE benefit_check SET standing = \(standing.rawValue) WHERE benefit_id = \(benefit)
        """)
    }
  }

  /// The organisation of the programme that goes by the payer's name; nil for any other name.
  private func payer(
    _ name: String, of benefit: Stored<Benefit>, as viewer: Viewer
  ) throws -> UUID? {
    guard !name.isEmpty else { return nil }
    let found = try first(
      """
      SELECT o.id FROM organisation o JOIN membership m ON m.organisation_id = o.id
      WHERE lower(o.name) = lower(\(name)::text) AND m.programme_id = \(viewer.programme.uuid)
      ORDER BY o.id LIMIT 1
      """
    ) { row in try row.next(UUID.self) }
    guard found != benefit.organisation.uuid else {
      throw Refusal.invalid([
        Problem(
          .error, at: .field(BenefitCheck.Field.payer.rawValue),
          subject: BenefitCheck.Field.payer.label, found: name,
          expected: "another council or body",
          mend: "It is the council's own budget: leave it blank.")
      ])
    }
    return found
  }

  private func measure(
    _ text: String?, of benefit: Stored<Benefit>, as viewer: Viewer
  ) throws -> CheckedMeasure? {
    guard let text else { return nil }
    let all = try checkableMeasures(of: benefit.organisation, as: viewer)
    guard let measure = all.first(where: { $0.id.uuidString.lowercased() == text.lowercased() })
    else {
      throw Refusal.invalid([
        Problem(
          .error, at: .field(BenefitCheck.Field.measure.rawValue),
          subject: BenefitCheck.Field.measure.label, found: "", expected: "a measure of the list",
          mend: "Choose a measure of your register.")
      ])
    }
    return measure
  }

  private func write(
    _ check: BenefitCheck, _ payer: UUID?, _ measure: CheckedMeasure?, _ standing: CheckStanding,
    version: Int, of benefit: Stored<Benefit>, as viewer: Viewer
  ) throws {
    try execute(
      """
      INSERT INTO benefit_check (benefit_id, programme_id, organisation_id, version, changed_at,
        payer, payer_note, payer_id, measure_id, floor, dip_from, dip_to, dip_depth, standing)
      VALUES (\(benefit.id.uuid), \(viewer.programme.uuid), \(benefit.organisation.uuid),
        \(version), scope_now(), \(check.payer), \(check.payerNote), \(payer as UUID?),
        \(measure?.id as UUID?), \(check.floor.map(Decimal.init) as Decimal?),
        \(check.dip?.from.description as String?)::text::date,
        \(check.dip?.to.description as String?)::text::date,
        \(check.dip.map { Decimal($0.depth) } as Decimal?), \(standing.rawValue))
      ON CONFLICT (benefit_id) DO UPDATE SET version = excluded.version,
        changed_at = excluded.changed_at, payer = excluded.payer,
        payer_note = excluded.payer_note, payer_id = excluded.payer_id,
        measure_id = excluded.measure_id, floor = excluded.floor, dip_from = excluded.dip_from,
        dip_to = excluded.dip_to, dip_depth = excluded.dip_depth, standing = excluded.standing
      """)
  }
}

extension BenefitCheck {
  /// How the measure stands; not known without one.
  fileprivate func standing(of measure: CheckedMeasure?) -> CheckStanding {
    guard let measure else { return .unknown }
    return standing(
      last: measure.last, baseline: measure.baseline, moreIsBetter: measure.moreIsBetter)
  }
}

extension StoredCheck {
  /// What there is where nobody said anything.
  static let none = StoredCheck(
    version: 0, check: BenefitCheck(), payerTakesPart: false, measure: nil, standing: .unknown)

  func with(_ measure: CheckedMeasure?) -> StoredCheck {
    StoredCheck(
      version: version, check: check, payerTakesPart: payerTakesPart, measure: measure,
      standing: standing)
  }

  fileprivate init(_ row: inout RowReader) throws {
    version = try row.next()
    var check = BenefitCheck()
    check.payer = try row.next()
    check.payerNote = try row.next()
    payerTakesPart = try row.next()
    check.measure = try row.next(UUID?.self)?.uuidString.lowercased()
    check.floor = try row.optionalExact()
    let (from, to) = (try row.optionalDay(), try row.optionalDay())
    if let depth = try row.optionalExact(), let from, let to {
      check.dip = ExpectedDip(from: from, to: to, depth: depth)
    }
    self.check = check
    standing = try row.choice(CheckStanding.self)
    measure = nil
  }
}
