import Calculator
import Programme
import Store

extension Tag {
  /// Where an issue stands.
  init(_ state: IssueState) {
    switch state {
    case .concern: self.init(state.words, .purple)
    case .untriaged: self.init(state.words, .yellow)
    case .open: self.init(state.words, .blue)
    case .waiting: self.init(state.words, .turquoise)
    case .escalated: self.init(state.words, .red)
    case .resolved: self.init(state.words, .green)
    case .withdrawn: self.init(state.words, .grey)
    }
  }

  /// By how much the next action is late, or that it is due soon; nil when neither presses.
  init?(due: Day?, state: IssueState, today: Day?) {
    guard state.isLive, let due, let today else { return nil }
    let days = due.days(since: today)
    switch days {
    case ..<0: self.init("\(Shown.count(-days, "day")) overdue", .red)
    case 0: self.init("Due today", .orange)
    case 1...7: self.init("Due in \(Shown.count(days, "day"))", .yellow)
    default: return nil
    }
  }
}

extension IssueNeed {
  /// What the list calls it.
  var words: String {
    switch self {
    case .untriaged: "Untriaged"
    case .overdue: "Overdue"
    case .escalated: "Escalated"
    case .ours: "Ours"
    case .watched: "Watched"
    case .confided: "In confidence"
    }
  }
}
