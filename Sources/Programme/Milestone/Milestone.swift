/// Something a party of the programme is to have done by a day.
public struct Milestone: Hashable, Sendable {
  /// What is done then, in a few words.
  public var title: String
  /// How one can tell that it is done.
  public var description: String
  /// The office that answers for it; "" for none.
  public var office: String
  /// The day of the agreed plan.
  public var baseline: Day
  /// The day it is now expected.
  public var forecast: Day
  /// The day it was done; nil while it is not.
  public var actual: Day?
  /// Why the forecast last moved later; "" when it never did.
  public var slipReason: String

  /// A milestone that is expected on the day of the plan, unless given.
  public init(
    title: String, description: String = "", office: String = "", baseline: Day,
    forecast: Day? = nil, actual: Day? = nil, slipReason: String = ""
  ) {
    self.title = title
    self.description = description
    self.office = office
    self.baseline = baseline
    self.forecast = forecast ?? baseline
    self.actual = actual
    self.slipReason = slipReason
  }

  /// The day that others reckon with: when it was done, else when it is expected.
  public var day: Day { actual ?? forecast }

  /// How many days after the plan it is expected or was done; negative before the plan.
  public var slipDays: Int { day.days(since: baseline) }
}

extension Milestone: Record {
  /// The fields of a milestone.
  public enum Field: String, RecordField {
    case title, description, office, baseline, forecast, actual, slipReason

    /// The heading of its column.
    public var header: String { label }

    /// The label on pages.
    public var label: String {
      switch self {
      case .title: "Title"
      case .description: "Done when"
      case .office: "Office"
      case .baseline: "Planned"
      case .forecast: "Forecast"
      case .actual: "Achieved"
      case .slipReason: "Why it moved"
      }
    }

    /// No field has a unit.
    public var unit: String { "" }

    /// What it may hold.
    public var kind: FieldKind {
      switch self {
      case .title, .office: RecordLimit.title
      case .description: RecordLimit.prose
      case .baseline, .forecast, .actual: .day
      case .slipReason: .text(maxCharacters: RecordLimit.noteCharacters)
      }
    }
  }

  /// Reads a milestone from what was typed. Without a forecast it is expected as planned; a forecast
  /// after the plan says why.
  public static func read(_ texts: [Field: String]) -> Reading<Milestone> {
    var reader = FieldReader(texts)
    let title = reader.required(.title)
    _ = reader.required(.baseline)
    let baseline = reader.planDay(.baseline)
    let forecast = reader.planDay(.forecast) ?? baseline
    let reason = reader.text(.slipReason)
    let (description, office) = (reader.text(.description), reader.text(.office))
    let actual = reader.planDay(.actual)
    guard let baseline, let forecast else {
      return Reading(value: nil, problems: reader.problems)
    }
    if forecast > baseline, reason.isEmpty {
      reader.refuse(.slipReason, "", "a reason", "Say why it is expected after the plan.")
    }
    return Reading(
      value: Milestone(
        title: title, description: description, office: office, baseline: baseline,
        forecast: forecast, actual: actual, slipReason: reason),
      problems: reader.problems)
  }

  /// The canonical text of a field.
  public func text(_ field: Field) -> String {
    switch field {
    case .title: title
    case .description: description
    case .office: office
    case .baseline: baseline.description
    case .forecast: forecast.description
    case .actual: actual?.description ?? ""
    case .slipReason: slipReason
    }
  }
}

extension FieldReader where Field == Milestone.Field {
  /// A day of the plan; nil for a blank or a refused text.
  mutating func planDay(_ field: Field) -> Day? {
    guard let day = day(field) else { return nil }
    guard MilestoneLimit.years.contains(day.year) else {
      refuse(
        field, day.description,
        "a day from \(MilestoneLimit.years.lowerBound) to \(MilestoneLimit.years.upperBound)",
        "Check the year.")
      return nil
    }
    return day
  }
}

/// How much the plan may hold, by name, in one place.
public enum MilestoneLimit {
  /// Milestones of one programme that were not withdrawn.
  public static let inProgramme = 5_000
  /// Milestones that one milestone may need.
  public static let needs = 50
  /// Benefits that may wait for one milestone.
  public static let benefits = 200
  /// The years that the plan's days lie in.
  public static let years = 2000...2099
  /// Days between a milestone and what it needs.
  public static let lagDays = 0...730
  /// Days that a warning may speak of.
  public static let warningDays = 1...730
  /// Days that one drawing of the plan shows.
  public static let drawnDays = 3_660
  /// Milestones that one drawing of the plan shows; of more a part is chosen.
  public static let drawn = 500
}
