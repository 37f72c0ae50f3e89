import Programme

/// Where days and lanes stand on a timeline.
struct TimelineGeometry {
  static let width = 1_200.0
  static let left = 270.0
  static let top = 44.0
  static let laneHeight = 30.0

  let from: Day
  let to: Day
  let laneCount: Int

  /// The height of the whole drawing.
  var height: Double {
    TimelineGeometry.top + Double(laneCount) * TimelineGeometry.laneHeight + 12
  }

  /// Where a day is; nil outside the window.
  func x(_ day: Day) -> Double? {
    guard day >= from, day <= to, to > from else { return nil }
    let share = Double(day.days(since: from)) / Double(to.days(since: from))
    return TimelineGeometry.left + share * (TimelineGeometry.width - TimelineGeometry.left - 20)
  }

  /// Where a day is, or the edge of the window that it lies beyond.
  func edge(_ day: Day) -> Double {
    x(min(max(day, from), to)) ?? TimelineGeometry.left
  }

  /// The middle of a lane.
  func y(_ lane: Int) -> Double {
    TimelineGeometry.top + (Double(lane) + 0.5) * TimelineGeometry.laneHeight
  }

  /// The first days of months within the window, few enough that their names stand apart.
  var months: [Day] {
    let step = max(1, (to.days(since: from) / 30 + 9) / 10)
    guard let first = Day(year: from.year, month: from.month, day: 1) else { return [] }
    var months: [Day] = []
    var next = first >= from ? first : first.adding(months: 1)
    while let month = next, month <= to {
      months.append(month)
      next = month.adding(months: step)
    }
    return months
  }
}

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
