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
