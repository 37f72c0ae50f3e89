import Postgres
import Programme

/// A value that is about to be written, as a refusal names it.
private struct WrittenValue {
  let span: PeriodSpan
  let what: String
  let place: Problem.Place
}

extension Connection {
  /// Refuses to write values of periods that a council has closed. Everything that writes values
  /// calls it, imports too. Throws ``Refusal/invalid(_:)`` naming each closed period.
  func refuseClosed(
    _ spans: [PeriodSpan], of organisation: ID<Organisation>, as viewer: Viewer
  ) throws {
    let cells = Set(spans).sorted().map {
      WrittenValue(span: $0, what: $0.words, place: .field("\($0.text).actual"))
    }
    try refuseClosed(cells, of: organisation, as: viewer)
  }

  private func refuseClosed(
    _ values: [WrittenValue], of organisation: ID<Organisation>, as viewer: Viewer
  ) throws {
    guard !values.isEmpty else { return }
    let closed = try closedPeriods(of: organisation, as: viewer)
    let problems = values.compactMap { value in
      closed.first { $0.covers(value.span) }?.problem(value.what, at: value.place)
    }
    guard problems.isEmpty else {
      throw Refusal.invalid(Array(problems.prefix(PeriodLimit.named)))
    }
  }

  /// The same for rows of a file, each named by its benefit and period.
  func refuseClosed(
    _ changes: [PeriodChange], of organisation: ID<Organisation>, as viewer: Viewer
  ) throws {
    let rows = changes.map {
      WrittenValue(span: $0.row.value.span, what: $0.row.words, place: .file)
    }
    try refuseClosed(rows, of: organisation, as: viewer)
  }

  /// The same for the values that an import wrote, before they are taken back.
  func refuseClosed(
    touchedBy id: ID<ImportRun>, of organisation: ID<Organisation>, as viewer: Viewer
  ) throws {
    let rows = try query(
      """
      SELECT i.label, v.year, v.period
      FROM import_change i JOIN period_value v ON v.id = i.record_id
      WHERE i.import_id = \(id.uuid) AND i.programme_id = \(viewer.programme.uuid)
        AND i.kind = 'actual'
      ORDER BY i.position
      """
    ) { row in
      let label = try row.next(String.self)
      guard let year = FinancialYear(firstYear: try row.next()) else {
        throw StoreError.inconsistent("a value of no financial year")
      }
      return WrittenValue(
        span: PeriodSpan(year, try row.choice(Period.self)), what: "Value of \(label)",
        place: .file)
    }
    try refuseClosed(rows, of: organisation, as: viewer)
  }

  /// The closed periods of a register within sight.
  public func closedPeriods(
    of organisation: ID<Organisation>, as viewer: Viewer
  ) throws -> [ClosedPeriod] {
    try query(
      """
      SELECT year, period, decided_by_name,
        (decided_at AT TIME ZONE 'Europe/London')::date
      FROM period_close
      WHERE programme_id = \(viewer.programme.uuid) AND organisation_id = \(organisation.uuid)
        AND state = 'closed'
      ORDER BY year, period
      """
    ) { row in
      guard let year = FinancialYear(firstYear: try row.next()) else {
        throw StoreError.inconsistent("a closing of no financial year")
      }
      let span = PeriodSpan(year, try row.choice(Period.self))
      let name = try row.next(String.self)
      guard let day = try row.optionalDay() else {
        throw StoreError.inconsistent("a closing of no day")
      }
      return ClosedPeriod(span: span, closedBy: name, day: day)
    }
  }
}

extension PeriodMerge.Row {
  /// What a row of a file is called: "Value of B077 2010/11 Q1".
  public var words: String { "Value of \(label)" }
}
