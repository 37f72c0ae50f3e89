import Programme
import Store

extension DueKind {
  /// What is asked for, before the name of the record.
  var words: String {
    switch self {
    case .position: "Say what you think of change"
    case .acknowledgement: "Acknowledge change"
    case .issue: "Issue"
    case .decision: "Board to decide"
    case .milestone: "Milestone"
    case .review: "Review"
    case .responsibility: "Confirm"
    case .charter: "Accept the charter"
    }
  }
}

/// Something that waits, on the start page.
struct DueLine: Part {
  let what: String
  let link: Link
  let party: String
  let due: Tag?

  init(what: String, link: Link, party: String, due: Tag?) {
    self.what = what
    self.link = link
    self.party = party
    self.due = due
  }

  init(_ item: DueItem, today: Day) {
    self.init(
      what: item.kind.words, link: Link(item.title, SafePath.of(item.path)),
      party: item.partyName, due: item.day.map { Tag(due: $0, today: today) })
  }
}
