import Calculator
import Foundation
import Programme
import Store

extension IssueDetailPage {
  init(_ shown: IssueOnPage, viewer: Viewer, now: Date, typed: IssueTyped = IssueTyped()) {
    let stored = shown.stored
    let issue = stored.issue
    let path = "/issues/\(stored.number)"
    let mayChange = viewer.mayChange(stored.parties)
    title = issue.title
    caption = "\(stored.label), \(issue.kind.rawValue.lowercased())"
    state = Tag(issue.state)
    standing = IssueWords.standing(issue.state, since: stored.stateAt, now: now)
    late = Tag(due: issue.due, state: issue.state, today: shown.today)
    confidence = stored.parties.confidedTo == nil ? nil : IssueDetailPage.confidence(stored, viewer)
    facts = IssueDetailPage.facts(stored)
    let steps = stored.issue.state.steps.filter { viewer.may($0, stored.parties) }
      .map { Link(IssueWords.button($0), "\(path)/steps/\($0.rawValue)") }
    mainStep = steps.first
    self.steps = Array(steps.dropFirst())
    changeHref = mayChange ? "\(path)/edit" : nil
    description = Prose(issue.description)
    question = Told("Question to the board", issue.question, by: issue.decideBy)
    answer = Told("Decision of the board", issue.answer)
    waiting = Told("Waits for", issue.waitingFor)
    resolution = [
      Told("Resolution", issue.resolution), Told("What was learnt", issue.learnt),
      Told("What will prevent it", issue.prevention),
    ].compactMap(\.self)
    links = shown.links.map { LinkLine($0, removal: mayChange ? "\(path)/links/" : nil) }
    linking = mayChange ? IssueDetailPage.linking(typed) : nil
    linkAction = "\(path)/links"
    comments = shown.comments.map(Comment.init)
    commenting = viewer.may(.takePart) ? IssueDetailPage.commenting(typed) : nil
    commentAction = "\(path)/comments"
    watchAction = "\(path)/\(shown.isWatched ? "unwatch" : "watch")"
    watchButton = viewer.person == nil ? nil : shown.isWatched ? "Stop watching" : "Watch"
    watchers = "\(Shown.count(shown.watcherCount, "person", "people")) told of what happens"
    history = shown.history.filter { $0.actName != "issue.comment" }
      .map { JournalLine($0, namesRecord: false) }
    problems = typed.problems.map { PageProblem($0) }
  }

  private static func confidence(_ stored: StoredIssue, _ viewer: Viewer) -> String {
    viewer.person == stored.parties.confidedTo
      ? "You told this in confidence: besides you only the co-ordinators know of it."
      : "\(stored.raisedByName) told you this in confidence: nobody else but co-ordinators knows of it."
  }

  private static func facts(_ stored: StoredIssue) -> [SummaryLine] {
    let issue = stored.issue
    let person = issue.ownerPerson.isEmpty ? nil : issue.ownerPerson
    let next = issue.nextAction.isEmpty ? "None yet" : issue.nextAction
    let action = SummaryLine("Next action", next, note: issue.due.map { "by \($0.words)" })
    return [SummaryLine("Owner", IssueWords.owner(issue.owner), note: person)]
      + (issue.state.isLive ? [action] : []) + [
        SummaryLine(
          "Concerns",
          issue.councils.isEmpty ? "The whole programme" : issue.councils.joined(separator: ", ")),
        SummaryLine("Severity", issue.severity?.rawValue ?? Shown.unknown),
        SummaryLine("Priority", issue.priority?.rawValue ?? Shown.unknown),
        SummaryLine("Cause", issue.cause?.rawValue ?? Shown.unknown),
        SummaryLine(
          "Raised", "\(stored.raisedByName), \(stored.raiserName)",
          note: "on \(Shown.moment(stored.raisedAt))"),
      ]
  }

  private static func commenting(_ typed: IssueTyped) -> FormField {
    FormField(
      "comment", "Your comment", .area, value: typed.comment, hint: IssueFields.markHint,
      error: typed.problems.message(at: "comment"))
  }

  private static func linking(_ typed: IssueTyped) -> FormField {
    FormField(
      "link", "Link a benefit, a milestone or a plan change", .line(width: ""), value: typed.link,
      hint: "Paste the address of its page.", error: typed.problems.message(at: "link"))
  }
}

extension IssueDetailPage.Told {
  /// Nil for a blank.
  init?(_ label: String, _ text: String, by day: Day? = nil) {
    guard !text.isEmpty else { return nil }
    self.label = label
    self.text = Prose(text)
    note = day.map { "by \($0.words)" }
  }
}

extension IssueDetailPage.Comment {
  init(_ comment: IssueComment) {
    who = "\(comment.personName), \(comment.partyName)"
    when = Shown.moment(comment.at)
    text = Prose(comment.words)
    confidence = comment.isConfided ? "in confidence" : nil
  }
}

extension IssueDetailPage.LinkLine {
  init(_ stored: IssueLink, removal: String?) {
    switch stored.kind {
    case .benefit: (kind, link) = ("Benefit", Link(stored.title, "/benefits/\(stored.address)"))
    case .milestone:
      (kind, link) = ("Milestone", Link(stored.title, "/milestones/\(stored.address)"))
    case .change: (kind, link) = ("Plan change", Link(stored.title, "/changes/\(stored.address)"))
    }
    party = stored.partyName
    removeAction = removal.map { "\($0)\(stored.id)/remove" }
  }
}

extension IssueLink {
  /// What stands for the record in its address.
  fileprivate var address: String {
    number.map(String.init) ?? record.uuidString.lowercased()
  }
}
