/// When a target is to be met.
public enum TargetTerm: String, CaseIterable, Sendable {
  /// Within the first year.
  case short
  /// While councils go live.
  case medium
  /// When every council has gone live.
  case long
  /// When the project is over and the work goes on.
  case after

  /// The label on pages.
  public var label: String {
    switch self {
    case .short: "Short term"
    case .medium: "Medium term"
    case .long: "Long term"
    case .after: "After implementation"
    }
  }
}

/// How far a target is.
public enum TargetStanding: String, CaseIterable, Sendable {
  /// Nothing has begun.
  case notBegun = "Not begun"
  /// It will be met.
  case onCourse = "On course"
  /// It may be missed.
  case atRisk = "At risk"
  /// It was met.
  case met = "Met"
  /// Its day has passed and it was not met.
  case missed = "Missed"
}
