import Calculator
import Programme
import Store

extension MilestoneDetailPage.Warning {
  init(_ standing: StoredWarning, of stored: StoredMilestone, mayKeep: Bool) {
    words = "May be \(standing.words)."
    who = "\(standing.raisedBy), \(Shown.moment(standing.raisedAt))"
    withdrawHref = mayKeep ? "\(stored.path)/warning/withdraw" : nil
  }
}

extension MilestoneDetailPage.NeedRow {
  init(
    _ need: NeededMilestone, day: Day, needed: Day, _ stuck: [ID<Milestone>: Day], _ today: Day,
    removeAction: String?
  ) {
    let other = need.milestone
    id = other.id.description
    milestone = other.link
    party = other.partyName
    self.day = other.milestone.day.words
    lag = need.lagDays == 0 ? "none" : Shown.count(need.lagDays, "day")
    let days = day.days(since: needed) - need.lagDays
    room = days < 0 ? "\(Shown.count(-days, "day")) too late" : Shown.count(days, "day")
    standing = Tag(other.standing(stuck, today: today))
    self.removeAction = removeAction
  }
}

extension MilestoneDetailPage.MoveRow {
  init(_ move: StoredMove) {
    what = move.what == .baseline ? "Plan" : "Forecast"
    (from, to) = (move.from.words, move.to.words)
    because = Shown.words(move.because)
    when = Shown.moment(move.movedAt)
    who = move.movedBy
  }
}

extension MilestoneDetailPage.WarningRow {
  init(_ warning: StoredWarning) {
    words = warning.words
    given = "\(Shown.moment(warning.raisedAt)), \(warning.raisedBy)"
    settled = warning.settledBecause
  }
}
