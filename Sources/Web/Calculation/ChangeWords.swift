import Calculator
import Programme
import Store

/// How the value of a change is shown.
enum ChangeWords {
  /// A change's value in an appraisal, with its unit.
  static func value(of name: String, in appraisal: Appraisal<Exact>) -> String {
    switch name {
    case ScenarioChanges.conventionName: words(appraisal.convention)
    case ScenarioChanges.scheduleName: words(ScheduleChoice(appraisal.schedule))
    case ScenarioChanges.horizonName: String(appraisal.horizonYears)
    default:
      (try? Variable(text: name)).map { shown($0, in: appraisal) } ?? Shown.unknown
    }
  }

  /// A variable's value, with its unit; levels in percent.
  static func shown(_ variable: Variable, in appraisal: Appraisal<Exact>) -> String {
    appraisal.value(of: variable).value.map { shown(variable, $0) } ?? "blank"
  }

  static func shown(_ variable: Variable, _ value: Exact) -> String {
    variable.isShare
      ? Shown.percentage(value) : variable.shown(value.rounded(places: placesShown))
  }

  /// Enough for hours and posts; a value that was searched for has many more.
  private static let placesShown = 4

  /// Every convention, to choose from.
  static let conventions = Convention.allCases.map { (value: $0.rawValue, text: words($0)) }

  /// Every schedule of rates, to choose from.
  static let schedules = ScheduleChoice.allCases.map { (value: $0.rawValue, text: words($0)) }

  static func words(_ convention: Convention) -> String {
    switch convention {
    case .yearZero: "At the start: year 0 undiscounted (Green Book)"
    case .midYear: "In the middle of the year"
    case .endYear: "At the end of the year"
    }
  }

  static func words(_ schedule: ScheduleChoice) -> String {
    switch schedule {
    case .flat: "One flat rate"
    case .standard: "Standard, falling from 3.5 %"
    case .health: "Health, falling from 1.5 %"
    case .reduced: "Reduced, falling from 3 %"
    }
  }
}
