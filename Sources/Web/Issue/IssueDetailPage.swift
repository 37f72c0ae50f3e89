import Foundation
import Programme
import Store

/// An issue on one page: where it stands, who does what next, and what happened.
struct IssueDetailPage: Page {
  static let template = "issue/detail"

  let title: String
  /// "#12, Dependency".
  let caption: String
  let state: Tag
  /// "for 6 days".
  let standing: String
  let late: Tag?
  /// Said where only few know of it.
  let confidence: String?
  /// Owner, next action and the like.
  let facts: [SummaryLine]
  /// The step that is wanted first, and the others.
  let mainStep: Link?
  let steps: [Link]
  let changeHref: String?
  let description: Prose
  /// What the board is asked, and what it decided.
  let question: Told?
  let answer: Told?
  let waiting: Told?
  let resolution: [Told]
  let links: [LinkLine]
  /// Where something is linked; nil for those who may not.
  let linking: FormField?
  let linkAction: String
  let comments: [Comment]
  /// Where something is written; nil for those who may not.
  let commenting: FormField?
  let commentAction: String
  let watchAction: String
  let watchButton: String?
  let watchers: String
  var history: [JournalLine]
  let problems: [PageProblem]
  let area: Area? = .issues
  let trail = [Link("Issues", "/issues")]

  /// A text under its heading.
  struct Told: Part {
    let label: String
    let text: Prose
    /// "by 22 November 2026".
    let note: String?
  }

  /// A record that it is about.
  struct LinkLine: Part {
    let kind: String
    let link: Link
    let party: String
    let removeAction: String?
  }

  /// What somebody wrote.
  struct Comment: Part {
    let who: String
    let when: String
    let text: Prose
    /// Said of what was written in confidence.
    let confidence: String?
  }

  /// The way back up from a page about an issue.
  static func trail(of stored: StoredIssue) -> [Link] {
    [Link("Issues", "/issues"), Link(stored.label, "/issues/\(stored.number)")]
  }
}

extension IssueDetailPage {
  static var sample: IssueDetailPage {
    var page = IssueSample.page(.coordinator, bare: false)
    page.history = [.sample]
    return page
  }

  static let states = ["bare": IssueSample.page(.viewer, bare: true)]
}
