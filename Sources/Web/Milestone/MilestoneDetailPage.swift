import Programme
import Store

/// A milestone: its days, what it needs, what needs it, and what waits for it.
struct MilestoneDetailPage: Page {
  static let template = "milestone/detail"

  let title: String
  let party: Link
  let standing: Tag
  let facts: [SummaryLine]
  let description: String?
  /// Why the forecast last moved later.
  let slipReason: String?
  /// What it needs comes too late: what follows from that; nil when it can be held.
  let stuck: String?
  let warning: Warning?
  /// What the viewer may do, the main thing first; empty for those who only read.
  let main: Link?
  let acts: [Link]
  let needs: [NeedRow]
  let neededBy: [NeedRow]
  /// What it might need; empty for those who may not say.
  let adding: [FormField]
  let needAction: String
  let benefits: [BenefitLine]
  let moves: [MoveRow]
  let warnings: [WarningRow]
  let history: [JournalLine]
  let problems: [PageProblem]
  let area: Area? = .milestones
  let trail = [Link("Milestones", "/milestones")]
  let isWide = true

  /// The warning that stands.
  struct Warning: Part {
    /// "May be 14 days late, likely: the test data is late."
    let words: String
    let who: String
    /// Where it is taken back; nil for those who may not.
    let withdrawHref: String?
  }

  /// The other end of a need.
  struct NeedRow: Part {
    let id: String
    let milestone: Link
    let party: String
    let day: String
    let lag: String
    /// "12 days", or "9 days too late".
    let room: String
    let standing: Tag
    /// Where it is taken away; nil for those who may not.
    let removeAction: String?
  }

  /// A benefit that waits for it.
  struct BenefitLine: Part {
    let benefit: Link
    let starts: String
  }

  /// A day that it had before.
  struct MoveRow: Part {
    let what: String
    let from: String
    let to: String
    let because: String
    let when: String
    let who: String
  }

  /// A warning that stands no longer.
  struct WarningRow: Part {
    let words: String
    let given: String
    let settled: String
  }

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
