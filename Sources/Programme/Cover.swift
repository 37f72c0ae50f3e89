import Calculator

/// What stands at the head of a register: whose it is, for which project, and the assumptions that
/// all its benefits share.
public struct Cover: Hashable, Sendable {
  /// The name of the council.
  public var council = ""
  /// The project that the register belongs to.
  public var project = ""
  /// The version of the register, as its author counts.
  public var version = ""
  /// Who made it.
  public var author = ""
  /// When it was made.
  public var date: Day?
  /// Year 0 of the forecast.
  public var baseYear: FinancialYear?
  /// Whether prices include inflation.
  public var priceBase = PriceBase.real
  /// Rates and working days.
  public var assumptions = Assumptions<Exact>.standard

  /// A cover with the standard assumptions.
  public init() {}
}

/// Whether money is stated at the prices of the base year or of its own year.
public enum PriceBase: String, CaseIterable, Sendable {
  /// At the prices of the base year.
  case real
  /// At the prices of each year.
  case nominal
}

extension Cover: Record {
  /// The fields of the sheets Cover and Assumptions of layout 1.
  public enum Field: String, RecordField {
    case council, project, version, author, date, baseYear, priceBase
    case discountRate, onCostShare, overheadShare, daysPerYear, leaveDays, bankHolidayDays
    case sicknessAndTrainingDays, hoursPerDay

    /// The fields of the sheet Assumptions.
    public static let assumptions: [Field] = [
      .discountRate, .onCostShare, .overheadShare, .daysPerYear, .leaveDays, .bankHolidayDays,
      .sicknessAndTrainingDays, .hoursPerDay,
    ]

    /// The label in column 1 of the sheet, which is also the defined name of an assumption.
    public var header: String {
      switch self {
      case .council: "Council"
      case .project: "Project"
      case .version: "Version"
      case .author: "Author"
      case .date: "Date"
      case .baseYear: "BaseYear"
      case .priceBase: "PriceBase"
      case .discountRate: "DiscountRate"
      case .onCostShare: "OnCostPct"
      case .overheadShare: "OverheadPct"
      case .daysPerYear: "DaysPerYear"
      case .leaveDays: "LeaveDays"
      case .bankHolidayDays: "BankHols"
      case .sicknessAndTrainingDays: "SickTrainDays"
      case .hoursPerDay: "HoursPerDay"
      }
    }

    /// The label on pages.
    public var label: String {
      switch self {
      case .baseYear: "Base year"
      case .priceBase: "Price base"
      case .discountRate: "Discount rate"
      case .onCostShare: "On-costs"
      case .overheadShare: "Overhead"
      case .daysPerYear: "Paid days"
      case .leaveDays: "Leave"
      case .bankHolidayDays: "Bank holidays"
      case .sicknessAndTrainingDays: "Sickness and training"
      case .hoursPerDay: "Hours a day"
      default: header
      }
    }

    /// The unit.
    public var unit: String {
      switch self {
      case .discountRate, .onCostShare, .overheadShare: "%"
      case .daysPerYear, .leaveDays, .bankHolidayDays, .sicknessAndTrainingDays: "days a year"
      case .hoursPerDay: "hours"
      default: ""
      }
    }

    /// What it may hold.
    public var kind: FieldKind {
      switch self {
      case .council, .project, .version, .author: RecordLimit.title
      case .date: .day
      case .baseYear: .financialYear
      case .priceBase: .choice(PriceBase.allCases.map(\.rawValue))
      case .discountRate: RecordLimit.share
      case .onCostShare, .overheadShare: .share(from: .zero, to: Exact(10))
      case .daysPerYear, .leaveDays, .bankHolidayDays, .sicknessAndTrainingDays:
        .number(from: .zero, to: Exact(366))
      case .hoursPerDay: .number(from: .zero, to: Exact(24))
      }
    }
  }

  /// Reads a cover from what was typed; a blank assumption keeps its standard value, with a warning.
  public static func read(_ texts: [Field: String]) -> Reading<Cover> {
    var reader = FieldReader(texts)
    var cover = Cover()
    cover.council = reader.text(.council)
    cover.project = reader.text(.project)
    cover.version = reader.text(.version)
    cover.author = reader.text(.author)
    cover.date = reader.day(.date)
    cover.baseYear = reader.financialYear(.baseYear)
    cover.priceBase =
      reader.choice(.priceBase, PriceBase.self, synonyms: ChoiceWords.priceBase) ?? .real
    for field in Field.assumptions {
      if let value = reader.number(field) {
        cover.assumptions[keyPath: path(field)] = value
      } else if TrimmedText.of(texts[field] ?? "").isEmpty {
        reader.report(
          .warning, field, "", "a value",
          "The standard value \(cover.text(field)) is used; enter your own if it differs.")
      }
    }
    return Reading(value: cover, problems: reader.problems)
  }

  /// The canonical text of a field.
  public func text(_ field: Field) -> String {
    switch field {
    case .council: council
    case .project: project
    case .version: version
    case .author: author
    case .date: date?.description ?? ""
    case .baseYear: baseYear?.description ?? ""
    case .priceBase: priceBase.rawValue
    default: assumptions[keyPath: Cover.path(field)].text
    }
  }

  private static func path(_ field: Field) -> WritableKeyPath<Assumptions<Exact>, Exact> {
    switch field {
    case .onCostShare: \.onCostShare
    case .overheadShare: \.overheadShare
    case .daysPerYear: \.daysPerYear
    case .leaveDays: \.leaveDays
    case .bankHolidayDays: \.bankHolidayDays
    case .sicknessAndTrainingDays: \.sicknessAndTrainingDays
    case .hoursPerDay: \.hoursPerDay
    default: \.discountRate
    }
  }
}
