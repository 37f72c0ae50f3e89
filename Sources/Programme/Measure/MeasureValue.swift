import Calculator

/// One value of a measure as files carry it.
public struct MeasureValue: Hashable, Sendable {
  /// The key of its measure; "" while it stands within its measure.
  public var series: String
  /// The value with its period.
  public var value: PeriodValue

  /// A value of a measure.
  public init(_ value: PeriodValue, of series: String = "") {
    self.series = series
    self.value = value
  }

  /// What makes it the only one of its kind: measure and period.
  public var key: String { "\(series) \(value.span)" }
}

extension MeasureValue: Record {
  /// The period and the cells of a grid.
  public enum Field: String, RecordField {
    case year, period, forecast, actual, noDataBecause, maturity, evidence

    fileprivate var cell: PeriodValue.Field? { PeriodValue.Field(rawValue: rawValue) }

    /// The heading of its column.
    public var header: String { label }

    /// The label on pages.
    public var label: String { cell?.label ?? (self == .year ? "Financial year" : "Period") }

    /// The measure's own unit stands beside it.
    public var unit: String { "" }

    /// What it may hold.
    public var kind: FieldKind {
      cell?.kind
        ?? (self == .year ? .financialYear : .choice(Period.allCases.map(\.rawValue)))
    }
  }

  /// Reads a value; what its measure can hold is looked at when the measure is known.
  public static func read(_ texts: [Field: String]) -> Reading<MeasureValue> {
    var reader = FieldReader(texts)
    _ = reader.required(.year)
    let year = reader.financialYear(.year)
    let period = reader.choice(.period, Period.self, synonyms: ChoiceWords.period) ?? .year
    let forecast = reader.number(.forecast)
    let actual = reader.number(.actual)
    let reason = reader.text(.noDataBecause)
    let maturity =
      reader.choice(.maturity, Maturity.self, synonyms: ChoiceWords.maturity) ?? .preliminary
    let evidence = reader.text(.evidence)
    if actual != nil, !reason.isEmpty {
      reader.refuse(
        .noDataBecause, reason, "either an actual or why there is none", "Remove one of the two.")
    }
    guard let year else { return Reading(value: nil, problems: reader.problems) }
    var value = PeriodValue(PeriodSpan(year, period))
    (value.forecast, value.actual, value.noDataBecause) = (forecast, actual, reason)
    (value.maturity, value.evidence) = (actual == nil ? .preliminary : maturity, evidence)
    return Reading(value: MeasureValue(value), problems: reader.problems)
  }

  /// The canonical text of a field.
  public func text(_ field: Field) -> String {
    if let cell = field.cell { return value.text(cell) }
    return field == .year ? value.span.year.description : value.span.part.rawValue
  }
}
