import Programme
import Store

extension ChangePage {
  static let sample = ChangePage(isFull: true)
  static let states = ["bare": ChangePage(isFull: false)]

  private init(isFull: Bool) {
    title = "The upgrade moves from March to June"
    caption = "Change 7, proposed by Lomond Systems"
    state = Tag(.negotiating, outcome: nil)
    facts = [SummaryLine("Version", "2", note: "of 2")]
    waiting =
      isFull
      ? Waiting(
        words: "A position is still missing from 1 of 2 parties", names: "Inverclyde Council",
        deemed: "The deadline passed 3 days ago.") : nil
    lead = isFull ? "It is decided." : nil
    tally = "1 accepted; 1 silent past the deadline, which is not agreement"
    action = isFull ? Link("Take your position", "/changes/7/position") : nil
    actions = isFull ? [Link("Amend the change", "/changes/7/amend")] : []
    chaseAction = isFull ? "/changes/7/chase" : nil
    version = "4"
    parties = [ChangePage.sampleParty(isFull: isFull)]
    (from, to, reason) = ("March", "June", "Data is late")
    effects = [SummaryLine("Dates", "Go-lives move by a quarter", note: "stated")]
    milestones =
      isFull
      ? [
        MilestoneLine(
          href: "/milestones/1", title: "Upgrade", party: "Lomond Systems", from: "1 March 2027",
          to: "1 June 2027", now: "1 April 2027", isOverrun: true)
      ] : []
    benefits =
      isFull
      ? [
        BenefitLine(
          href: "/benefits/1", title: "B014 Fewer visits", council: "West Lothian Council",
          field: "Starts in year", from: "1 from base year", to: "2 from base year")
      ] : []
    planHref = isFull ? "/changes/7/plan" : nil
    decision =
      isFull
      ? Decision(heading: "Agreed", lines: [SummaryLine("Reason", "Needed", note: "x")]) : nil
    story = [
      StoryLine(when: "1 March 2027, 9:05 am", words: "Proposed", quote: isFull ? "So" : nil)
    ]
    revisions =
      isFull
      ? [
        Revision(
          heading: "Version 2", note: "Adopts a counter-proposal.",
          changes: [ChangeLine(label: "To", before: "May", after: "June")])
      ] : []
    problems = isFull ? [PageProblem("Nobody needs a reminder", at: "main-content")] : []
  }

  private static func sampleParty(isFull: Bool) -> Party {
    Party(
      name: "Inverclyde Council", position: Tag(.taken(.counter)), words: "Too late",
      instead: isFull ? "In May" : nil, days: isFull ? ["Upgrade: 1 May 2027"] : [],
      said: "Ann Orr, 1 March 2027, 9:05 am",
      acknowledgement: isFull ? Tag("Acknowledged", .green) : nil, acknowledged: "Ann Orr",
      chased: isFull ? "Reminded 2 March 2027" : nil,
      adopt: isFull
        ? Adoption(action: "/changes/7/adopt", position: "1", version: "4", party: "Inverclyde")
        : nil,
      recordHref: isFull ? "/changes/7/position?party=1" : nil)
  }
}
