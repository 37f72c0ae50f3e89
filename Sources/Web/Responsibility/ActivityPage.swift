import Calculator
import Programme
import Store

/// An activity with the part of every party.
struct ActivityPage: Page {
  static let template = "responsibility/activity"

  let title: String
  let description: String?
  /// Set for one that was withdrawn.
  let withdrawn: Tag?
  let changeHref: String?
  /// Where the viewer confirms the own part; nil where that is done.
  let confirmHref: String?
  let version: String
  /// "Responsible": the own part that waits.
  let ownPart: String
  let parts: [PartGroup]
  let history: [JournalLine]
  let area: Area? = .responsibilities
  let trail = [Link("Responsibilities", "/responsibilities")]

  /// The parties that have one part.
  struct PartGroup: Part {
    let part: String
    let parties: [PartyLine]
  }

  /// One of them.
  struct PartyLine: Part {
    let party: Link
    let state: String
    let isOpen: Bool
  }

  /// An activity as it stands.
  init(
    _ stored: StoredActivity, _ parties: [PartyRow], history: [JournalEntry], viewer: Viewer
  ) {
    let stands = stored.withdrawnAt == nil
    title = stored.activity.title
    description = stored.activity.description.isEmpty ? nil : stored.activity.description
    withdrawn = stands ? nil : Tag("Withdrawn", .red)
    changeHref = stands && viewer.may(.coordinate) ? "/responsibilities/\(stored.id)/edit" : nil
    let own = stored.assignments[viewer.organisation]
    let waits = stands && viewer.may(.takePart) && own != nil && own?.confirmedAt == nil
    confirmHref = waits ? "/responsibilities/\(stored.id)/confirm" : nil
    ownPart = own?.part.rawValue ?? ""
    version = String(stored.version)
    parts = ResponsibilityPart.allCases.compactMap { part in
      let lines = parties.compactMap { PartyLine($0, stored.assignments[$0.id], of: part) }
      guard !lines.isEmpty else { return nil }
      let count = lines.count == 1 ? "" : " (\(lines.count))"
      return PartGroup(part: part.rawValue + count, parties: lines)
    }
    self.history = history.map { JournalLine($0, namesRecord: false) }
  }

  private init(isFull: Bool) {
    title = "Move the data"
    description = isFull ? "Clean, map and load the customer records." : nil
    withdrawn = isFull ? Tag("Withdrawn", .red) : nil
    changeHref = isFull ? "/responsibilities/1/edit" : nil
    confirmHref = isFull ? "/responsibilities/1/confirm" : nil
    version = "2"
    ownPart = "Responsible"
    parts = [
      PartGroup(
        part: "Accountable",
        parties: [
          PartyLine(party: Link("Lomond Systems", "/partners/1"), state: "", isOpen: isFull)
        ])
    ]
    history = isFull ? [.sample] : []
  }

  static let sample = ActivityPage(isFull: true)
  static let states = ["bare": ActivityPage(isFull: false)]
}

extension ActivityPage.PartyLine {
  fileprivate init?(
    _ party: PartyRow, _ assignment: StoredActivity.Assignment?, of part: ResponsibilityPart
  ) {
    guard let assignment, assignment.part == part else { return nil }
    self.party = Link(party.name, party.href)
    isOpen = assignment.confirmedAt == nil
    state =
      assignment.confirmedAt.map {
        "confirmed by \(assignment.confirmedBy), \(Shown.moment($0))"
      } ?? ""
  }
}
