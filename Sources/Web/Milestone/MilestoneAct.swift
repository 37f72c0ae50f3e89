import Programme
import Store

/// What can be done to a milestone on a page of its own.
enum MilestoneAct: String, Sendable {
  case achieve, reopen, replan, withdraw

  /// What the page after it says.
  var notice: NoticeCode {
    switch self {
    case .achieve: .milestoneAchieved
    case .reopen: .milestoneReopened
    case .replan: .milestoneReplanned
    case .withdraw: .milestoneWithdrawn
    }
  }

  /// Does it. Throws what the store refuses.
  func apply(
    to id: ID<Milestone>, expecting version: Int, _ typed: [String: String],
    _ db: isolated Database, by act: Act, as viewer: Viewer
  ) throws {
    switch self {
    case .achieve:
      try db.achieveMilestone(
        id, expecting: version, on: typed["actual"] ?? "", by: act, as: viewer)
    case .reopen: try db.reopenMilestone(id, expecting: version, by: act, as: viewer)
    case .replan:
      try db.replanMilestone(
        id, expecting: version, to: typed["baseline"] ?? "", by: act, as: viewer)
    case .withdraw: try db.withdrawMilestone(id, expecting: version, by: act, as: viewer)
    }
  }

  /// The page that asks for it, as it was typed, with what stands against it.
  func page(
    _ stored: StoredMilestone, _ typed: [String: String], version: Int? = nil,
    _ problems: [Problem] = []
  ) -> MilestoneActPage {
    MilestoneActPage(
      stored, setting(stored.milestone), fields: fields(typed, problems), version: version,
      problems: problems)
  }

  private func setting(_ milestone: Milestone) -> MilestoneActPage.Setting {
    let days =
      "Planned \(milestone.baseline.words), now expected \(milestone.forecast.words)"
      + (milestone.actual.map { ", achieved \($0.words)." } ?? ".")
    switch self {
    case .achieve:
      return MilestoneActPage.Setting(
        title: "Record it as achieved", verb: rawValue, notes: [days], submit: "Record")
    case .reopen:
      return MilestoneActPage.Setting(
        title: "Not achieved after all", verb: rawValue, notes: [days], submit: "Take it back",
        isWarning: true)
    case .replan:
      return MilestoneActPage.Setting(
        title: "Change the planned day", verb: rawValue,
        notes: [days, "The old day is kept. The forecast stays as it is."],
        submit: "Change the plan")
    case .withdraw:
      return MilestoneActPage.Setting(
        title: "Withdraw the milestone", verb: rawValue,
        notes: [
          days,
          "It leaves the plan, and what waits for it waits no longer. It stays with its history.",
        ],
        submit: "Withdraw milestone", isWarning: true)
    }
  }

  private func fields(_ typed: [String: String], _ problems: [Problem]) -> [FormField] {
    var form = RecordForm<Milestone>(typed: typed)
    form.problems = problems
    let reason = MilestoneActPage.reason("Why?", typed, problems)
    switch self {
    case .achieve: return [form.field(.actual, label: "Day it was achieved")]
    case .replan: return [form.field(.baseline, label: "Planned day"), reason]
    case .reopen, .withdraw: return [reason]
    }
  }
}
