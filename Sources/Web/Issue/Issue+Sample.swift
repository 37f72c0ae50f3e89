import Foundation
import Programme
import Store

extension IssueListPage {
  static let sample = IssueListPage(
    summary: "1 issue, newest first",
    needs: [
      SectionLink(text: "All", href: "/issues", isCurrent: true),
      SectionLink(text: "Overdue: 1", href: "/issues?need=overdue", isCurrent: false),
    ], words: "mapping",
    filters: [FormField("kind", "Kind", .select(Choice.filter("All", ["Issue"], chosen: "")))],
    hidden: [HiddenField("need", "overdue")], active: [Link("Overdue", "/issues")],
    columns: [
      Column(text: "Issue", href: "/issues?order=ascending", order: "descending"),
      Column(text: "Owner", href: nil, order: "none"),
    ], rows: [.sample], bulk: Bulk(hidden: [HiddenField("need", "overdue")]),
    paging: Paging(summary: "1 of 1 issue", first: "/issues", next: "/issues?after=1_1"),
    exports: Link.exports("/issues") { $0 }, views: [.sample],
    keep: KeepView(query: "need=overdue", of: .issues, isShared: true, error: "Enter a name."),
    raiseHref: "/issues/new", isNarrowed: true,
    problems: [PageProblem("Enter a name.", at: "name")])

  static let states = [
    "empty": IssueListPage.empty(isNarrowed: true), "begin": IssueListPage.empty(isNarrowed: false),
  ]

  private static func empty(isNarrowed: Bool) -> IssueListPage {
    IssueListPage(
      summary: "0 issues", needs: [], words: "", filters: [], hidden: [], active: [], columns: [],
      rows: [], bulk: nil, paging: Paging(summary: "", first: nil, next: nil), exports: [],
      views: [], keep: KeepView(query: "", of: .issues), raiseHref: nil, isNarrowed: isNarrowed)
  }
}

extension IssueListPage.Row {
  static let sample = IssueListPage.Row(
    number: "12", href: "/issues/12", title: "Late mapping", kind: "Dependency", isOwn: true,
    state: "Open", stateStyle: "govuk-tag--blue", age: "for 6 days", owner: "Lomond Systems",
    person: "Priya Nair", concerns: "West Lothian Council",
    raiser: "raised by West Lothian Council",
    severity: "Major", priority: "High priority", nextAction: "Send the mapping",
    due: "1 June 2026", late: Tag("6 days overdue", .red))
}

extension StoredIssue {
  /// An issue for samples of pages.
  static let sample = IssueSample.stored
}

/// What the samples of pages about issues show.
enum IssueSample {
  static var stored: StoredIssue {
    var issue = Issue(title: "Late mapping", kind: .dependency, state: .escalated)
    issue.description =
      "The *mapping* of addresses is **late**.\n\n- see #7\n\n1. https://example.org"
    (issue.owner, issue.ownerPerson) = ("Lomond Systems", "Priya Nair")
    (issue.nextAction, issue.due) = ("Send it", Day(year: 2026, month: 6, day: 1))
    (issue.question, issue.answer) = ("Who pays?", "The programme")
    issue.decideBy = Day(year: 2026, month: 7, day: 1)
    (issue.waitingFor, issue.resolution) = ("The supplier", "It came")
    (issue.learnt, issue.prevention) = ("Ask early", "A date each")
    let party = ID<Organisation>(UUID(uuid: (1, 0, 0, 0, 0, 0, 64, 0, 128, 0, 0, 0, 0, 0, 0, 1)))
    let person = ID<Person>(UUID(uuid: (1, 0, 0, 0, 0, 0, 64, 0, 128, 0, 0, 0, 0, 0, 0, 2)))
    let then = Date(timeIntervalSince1970: 1_780_000_000)
    return StoredIssue(
      id: ID(party.uuid), number: 12, version: 2, issue: issue,
      parties: IssueParties(raiser: party, owner: party, confidedTo: person),
      raiserName: "West Lothian Council", raisedBy: person, raisedByName: "Iain Sinclair",
      raisedAt: then, changedAt: then, stateAt: then, ownerPerson: nil, councils: [])
  }

  /// Whoever reads the sample; the co-ordinator may do most.
  static func viewer(_ role: Role) -> Viewer {
    let stored = stored
    return Viewer(
      person: stored.raisedBy, name: "A", role: role, organisation: stored.parties.raiser,
      organisationName: "B", organisationCode: nil, programme: ID(stored.id.uuid))
  }

  static func page(_ role: Role, bare: Bool) -> IssueDetailPage {
    let stored = stored
    let shown = IssueOnPage(
      stored: stored,
      comments: bare
        ? []
        : [
          IssueComment(
            id: ID(stored.id.uuid), personName: "Priya Nair", partyName: "Lomond Systems",
            at: stored.raisedAt, words: "We *look*.", isConfided: true)
        ],
      links: bare
        ? []
        : [
          IssueLink(
            id: ID(stored.id.uuid), kind: .benefit, record: stored.id.uuid, title: "B001 Fewer",
            partyName: "West Lothian Council", number: nil)
        ], history: [], isWatched: bare, watcherCount: 2, today: Day(year: 2026, month: 6, day: 7))
    return IssueDetailPage(
      shown, viewer: viewer(role), now: stored.raisedAt,
      typed: bare ? IssueTyped() : IssueTyped(comment: "x", problems: Issue.read([:]).problems))
  }
}
