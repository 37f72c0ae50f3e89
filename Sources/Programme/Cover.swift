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
  /// Whether the discount rate includes inflation; nil is as the money.
  public var rateBase: PriceBase?
  /// Where in its year money falls.
  public var convention = Convention.yearZero
  /// Which discount rates hold.
  public var schedule = ScheduleChoice.flat
  /// Which part of a post counts as released, for cash.
  public var postRule = PostRule.any
  /// The name, source and date of the deflator, as its publisher says them.
  public var deflator = ""
  /// The deflator's index by financial year.
  public var deflatorIndexes: [DeflatorIndex] = []
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
  /// The fields of the sheets Cover and Assumptions of layout 1, and those of our own.
  public enum Field: String, RecordField {
    case council, project, version, author, date, baseYear, priceBase
    case rateBase, convention, schedule, postRule, deflator, deflatorIndexes
    case discountRate, onCostShare, overheadShare, daysPerYear, leaveDays, bankHolidayDays
    case sicknessAndTrainingDays, hoursPerDay

    /// The fields of the sheet Assumptions.
    public static let assumptions: [Field] = [
      .discountRate, .onCostShare, .overheadShare, .daysPerYear, .leaveDays, .bankHolidayDays,
      .sicknessAndTrainingDays, .hoursPerDay,
    ]

    /// The fields that layout 1 has no label for.
    public static let own: [Field] = [
      .rateBase, .convention, .schedule, .postRule, .deflator, .deflatorIndexes,
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
      case .rateBase: "RateBase"
      case .convention: "Convention"
      case .schedule: "RateSchedule"
      case .postRule: "PostRule"
      case .deflator: "Deflator"
      case .deflatorIndexes: "DeflatorIndexes"
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
      case .rateBase: "Rate base"
      case .schedule: "Rates year by year"
      case .postRule: "Posts that count as released"
      case .deflatorIndexes: "Index of the deflator"
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
      case .priceBase, .rateBase: .choice(PriceBase.allCases.map(\.rawValue))
      case .convention: .choice(Convention.allCases.map(\.rawValue))
      case .schedule: .choice(ScheduleChoice.allCases.map(\.rawValue))
      case .postRule: .choice(PostRule.allCases.map(\.rawValue))
      case .deflator: RecordLimit.title
      case .deflatorIndexes: .list(maxItems: RecordLimit.deflatorYears)
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
    cover.appraise(&reader)
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
    case .rateBase: rateBase?.rawValue ?? ""
    case .convention: convention.rawValue
    case .schedule: schedule.rawValue
    case .postRule: postRule.rawValue
    case .deflator: deflator
    case .deflatorIndexes: deflatorIndexes.map(\.description).joined(separator: "; ")
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
