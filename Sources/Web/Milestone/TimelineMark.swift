/// The marks of a timeline, told apart by their shape.
enum TimelineMark {
  /// The day of the plan: a diamond in outline.
  case planned
  /// A day that is expected: a full circle.
  case forecast
  /// A day that has passed while nothing was achieved: a triangle.
  case late
  /// The day it was achieved: a square.
  case achieved

  /// What is drawn around a point.
  func way(_ x: Double, _ y: Double) -> String {
    let here = { (dx: Double, dy: Double) in
      "\(ChartScale.text(x + dx)) \(ChartScale.text(y + dy))"
    }
    switch self {
    case .planned: return "M\(here(-8, 0))L\(here(0, -8))L\(here(8, 0))L\(here(0, 8))Z"
    case .forecast: return "M\(here(-5, 0))a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z"
    case .late: return "M\(here(-6, 5))L\(here(0, -6))L\(here(6, 5))Z"
    case .achieved: return "M\(here(-5, -5))h10v10h-10Z"
    }
  }

  /// The class that draws it.
  var style: String {
    switch self {
    case .planned: "app-plan__planned"
    case .forecast: "app-plan__forecast"
    case .late: "app-plan__late"
    case .achieved: "app-plan__achieved"
    }
  }
}
