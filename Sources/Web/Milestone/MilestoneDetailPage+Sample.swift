import Programme
import Store

extension MilestoneDetailPage {
  static let sample = MilestoneDetailPage(
    title: "Integration tested", party: Link("West Lothian Council", "/milestones?party=1"),
    standing: Tag("Cannot hold: 9 days short", .orange),
    facts: [
      SummaryLine("Planned", "1 March 2026"),
      SummaryLine("Forecast", "22 March 2026", note: "21 days after the plan"),
    ],
    description: "All interfaces answer.", slipReason: "Two posts are vacant",
    stuck: "It can be held on 31 March 2026 at the earliest.",
    warning: Warning(
      words: "May be 14 days late, likely: the test data is late.", who: "Iain Sinclair",
      withdrawHref: "/milestones/1/warning/withdraw"),
    main: Link("Move the date", "/milestones/1/move"),
    acts: [Link("Change", "/milestones/1/edit")],
    needs: [
      NeedRow(
        id: "2", milestone: Link("Release 2", "/milestones/2"), party: "Lomond Systems",
        day: "21 March 2026", lag: "10 days", room: "9 days too late", standing: Tag("On plan"),
        removeAction: "/milestones/1/needs/remove")
    ],
    neededBy: [
      NeedRow(
        id: "3", milestone: Link("Contact centre live", "/milestones/3"),
        party: "West Lothian Council", day: "1 May 2026", lag: "none", room: "31 days",
        standing: Tag("On plan"), removeAction: nil)
    ],
    adding: [FormField("lagDays", "Days between", .line(width: ""), value: "0")],
    needAction: "/milestones/1/needs",
    benefits: [BenefitLine(benefit: Link("B001 Fewer visits", "/benefits/1"), starts: "2025/26")],
    moves: [
      MoveRow(
        what: "Forecast", from: "1 March 2026", to: "22 March 2026",
        because: "Two posts are vacant", when: "1 February 2026, 9:05 am", who: "Iain Sinclair")
    ],
    warnings: [
      WarningRow(
        words: "20 days late, possible: leave", given: "1 January 2026, 9:05 am, Iain Sinclair",
        settled: "The date was moved")
    ], history: [.sample],
    problems: [PageProblem("That closes a circle.", at: "needs")])

  static let states = [
    "bare": MilestoneDetailPage(
      title: "Board formed", party: Link("Moray Council", "/milestones?party=1"),
      standing: Tag("On plan", .blue), facts: [], description: nil, slipReason: nil, stuck: nil,
      warning: Warning(words: "May be 1 day late.", who: "Somebody", withdrawHref: nil), main: nil,
      acts: [], needs: [], neededBy: [], adding: [], needAction: "",
      benefits: [], moves: [], warnings: [], history: [], problems: [])
  ]
}
