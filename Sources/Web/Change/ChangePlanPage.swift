import Calculator
import Programme
import Store

/// The plan before and after a change, and as it is now.
struct ChangePlanPage: Page {
  static let template = "change/plan"

  let title = "The plan before and after"
  let change: Link
  let state: Tag
  /// Whether the right-hand column is the plan or a proposal.
  let lead: String
  let milestones: [MilestoneRow]
  let benefits: [BenefitRow]
  let area: Area? = .changes
  let trail: [Link]
  let isWide = true

  /// A milestone.
  struct MilestoneRow: Part {
    let title: String
    let href: String
    let party: String
    let before: String
    let after: String
    /// "92 days later".
    let moved: String
    let now: String
  }

  /// A field of a benefit, with what the benefit was worth.
  struct BenefitRow: Part {
    let title: String
    let href: String
    let council: String
    let field: String
    let before: String
    let after: String
    let netBefore: String
    let netAfter: String
  }
}

extension ChangePlanPage {
  init(_ stored: StoredChange) {
    change = Link("\(stored.label): \(stored.change.title)", stored.href)
    state = Tag(stored.process.state, outcome: stored.decision?.decision.outcome)
    let isAgreed = stored.decision?.decision.outcome == .agree
    lead =
      isAgreed
      ? "The change was agreed. What stood in the plan before is kept here beside what replaced it."
      : "The change is not in the plan: “after” is what it would make of it."
    milestones = (stored.current?.milestones ?? []).map(MilestoneRow.init)
    benefits = (stored.current?.benefits ?? []).map(BenefitRow.init)
    trail = stored.trail
  }

  static let sample = ChangePlanPage(
    change: Link("Change 7: The upgrade moves", "/changes/7"), state: Tag(.agreed, outcome: .agree),
    lead: "The change was agreed.",
    milestones: [
      MilestoneRow(
        title: "Upgrade", href: "/milestones/1", party: "Lomond Systems", before: "1 March 2027",
        after: "1 June 2027", moved: "92 days later", now: "1 June 2027")
    ],
    benefits: [
      BenefitRow(
        title: "B014 Fewer visits", href: "/benefits/1", council: "West Lothian Council",
        field: "Starts in year", before: "1", after: "2", netBefore: "12,000.00",
        netAfter: "10,000.00")
    ], trail: [Link("Changes", "/changes")])

  static let states = [
    "bare": ChangePlanPage(
      change: Link("Change 7: The upgrade moves", "/changes/7"),
      state: Tag(.proposed, outcome: nil), lead: "It is not in the plan.", milestones: [],
      benefits: [], trail: [])
  ]
}

extension ChangePlanPage.MilestoneRow {
  fileprivate init(_ shift: StoredMilestoneShift) {
    title = shift.title
    href = "/milestones/\(shift.effect.milestone)"
    party = shift.partyName
    before = shift.effect.from.words
    after = shift.effect.to.words
    let days = shift.effect.to.days(since: shift.effect.from)
    moved = "\(Shown.count(abs(days), "day")) \(days < 0 ? "earlier" : "later")"
    now = shift.now.words
  }
}

extension ChangePlanPage.BenefitRow {
  fileprivate init(_ shift: StoredBenefitShift) {
    let field = shift.effect.field
    title = "\(shift.reference) \(shift.title)"
    href = "/benefits/\(shift.effect.benefit)"
    council = shift.councilName
    self.field = field.label
    before = PlanChangeWords.value(shift.effect.from, of: field)
    after = PlanChangeWords.value(shift.effect.to, of: field)
    netBefore = shift.isApplied ? Shown.bare(shift.netBefore) : "not applied"
    netAfter = shift.isApplied ? Shown.bare(shift.netAfter) : "not applied"
  }
}
