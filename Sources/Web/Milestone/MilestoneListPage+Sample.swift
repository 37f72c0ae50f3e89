import Programme
import Store

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
