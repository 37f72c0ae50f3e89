import Calculator
import Programme
import Store

extension TimelineDrawing {
  /// Milestones in lanes by party; one party's own stand in a lane each.
  init(
    _ milestones: [StoredMilestone], from: Day, to: Day, isOneParty: Bool,
    stuck: [ID<Milestone>: Day], today day: Day
  ) {
    let lanes = TimelineDrawing.lanes(milestones, isOneParty: isOneParty)
    let geometry = TimelineGeometry(from: from, to: to, laneCount: lanes.count)
    let bottom = ChartScale.text(geometry.height)
    viewBox = "0 0 \(ChartScale.text(TimelineGeometry.width)) \(bottom)"
    width = ChartScale.text(TimelineGeometry.width)
    height = bottom
    description =
      "\(Shown.count(milestones.count, "milestone")) from \(from.words) to \(to.words). "
      + "The table below holds the same days."
    months = geometry.months.compactMap { month in
      geometry.x(month).map {
        Upright(x: ChartScale.text($0), bottom: bottom, text: TimelineDrawing.name(of: month))
      }
    }
    today = geometry.x(day).map {
      Upright(x: ChartScale.text($0), bottom: bottom, text: "Today")
    }
    self.lanes = lanes.enumerated().map { place, lane in
      Lane(
        name: TimelineDrawing.shortened(lane.name), y: ChartScale.text(geometry.y(place)),
        textY: ChartScale.text(geometry.y(place) + 5))
    }
    self.milestones = lanes.enumerated().flatMap { place, lane in
      lane.milestones.map { Drawn($0, geometry, y: geometry.y(place), stuck, today: day) }
    }
  }

  private static func lanes(
    _ milestones: [StoredMilestone], isOneParty: Bool
  ) -> [(name: String, milestones: [StoredMilestone])] {
    if isOneParty { return milestones.map { ($0.milestone.title, [$0]) } }
    return Dictionary(grouping: milestones, by: \.party).values
      .compactMap { own in own.first.map { ($0.partyName, own) } }.sorted { $0.0 < $1.0 }
  }

  /// "March 2026".
  private static func name(of month: Day) -> String {
    month.words.split(separator: " ").dropFirst().joined(separator: " ")
  }

  /// As much of a name as the lane has room for; the table has all of it.
  private static func shortened(_ name: String) -> String {
    name.count > 32 ? "\(name.prefix(31))…" : name
  }
}

extension TimelineDrawing.Drawn {
  fileprivate init(
    _ stored: StoredMilestone, _ geometry: TimelineGeometry, y: Double,
    _ stuck: [ID<Milestone>: Day], today: Day
  ) {
    let milestone = stored.milestone
    href = stored.path
    let standing = stored.standing(stuck, today: today)
    label = [
      "\(milestone.title), \(stored.partyName)", "planned \(milestone.baseline.words)",
      milestone.actual.map { "achieved \($0.words)" }
        ?? "expected \(milestone.forecast.words)", Tag(standing).text,
    ].joined(separator: ", ")
    let isAway = milestone.baseline != milestone.day
    bar =
      isAway
      ? TimelineDrawing.Bar(
        from: ChartScale.text(geometry.edge(milestone.baseline)),
        to: ChartScale.text(geometry.edge(milestone.day)), y: ChartScale.text(y)) : nil
    let kind: TimelineMark =
      milestone.actual != nil ? .achieved : milestone.forecast < today ? .late : .forecast
    marks = [(TimelineMark.planned, milestone.baseline), (kind, milestone.day)].compactMap {
      mark, day in
      geometry.x(day).map { TimelineDrawing.Mark(way: mark.way($0, y), style: mark.style) }
    }
  }
}
