import Foundation
import Programme
import Store

/// The issues that one knows of, by filters that stand in the address.
struct IssueListPage: Page {
  static let template = "issue/list"

  let title = "Issues"
  /// "12 issues, newest first".
  let summary: String
  /// The ways in which issues wait, each with how many; leads to the list of those.
  let needs: [SectionLink]
  let words: String
  let filters: [FormField]
  /// What the form keeps besides its fields.
  let hidden: [HiddenField]
  /// The filters in force; each leads to the same without it.
  let active: [Link]
  let columns: [Column]
  let rows: [Row]
  /// Where what is ticked is changed; nil for those who may not.
  let bulk: Bulk?
  let paging: Paging
  let exports: [Link]
  let views: [SavedViewLine]
  var keep: KeepView
  let raiseHref: String?
  let isNarrowed: Bool
  let area: Area? = .issues
  let isWide = true
  var problems: [PageProblem] = []

  /// The head of a column, and where it leads when it sorts.
  struct Column: Part {
    let text: String
    let href: String?
    /// "ascending", "descending" or "none".
    let order: String
  }

  /// What the change of all that match is sent with.
  struct Bulk: Part {
    let hidden: [HiddenField]
  }

  /// One issue.
  struct Row: Part {
    let number: String
    let href: String
    let title: String
    let kind: String
    /// Whether the viewer may change it.
    let isOwn: Bool
    let state: String
    let stateStyle: String
    let age: String
    let owner: String
    let person: String
    let concerns: String
    let raiser: String
    let severity: String
    let priority: String
    let nextAction: String
    let due: String
    let late: Tag?
  }
}

extension IssueListPage.Row {
  func value(named name: String) -> Value? {
    switch name {
    case "number": .text(number)
    case "href": .text(href)
    case "title": .text(title)
    case "kind": .text(kind)
    case "isOwn": .flag(isOwn)
    case "state": .text(state)
    case "stateStyle": .text(stateStyle)
    case "age": .text(age)
    case "owner": .text(owner)
    case "person": .text(person)
    case "concerns": .text(concerns)
    case "raiser": .text(raiser)
    case "severity": .text(severity)
    case "priority": .text(priority)
    case "nextAction": .text(nextAction)
    case "due": .text(due)
    case "late": .part(late)
    default: nil
    }
  }
}

extension IssueListPage.Row {
  init(_ row: IssueRow, today: Day, now: Date, viewer: Viewer) {
    let tag = Tag(row.state)
    number = String(row.number)
    href = "/issues/\(row.number)"
    title = row.title
    kind = row.kind.rawValue
    isOwn = row.state.isLive && viewer.mayChange(row.parties)
    state = tag.text
    stateStyle = tag.style
    age = IssueWords.age(since: row.stateAt, now: now)
    owner = IssueWords.owner(row.ownerName)
    person = row.ownerPersonName
    concerns = IssueWords.councils(row.councils)
    raiser = "raised by \(row.raiserName)"
    severity = row.severity?.rawValue ?? "not said"
    priority = row.priority.map { "\($0.rawValue) priority" } ?? ""
    nextAction = row.nextAction.isEmpty ? "none yet" : row.nextAction
    due = row.due?.words ?? ""
    late = Tag(due: row.due, state: row.state, today: today)
  }
}
