import Calculator
import Programme
import Store

/// The milestones of the programme, soonest first.
struct MilestoneListPage: Page {
  static let template = "milestone/list"

  let title = "Milestones"
  /// "12 milestones, soonest first".
  let summary: String
  /// The ways in which milestones stand, each with how many.
  let sections: [SectionLink]
  let filters: [FormField]
  /// What the form keeps besides its fields.
  let hidden: [HiddenField]
  let rows: [Row]
  let paging: Paging
  let exports: [Link]
  /// Where a milestone is recorded; nil for those who may not.
  let addHref: String?
  let timelineHref: String
  let clearHref: String
  /// Whether the list is narrowed, so that an empty one says so.
  let isNarrowed: Bool
  let area: Area? = .milestones
  let isWide = true

  /// One milestone.
  struct Row: Part {
    let milestone: Link
    let party: String
    let answerer: String
    let planned: String
    let forecast: String
    /// "21 days after the plan"; nil when it is expected by then.
    let slip: String?
    let achieved: String
    let standing: Tag
    /// "May be 14 days late"; nil where nobody warns.
    let warning: String?
  }
}

extension MilestoneListPage {
  /// The list as the store answers a filter.
  init(
    _ page: MilestonePage, filter: MilestoneFilter, parties: [PartyRow], viewer: Viewer
  ) {
    let count = page.counts[filter.state] ?? page.rows.count
    let address = filter.address()
    summary = count == 0 ? "No milestone" : "\(Shown.count(count, "milestone")), soonest first"
    sections = MilestoneState.allCases.map { state in
      var other = filter
      other.state = state
      return SectionLink(
        text: "\(state.words): \(Shown.quantity(Exact(page.counts[state] ?? 0)))",
        href: other.address().text, isCurrent: state == filter.state)
    }
    filters = MilestoneListPage.filters(filter, parties)
    hidden = filter.state == .open ? [] : [HiddenField("state", filter.state.rawValue)]
    rows = page.rows.map { Row($0, page) }
    paging = Paging(
      summary: "\(Shown.quantity(Exact(page.rows.count))) of \(Shown.count(count, "milestone"))",
      first: filter.after == nil ? nil : address.text,
      next: page.next.map { address.with("after", $0.text).text })
    exports = rows.isEmpty ? [] : Link.exports("/milestones") { address.at($0).text }
    addHref = viewer.may(.takePart) ? "/milestones/new" : nil
    timelineHref =
      Address("/milestones/timeline")
      .with("party", filter.party?.description ?? MilestoneFilter.everyParty).text
    clearHref = "/milestones"
    isNarrowed = filter.isNarrowed || filter.party != nil
  }

  private static func filters(_ filter: MilestoneFilter, _ parties: [PartyRow]) -> [FormField] {
    [
      FormField("party", "Party", .select(Choice.parties(parties, chosen: filter.party))),
      FormField("from", "Due from", .day, value: filter.from?.description ?? ""),
      FormField("to", "Due to", .day, value: filter.to?.description ?? ""),
      FormField("words", "Words", .line(width: ""), value: filter.words),
    ]
  }
}

extension MilestoneListPage.Row {
  fileprivate init(_ stored: StoredMilestone, _ page: MilestonePage) {
    let milestone = stored.milestone
    self.milestone = stored.link
    party = stored.partyName
    answerer = stored.answerer
    planned = milestone.baseline.words
    forecast = milestone.forecast.words
    slip =
      milestone.forecast > milestone.baseline
      ? "\(Shown.count(milestone.forecast.days(since: milestone.baseline), "day")) after the plan"
      : nil
    achieved = milestone.actual?.words ?? "not yet"
    standing = Tag(stored.standing(page.stuck, today: page.today))
    warning = stored.warning.map {
      "May be \(Shown.count($0.warning.daysLate, "day")) late"
    }
  }
}

extension MilestoneListPage {
  static let sample = MilestoneListPage(
    summary: "2 milestones, soonest first",
    sections: [SectionLink(text: "Open: 2", href: "/milestones", isCurrent: true)],
    filters: [FormField("words", "Words", .line(width: ""), value: "live")],
    hidden: [HiddenField("state", "late")],
    rows: [
      Row(
        milestone: Link("Data cleansed", "/milestones/1"), party: "West Lothian Council",
        answerer: "Data lead, Iain Sinclair", planned: "1 March 2026", forecast: "22 March 2026",
        slip: "21 days after the plan", achieved: "not yet", standing: Tag("8 days late", .red),
        warning: "May be 14 days late")
    ],
    paging: Paging(summary: "1 of 2 milestones", first: "/milestones", next: "/milestones?after=1"),
    exports: Link.exports("/milestones") { $0 }, addHref: "/milestones/new",
    timelineHref: "/milestones/timeline", clearHref: "/milestones", isNarrowed: true)

  static let states = [
    "empty": MilestoneListPage(
      summary: "No milestone", sections: [], filters: [], hidden: [], rows: [],
      paging: Paging(summary: "", first: nil, next: nil), exports: [], addHref: "/milestones/new",
      timelineHref: "/milestones/timeline", clearHref: "/milestones", isNarrowed: true),
    "begin": MilestoneListPage(
      summary: "No milestone", sections: [], filters: [], hidden: [], rows: [],
      paging: Paging(summary: "", first: nil, next: nil), exports: [], addHref: nil,
      timelineHref: "/milestones/timeline", clearHref: "/milestones", isNarrowed: false),
  ]
}
