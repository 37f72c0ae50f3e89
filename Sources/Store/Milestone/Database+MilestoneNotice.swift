import Postgres
import Programme

extension Connection {
  /// Tells each party whose milestones can be held only later, once for all of them, with the way to
  /// re-plan.
  func tell(
    of pushed: [PushedMilestone], movedBy moved: StoredMilestone, by act: Act, as viewer: Viewer
  ) throws {
    for (party, own) in Dictionary(grouping: pushed, by: \.milestone.party) {
      let days = own.map(\.days).max() ?? 0
      let notice = NoticeDraft(
        .milestoneMoved, key: "\(act.id) \(party)",
        title: "\(moved.words) moved: re-plan \(own.words)",
        words: "At most \(days == 1 ? "1 day" : "\(days) days") after your forecast. "
          + "Nothing of yours was changed.",
        path: MilestonePath.replan(own.map(\.milestone), of: party))
      try notify(notice, to: NoticeReach(parties: [party]), as: viewer)
    }
  }

  /// Tells every party that depends on a milestone, and the co-ordinators, that it may be late.
  func tell(
    of warning: EarlyWarning, of stored: StoredMilestone, by act: Act, as viewer: Viewer
  ) throws {
    let waiting = try waiting(for: stored.id, as: viewer)
    let days = warning.daysLate == 1 ? "1 day" : "\(warning.daysLate) days"
    let title = "\(stored.words) may be \(days) late"
    let words = "\(warning.likelihood.rawValue). \(warning.reason)"
    for (party, own) in Dictionary(grouping: waiting, by: \.party) where party != stored.party {
      let notice = NoticeDraft(
        .earlyWarning, key: "\(act.id)", title: title, words: words,
        path: MilestonePath.replan(own, of: party))
      try notify(notice, to: NoticeReach(parties: [party]), as: viewer)
    }
    let notice = NoticeDraft(
      .earlyWarning, key: "\(act.id)", title: title, words: words, path: "/milestones/\(stored.id)")
    try notify(notice, to: NoticeReach(isForCoordinators: true), as: viewer)
  }
}

extension [PushedMilestone] {
  /// "“Contact centre live”", or "3 of your milestones".
  fileprivate var words: String {
    count == 1
      ? first.map { "“\($0.milestone.milestone.title)”" } ?? "" : "\(count) of your milestones"
  }
}

/// Where notices lead.
enum MilestonePath {
  /// Where a party re-plans its milestones: the one, or the list of those that wait.
  static func replan(_ milestones: [StoredMilestone], of party: ID<Organisation>) -> String {
    guard milestones.count == 1, let only = milestones.first else {
      return "/milestones?party=\(party)"
    }
    return "/milestones/\(only.id)/move"
  }
}

extension Connection {
  /// The other parties whose milestones wait for one, at once or through others, by name.
  public func partiesWaiting(for id: ID<Milestone>, as viewer: Viewer) throws -> [String] {
    guard let stored = try milestone(id, as: viewer) else { throw Refusal.notFound }
    let names = try waiting(for: id, as: viewer).filter { $0.party != stored.party }
    return Set(names.map(\.partyName)).sorted()
  }

  /// The milestones that wait for one, at once or through others, and are not achieved.
  private func waiting(for id: ID<Milestone>, as viewer: Viewer) throws -> [StoredMilestone] {
    let plan = try milestonePlan(as: viewer)
    let ids = plan.dependants(of: id).filter { plan.entries[$0]?.isAchieved == false }
    return try storedMilestones(
      where: "m.id = ANY (\(ids.map(\.uuid)))", limit: MilestoneLimit.inProgramme, as: viewer)
  }
}
