import Foundation
import Programme
import Store

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
