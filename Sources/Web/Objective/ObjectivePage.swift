import Programme
import Store

/// One objective: its targets, the benefits that name it, and its history.
struct ObjectivePage: Page {
  static let template = "objective/detail"

  let title: String
  let objective: ObjectivePart
  /// Set for one that was withdrawn.
  let withdrawn: Tag?
  let changeHref: String?
  let history: [JournalLine]
  let area: Area? = .objectives
  let trail = [Link("Objectives", "/objectives")]

  /// An objective as it stands.
  init(
    _ stored: StoredObjective, use: [ObjectiveUse], today: Day, history: [JournalEntry],
    viewer: Viewer
  ) {
    let stands = stored.withdrawnAt == nil
    title = stored.objective.title
    objective = ObjectivePart(stored, use: use, today: today)
    withdrawn = stands ? nil : Tag("Withdrawn", .red)
    changeHref = stands && viewer.may(.coordinate) ? "/objectives/\(stored.id)/edit" : nil
    self.history = history.map { JournalLine($0, namesRecord: false) }
  }

  private init(withdrawn: Tag?) {
    title = "Better access"
    objective = .sample
    self.withdrawn = withdrawn
    changeHref = "/objectives/1/edit"
    history = [.sample]
  }

  static let sample = ObjectivePage(withdrawn: Tag("Withdrawn", .red))
}
