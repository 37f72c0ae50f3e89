import Calculator
import Programme
import Store

extension Tag {
  /// How a milestone stands: its word first.
  init(_ standing: MilestoneStanding) {
    switch standing {
    case .withdrawn: self.init("Withdrawn", .red)
    case .achieved(let days) where days > 0:
      self.init("Achieved \(Shown.count(days, "day")) after the plan", .green)
    case .achieved: self.init("Achieved", .green)
    case .late(let days): self.init("\(Shown.count(days, "day")) late", .red)
    case .cannotHold(let days):
      self.init("Cannot hold: \(Shown.count(days, "day")) short", .orange)
    case .slipped(let days): self.init("Slipped \(Shown.count(days, "day"))", .yellow)
    case .onPlan: self.init("On plan", .blue)
    }
  }
}

extension StoredMilestone {
  /// How it stands, with when each milestone that cannot hold can be held.
  func standing(_ stuck: [ID<Milestone>: Day], today: Day) -> MilestoneStanding {
    MilestoneStanding(
      milestone, isWithdrawn: withdrawnAt != nil, held: stuck[id], today: today)
  }

  /// Where its page is.
  var path: String { "/milestones/\(id)" }

  /// A link to its page.
  var link: Link { Link(milestone.title, path) }

  /// "Head of ICT, Iain Sinclair".
  var answerer: String {
    let all = [milestone.office, owner?.name ?? ""].filter { !$0.isEmpty }
    return Shown.words(all.joined(separator: ", "))
  }

  /// The way back up from a page about it.
  var trail: [Link] { [Link("Milestones", "/milestones"), link] }
}

extension MilestoneState {
  /// What the list calls those milestones.
  var words: String {
    switch self {
    case .open: "Open"
    case .late: "Late"
    case .slipped: "Slipped"
    case .stuck: "Cannot hold"
    case .warned: "Early warning"
    case .achieved: "Achieved"
    case .all: "All"
    case .withdrawn: "Withdrawn"
    }
  }
}

extension Choice {
  /// The parties of the programme for a filter, beginning with all.
  static func parties(_ parties: [PartyRow], chosen: ID<Organisation>?) -> [Choice] {
    [Choice(MilestoneFilter.everyParty, "All parties", isChosen: chosen == nil)]
      + parties.map { Choice($0.id.description, $0.name, isChosen: $0.id == chosen) }
  }
}
