import Calculator

/// What a register says of one period of a benefit's money besides what came: a forecast of its own,
/// or why there is no figure.
public struct PeriodForecast: Hashable, Sendable {
  /// The reference of the benefit.
  public var benefitReference: String
  /// The period.
  public var span: PeriodSpan
  /// Pounds; nil where the calculator's share of the year stands.
  public var forecast: Exact?
  /// Why there is no actual and will be none; "" when nobody said so.
  public var noDataBecause: String
  /// What shows it, where no actual says so.
  public var evidence: String

  /// What is said of a period.
  public init(
    benefitReference: String, span: PeriodSpan, forecast: Exact?, noDataBecause: String = "",
    evidence: String = ""
  ) {
    self.benefitReference = benefitReference
    self.span = span
    self.forecast = forecast
    self.noDataBecause = noDataBecause
    self.evidence = evidence
  }

  /// What makes it the only one of its kind: benefit, year and period.
  public var key: String { "\(benefitReference) \(span)" }
}

extension PeriodForecast: Record {
  /// The fields, in the order of files.
  public enum Field: String, RecordField {
    case benefitReference, year, period, forecast, noDataBecause, evidence

    /// The heading of its column.
    public var header: String { label }

    /// The label on pages.
    public var label: String {
      switch self {
      case .benefitReference: "Benefit"
      case .year: "Financial year"
      case .period: "Period"
      case .forecast: "Forecast"
      case .noDataBecause: "No data because"
      case .evidence: "Evidence"
      }
    }

    /// The unit.
    public var unit: String { self == .forecast ? "£" : "" }

    /// What it may hold.
    public var kind: FieldKind {
      switch self {
      case .benefitReference: .text(maxCharacters: 40)
      case .year: .financialYear
      case .period: .choice(Period.allCases.map(\.rawValue))
      case .forecast: RecordLimit.money
      case .noDataBecause: RecordLimit.title
      case .evidence: RecordLimit.prose
      }
    }
  }

  /// Reads what is said of a period; something must be said.
  public static func read(_ texts: [Field: String]) -> Reading<PeriodForecast> {
    var reader = FieldReader(texts)
    let reference = reader.required(.benefitReference)
    _ = reader.required(.year)
    let year = reader.financialYear(.year)
    let period = reader.choice(.period, Period.self, synonyms: ChoiceWords.period) ?? .year
    let forecast = reader.number(.forecast)
    let reason = reader.text(.noDataBecause)
    let evidence = reader.text(.evidence)
    if forecast == nil, reason.isEmpty, evidence.isEmpty, reader.text(.forecast).isEmpty {
      reader.refuse(.forecast, "", "a forecast or a reason", "Enter one of them, or leave it out.")
    }
    guard let year else { return Reading(value: nil, problems: reader.problems) }
    let read = PeriodForecast(
      benefitReference: reference, span: PeriodSpan(year, period), forecast: forecast,
      noDataBecause: reason, evidence: evidence)
    return Reading(value: read, problems: reader.problems)
  }

  /// The canonical text of a field.
  public func text(_ field: Field) -> String {
    switch field {
    case .benefitReference: benefitReference
    case .year: span.year.description
    case .period: span.part.rawValue
    case .forecast: forecast?.text ?? ""
    case .noDataBecause: noDataBecause
    case .evidence: evidence
    }
  }
}
