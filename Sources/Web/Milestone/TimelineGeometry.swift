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
