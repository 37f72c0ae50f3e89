import Calculator
import Foundation
import Programme
import Store

/// Short words about issues that several pages use.
enum IssueWords {
  /// Behind the name of a state: "for 6 days", and of one that is finished "on 22 November 2026".
  static func standing(_ state: IssueState, since date: Date, now: Date) -> String {
    state.isLive ? age(since: date, now: now) : "on \(Shown.moment(date))"
  }

  /// "for 6 days", "since today".
  static func age(since date: Date, now: Date) -> String {
    let days = days(since: date, now: now)
    return days < 1 ? "since today" : "for \(Shown.count(days, "day"))"
  }

  /// Whole days.
  static func days(since date: Date, now: Date) -> Int {
    let seconds = now.timeIntervalSince(date)
    guard seconds.isFinite, seconds > 0, seconds < 1e11 else { return 0 }
    return Int(exactly: (seconds / 86_400).rounded(.down)) ?? 0
  }

  /// "West Lothian Council", "West Lothian Council and 2 more", "The whole programme".
  static func councils(_ names: [String]) -> String {
    guard let first = names.first else { return "The whole programme" }
    return names.count == 1 ? first : "\(first) and \(names.count - 1) more"
  }

  /// "Lomond Systems", "Nobody yet".
  static func owner(_ name: String) -> String { name.isEmpty ? "Nobody yet" : name }

  /// "more than 1,000 issues".
  static func count(_ count: Int) -> String {
    count > IssueLimit.counted
      ? "More than \(Shown.count(IssueLimit.counted, "issue"))" : Shown.count(count, "issue")
  }

  /// What a step is called on its button.
  static func button(_ step: IssueStep) -> String {
    switch step {
    case .publish: "Open it to everybody"
    case .triage: "Triage"
    case .wait: "Mark as waiting"
    case .resume: "Work on it again"
    case .escalate: "Escalate to the board"
    case .answer: "Record the board’s decision"
    case .resolve: "Resolve"
    case .reopen: "Reopen"
    case .withdraw: "Withdraw"
    }
  }

  /// What is said above a step's form.
  static func guidance(_ step: IssueStep) -> String {
    switch step {
    case .publish:
      "Everybody who reads the programme will see the issue. Comments made so far stay between "
        + "you and the co-ordinators."
    case .triage: "Say who answers for it, what is done next and by when."
    case .wait: "It stays with its owner, and shows what it waits for."
    case .resume: "Say what is done next."
    case .escalate: "The board sees the question on its page, with the day to decide it by."
    case .answer: "The issue is open again, with the decision on its page."
    case .resolve: "Names are not needed: say what helps the next council."
    case .reopen: "Say why, and what is done next."
    case .withdraw: "It leaves every list of unfinished issues, and stays with its history."
    }
  }
}
