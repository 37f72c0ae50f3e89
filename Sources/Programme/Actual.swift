import Calculator

/// What a benefit really brought in one period.
public struct Actual: Hashable, Sendable {
  /// The reference of the benefit.
  public var benefitReference: String
  /// The financial year.
  public var year: FinancialYear
  /// The part of the year.
  public var period: Period
  /// Pounds.
  public var value: Exact
  /// What shows it.
  public var evidence: String
  /// How settled the figure is.
  public var maturity: Maturity

  /// An actual.
  public init(
    benefitReference: String, year: FinancialYear, period: Period, value: Exact, evidence: String,
    maturity: Maturity
  ) {
    self.benefitReference = benefitReference
    self.year = year
    self.period = period
    self.value = value
    self.evidence = evidence
    self.maturity = maturity
  }
}

/// A part of a financial year: the whole, a quarter or a month (M01 is April).
public enum Period: String, CaseIterable, Sendable {
  /// The whole financial year.
  case year = "Year"
  /// A quarter; Q1 begins in April.
  case quarter1 = "Q1"
  /// The second quarter.
  case quarter2 = "Q2"
  /// The third quarter.
  case quarter3 = "Q3"
  /// The fourth quarter.
  case quarter4 = "Q4"
  /// April.
  case month1 = "M01"
  /// May.
  case month2 = "M02"
  /// June.
  case month3 = "M03"
  /// July.
  case month4 = "M04"
  /// August.
  case month5 = "M05"
  /// September.
  case month6 = "M06"
  /// October.
  case month7 = "M07"
  /// November.
  case month8 = "M08"
  /// December.
  case month9 = "M09"
  /// January.
  case month10 = "M10"
  /// February.
  case month11 = "M11"
  /// March.
  case month12 = "M12"
}

extension Actual: Record {
  /// The fields of an actual, in the order of layout 1.
  public enum Field: String, RecordField {
    case benefitReference, year, period, value, evidence, maturity

    /// The heading in layout 1.
    public var header: String {
      switch self {
      case .benefitReference: "BenefitID"
      case .year: "FY"
      case .period: "Period"
      case .value: "Value"
      case .evidence: "Evidence"
      case .maturity: "Maturity"
      }
    }

    /// The label on pages.
    public var label: String {
      switch self {
      case .benefitReference: "Benefit"
      case .year: "Financial year"
      case .period: "Period"
      case .value: "Actual"
      case .evidence: "Evidence"
      case .maturity: "Maturity"
      }
    }

    /// The unit.
    public var unit: String { self == .value ? "£" : "" }

    /// What it may hold.
    public var kind: FieldKind {
      switch self {
      case .benefitReference: .text(maxCharacters: 40)
      case .year: .financialYear
      case .period: .choice(Period.allCases.map(\.rawValue))
      case .value: RecordLimit.money
      case .evidence: RecordLimit.prose
      case .maturity: .choice(Maturity.allCases.map(\.rawValue))
      }
    }
  }

  /// Reads an actual from what was typed. A missing value is refused: it is not zero.
  public static func read(_ texts: [Field: String]) -> Reading<Actual> {
    var reader = FieldReader(texts)
    let reference = reader.required(.benefitReference)
    _ = reader.required(.year)
    let year = reader.financialYear(.year)
    _ = reader.required(.value)
    let value = reader.number(.value)
    let period = reader.choice(.period, Period.self, synonyms: ChoiceWords.period) ?? .year
    let maturity =
      reader.choice(.maturity, Maturity.self, synonyms: ChoiceWords.maturity) ?? .preliminary
    let evidence = reader.text(.evidence)
    guard let year, let value else { return Reading(value: nil, problems: reader.problems) }
    let actual = Actual(
      benefitReference: reference, year: year, period: period, value: value, evidence: evidence,
      maturity: maturity)
    return Reading(value: actual, problems: reader.problems)
  }

  /// The canonical text of a field.
  public func text(_ field: Field) -> String {
    switch field {
    case .benefitReference: benefitReference
    case .year: year.description
    case .period: period.rawValue
    case .value: value.text
    case .evidence: evidence
    case .maturity: maturity.rawValue
    }
  }
}
