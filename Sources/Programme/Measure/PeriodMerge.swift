import Calculator

/// What a file changes of the values of periods, of benefits' money and of measures. What is stored
/// and not in the file stays.
public struct PeriodMerge: Sendable {
  /// A row that comes in or changes.
  public struct Row: Sendable, Hashable {
    /// The reference of the benefit in lower case.
    public let benefit: String
    /// The key of the measure in lower case; nil for the benefit's money.
    public let measure: String?
    /// "B001 2010/11 Q1", with the name of the measure.
    public let label: String
    /// The row as it will be.
    public let value: PeriodValue

    /// A row of the money of a benefit, or of one of its measures.
    public init(benefit: String, measure: String?, label: String, value: PeriodValue) {
      self.benefit = benefit
      self.measure = measure
      self.label = label
      self.value = value
    }
  }

  /// The rows that differ from what is stored.
  public let rows: [Row]
  /// What the file says against what somebody typed in the register. Nothing typed is dropped in
  /// silence.
  public let contradictions: [Problem]

  /// Compares what comes in with what is stored.
  public init(_ incoming: Register, into stored: Register) {
    let before = PeriodMerge.series(of: stored)
    let money = PeriodMerge.money(incoming, upon: before)
    let measured = PeriodMerge.measured(incoming)
    rows = (money + measured).filter { row in
      before[row.series]?[row.value.span]?.changes(to: row.value) ?? !row.value.isEmpty
    }
    contradictions = PeriodMerge.contradictions(rows, to: before)
  }

  /// A file's actual or forecast put over what the register says of the same period.
  private static func money(
    _ incoming: Register, upon before: [Series: [PeriodSpan: PeriodValue]]
  ) -> [Row] {
    var after: [String: [PeriodSpan: PeriodValue]] = [:]
    var labels: [(benefit: String, span: PeriodSpan, label: String)] = []
    func place(_ reference: String, _ span: PeriodSpan, _ change: (inout PeriodValue) -> Void) {
      let benefit = reference.lowercased()
      if after[benefit]?[span] == nil { labels.append((benefit, span, "\(reference) \(span)")) }
      let stored = before[Series(benefit: benefit)]?[span]
      change(&after[benefit, default: [:]][span, default: stored ?? PeriodValue(span)])
    }
    for forecast in incoming.forecasts {
      place(forecast.benefitReference, forecast.span) { $0.take(forecast) }
    }
    for actual in incoming.actuals {
      place(actual.benefitReference, actual.span) { $0.take(actual) }
    }
    return labels.compactMap { benefit, span, label in
      after[benefit]?[span].map { Row(benefit: benefit, measure: nil, label: label, value: $0) }
    }
  }

  private static func measured(_ incoming: Register) -> [Row] {
    incoming.measures.flatMap { series in
      series.values.map { value in
        Row(
          benefit: series.benefitReference.lowercased(), measure: series.key.lowercased(),
          label: "\(series.benefitReference) \(value.span) \(series.measure.name)", value: value)
      }
    }
  }

  /// Rows that cannot stand beside what the register says of the same or an overlapping period.
  private static func contradictions(
    _ rows: [Row], to before: [Series: [PeriodSpan: PeriodValue]]
  ) -> [Problem] {
    rows.compactMap { row in
      if row.value.actual != nil, !row.value.noDataBecause.isEmpty {
        return row.problem(besides: [row.value])
      }
      let others = (before[row.series] ?? [:]).values.filter {
        $0.span.overlaps(row.value.span) && row.contradicts($0)
      }
      return others.isEmpty ? nil : row.problem(besides: others.sorted { $0.span < $1.span })
    }
  }
}

extension PeriodMerge {
  /// The benefit's money, or one of its measures.
  fileprivate struct Series: Hashable {
    let benefit: String
    var measure: String?
  }

  /// Every value of a register by its series and period.
  fileprivate static func series(of register: Register) -> [Series: [PeriodSpan: PeriodValue]] {
    var all: [Series: [PeriodSpan: PeriodValue]] = [:]
    for forecast in register.forecasts {
      let own = Series(benefit: forecast.benefitReference.lowercased())
      all[own, default: [:]][forecast.span, default: PeriodValue(forecast.span)].take(forecast)
    }
    for actual in register.actuals {
      let own = Series(benefit: actual.benefitReference.lowercased())
      all[own, default: [:]][actual.span, default: PeriodValue(actual.span)].take(actual)
    }
    for series in register.measures {
      let own = Series(
        benefit: series.benefitReference.lowercased(), measure: series.key.lowercased())
      for value in series.values { all[own, default: [:]][value.span] = value }
    }
    return all
  }
}

extension PeriodMerge.Row {
  fileprivate var series: PeriodMerge.Series {
    PeriodMerge.Series(benefit: benefit, measure: measure)
  }

  /// Whether it cannot stand beside a recorded period that overlaps: two actuals of the money may,
  /// of which the longer one counts.
  fileprivate func contradicts(_ other: PeriodValue) -> Bool {
    if value.isEmpty || other.isEmpty { return false }
    return measure != nil || value.saysMore || other.saysMore
  }

  fileprivate func problem(besides others: [PeriodValue]) -> Problem {
    let said = others.first.map { other in
      if !other.noDataBecause.isEmpty {
        "the register says there is no data for \(other.span.words), because "
          + other.noDataBecause
      } else if other.forecast != nil {
        "the register holds a forecast for \(other.span.words)"
      } else {
        "the register holds a value for \(other.span.words)"
      }
    }
    let more = others.count > 1 ? "; \(others.count - 1) more overlap" : ""
    return Problem(
      .error, at: .file, subject: measure == nil ? "Actuals" : "Measure values", found: label,
      expected: "values that fit the periods of the register",
      mend:
        "Clear the period on the benefit\u{2019}s page, or leave the row out: \(said ?? "")\(more)."
    )
  }
}

extension PeriodValue {
  /// Whether it holds something besides an actual.
  fileprivate var saysMore: Bool { forecast != nil || !noDataBecause.isEmpty }

  fileprivate func changes(to other: PeriodValue) -> Bool {
    !other.changes(since: self).isEmpty
  }

  /// What was said of the period besides what came.
  mutating func take(_ said: PeriodForecast) {
    forecast = said.forecast
    noDataBecause = said.noDataBecause
    if actual == nil { evidence = said.evidence }
  }

  /// What came.
  mutating func take(_ came: Actual) {
    actual = came.value
    evidence = came.evidence
    maturity = came.maturity
  }
}
