import Calculator
import Programme
import Store

extension PartyRow {
  /// The party's page.
  var href: String { code.map { "/councils/\($0)" } ?? "/partners/\(id)" }

  /// The issues that concern a council, or that another party owns.
  func issuesHref(need: IssueNeed? = nil) -> String {
    let owner = code == nil ? id.description : nil
    return Address("/issues").with("need", need?.rawValue).with("owner", owner)
      .with("council", code?.description).text
  }

  /// Where the party stands in the navigation.
  var area: Area { kind == .council ? .councils : .partners }

  /// The way back up from a page about the party, the party itself included.
  var trail: [Link] {
    [area.link, Link(name, href)]
  }
}

extension DecisionMaker {
  /// "up to £250,000.00", or that nobody knows.
  var limitWords: String {
    limit.map { "up to \(Shown.money($0))" } ?? "limit not known"
  }
}

extension Readiness {
  /// "3 of 5".
  var words: String { "\(doneCount) of \(ReadinessCheck.allCases.count)" }

  /// How many checks are late on a day.
  func lateCount(on today: Day) -> Int {
    ReadinessCheck.allCases.count { self[$0].isLate(on: today) }
  }
}

extension Tag {
  /// How far a check is.
  init(_ answer: ReadinessAnswer, today: Day) {
    let isLate = answer.isLate(on: today)
    self.init(
      isLate ? "Late" : answer.standing.rawValue, isLate ? .red : answer.standing.colour)
  }
}

extension ReadinessStanding {
  fileprivate var colour: Tag.Colour {
    switch self {
    case .notYet: .grey
    case .inHand: .blue
    case .inPlace: .green
    case .notNeeded: .turquoise
    }
  }
}
