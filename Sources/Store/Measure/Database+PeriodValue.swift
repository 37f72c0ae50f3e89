import Calculator
import Foundation
import Postgres
import Programme

/// A row of a grid as it is to be, and the version it was made from: 0 where there was none.
public struct PeriodValueChange: Sendable, Hashable {
  /// The row.
  public let value: PeriodValue
  /// The version that was read.
  public let version: Int

  /// A row to write.
  public init(_ value: PeriodValue, upon version: Int) {
    self.value = value
    self.version = version
  }
}

extension Connection {
  /// Writes rows of one series, all of them or none, and returns how many really change. Rows that
  /// stand as they were make no version. Throws ``Refusal/notFound``, ``Refusal/forbidden``,
  /// ``Refusal/conflict(current:)`` when somebody changed one of the rows meanwhile, or
  /// ``Refusal/invalid(_:)`` for periods that overlap a recorded one, lie outside the programme or
  /// are closed, each at its cell.
  @discardableResult
  public func savePeriodValues(
    _ changes: [PeriodValueChange], of measure: ID<Measure>?, in benefit: ID<Benefit>,
    by act: Act, as viewer: Viewer
  ) throws -> Int {
    let (head, _) = try lockOwner(benefit, as: viewer)
    guard let stored = try series(of: benefit, as: viewer)?.series(of: measure) else {
      throw Refusal.notFound
    }
    if stored.measure?.isWithdrawn == true { throw Refusal.invalid([StoredMeasure.ended]) }
    let drafts = changes.compactMap { PeriodValueDraft($0, upon: stored.row(of: $0.value.span)) }
    guard drafts.allSatisfy(\.isCurrent) else { throw Refusal.conflict(current: 0) }
    try refuse(drafts, in: stored, around: head.cover.baseYear)
    try refuseClosed(drafts.map(\.value.span), of: head.organisation, as: viewer)
    try write(drafts, of: measure, in: benefit, head, as: viewer)
    if measure == nil { try renewYearValues(of: [benefit]) }
    if let measure { try renewChecks(naming: [measure.uuid], as: viewer) }
    try record(
      drafts.map { $0.journal(in: stored) }, of: head.organisation, named: head.organisationName,
      by: act, as: viewer)
    return drafts.count
  }

  /// Refuses rows that come in where a period is recorded already that overlaps, or where the
  /// programme is not. Rows that came with a file and are there may be corrected.
  private func refuse(
    _ drafts: [PeriodValueDraft], in stored: StoredSeries, around baseYear: FinancialYear?
  ) throws {
    var after = Dictionary(
      stored.rows.map { ($0.noun.span, $0.noun) }, uniquingKeysWith: { first, _ in first })
    for draft in drafts { after[draft.value.span] = draft.value }
    let recorded = after.values.filter { !$0.isEmpty }.map(\.span).sorted()
    let problems = drafts.filter(\.comesIn).flatMap { draft -> [Problem] in
      let outside = baseYear.flatMap {
        PeriodBounds(around: $0).problem(with: draft.value.span, at: draft.place)
      }
      let other = recorded.first { $0.overlaps(draft.value.span) }
      return [outside, other.map(draft.overlap)].compactMap(\.self)
    }
    guard problems.isEmpty else { throw Refusal.invalid(problems) }
  }

  private func write(
    _ drafts: [PeriodValueDraft], of measure: ID<Measure>?, in benefit: ID<Benefit>,
    _ head: RegisterHead, as viewer: Viewer
  ) throws {
    guard !drafts.isEmpty else { return }
    var rows = ColumnRows()
    for draft in drafts { rows.append(draft.columns) }
    try execute(
      """
      INSERT INTO period_value (programme_id, organisation_id, benefit_id, measure_id, changed_at,
        id, version, year, period, forecast, value, no_data_because, maturity, evidence)
      SELECT \(viewer.programme.uuid), \(head.organisation.uuid), \(benefit.uuid),
        \(measure?.uuid as UUID?), scope_now(), id, version, year, period, forecast, value,
        no_data_because, maturity, evidence
      FROM json_populate_recordset(NULL::period_value, \(rows.json)::json)
      ON CONFLICT (id) DO UPDATE SET version = excluded.version, changed_at = excluded.changed_at,
        forecast = excluded.forecast, value = excluded.value,
        no_data_because = excluded.no_data_because, maturity = excluded.maturity,
        evidence = excluded.evidence
      """)
  }

  /// So many benefits are renewed by one statement: their years are looked up among each other.
  private static let renewedAtOnce = 50

  /// Works the sums by financial year out anew that stand beside benefits; whoever changes their
  /// money or the calculator's figures calls it in the same transaction.
  func renewYearValues(of benefits: [ID<Benefit>]) throws {
    for start in stride(from: 0, to: benefits.count, by: Connection.renewedAtOnce) {
      let some = benefits[start..<min(start + Connection.renewedAtOnce, benefits.count)]
      try execute("SELECT renew_year_values(\(some.map(\.uuid)))")
    }
  }
}

/// A row on its way into its table, beside what it was.
private struct PeriodValueDraft: Sendable {
  let id: ID<PeriodValue>
  let value: PeriodValue
  let earlier: Stored<PeriodValue>?
  /// Whether the row is still as it was when it was read.
  let isCurrent: Bool

  /// Nil when nothing changes.
  init?(_ change: PeriodValueChange, upon stored: Stored<PeriodValue>?) {
    guard !change.value.changes(since: stored?.noun).isEmpty else { return nil }
    id = stored?.id ?? .random()
    value = change.value
    earlier = stored
    isCurrent = change.version == (stored?.version ?? 0)
  }

  var version: Int { (earlier?.version ?? 0) + 1 }

  /// Whether nothing was known of the period before.
  var comesIn: Bool { !value.isEmpty && earlier?.noun.isEmpty != false }

  /// The first cell that holds something.
  var place: Problem.Place {
    let field = PeriodValue.Field.allCases.first { !value.text($0).isEmpty } ?? .actual
    return .field("\(value.span.text).\(field.rawValue)")
  }

  func overlap(with other: PeriodSpan) -> Problem {
    Problem(
      .error, at: place, subject: value.span.words, found: "a value for \(value.span.words)",
      expected: "periods that do not overlap",
      mend: "There is one for \(other.words) already: change that one, or clear it first.")
  }

  func journal(in stored: StoredSeries) -> JournalDraft {
    let series = stored.measure.map { " \($0.measure.name)" } ?? ""
    return JournalDraft(
      kind: "actual", record: id.uuid,
      label: "\(stored.benefit.benefit.reference) \(value.span)\(series)", version: version,
      visibility: stored.benefit.stored.visibility, changes: value.changes(since: earlier?.noun))
  }

  var columns: [(name: String, value: ColumnValue)] {
    [
      ("id", .id(id)), ("version", .whole(version)), ("year", .whole(value.span.year.firstYear)),
      ("period", .text(value.span.part.rawValue)), ("forecast", .number(value.forecast)),
      ("value", .number(value.actual)), ("no_data_because", .text(value.noDataBecause)),
      ("maturity", .text(value.maturity.rawValue)), ("evidence", .text(value.evidence)),
    ]
  }
}
