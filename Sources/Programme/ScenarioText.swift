import Calculator

/// Changes as names and texts: in addresses, in the database and in the journal.
extension ScenarioChanges {
  /// The name of the convention among the changes.
  public static let conventionName = "convention"
  /// The name of the schedule among the changes.
  public static let scheduleName = "schedule"
  /// The name of the horizon among the changes.
  public static let horizonName = "horizonYears"

  /// Every change by name, in canonical texts: shares as fractions.
  public var texts: [String: String] {
    var texts: [String: String] = [:]
    texts[ScenarioChanges.conventionName] = convention?.rawValue
    texts[ScenarioChanges.scheduleName] = schedule?.rawValue
    texts[ScenarioChanges.horizonName] = horizonYears.map(String.init)
    for (variable, value) in values { texts[variable.text] = value.text }
    return texts
  }

  /// Reads canonical texts; what is not understood is left out, for it may come from a later version.
  public init(texts: [String: String]) {
    for (name, text) in texts {
      switch name {
      case ScenarioChanges.conventionName: convention = Convention(rawValue: text)
      case ScenarioChanges.scheduleName: schedule = ScheduleChoice(rawValue: text)
      case ScenarioChanges.horizonName:
        horizonYears = NumberText.whole(text).flatMap {
          (1...Limit.horizonYears).contains($0) ? $0 : nil
        }
      default:
        guard let variable = try? Variable(text: name), let value = Exact(text: text) else {
          continue
        }
        values[variable] = value
      }
    }
  }

  /// What people call a change of that name.
  public static func label(of name: String) -> String {
    switch name {
    case conventionName: "When money flows"
    case scheduleName: "Rates year by year"
    case horizonName: "Years after the base year"
    default: (try? Variable(text: name))?.label ?? name
    }
  }
}
