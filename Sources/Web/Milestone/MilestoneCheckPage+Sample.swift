import Programme
import Store

extension MilestoneCheckPage {
  static let sample = MilestoneCheckPage(
    caption: "Release 2, Lomond Systems",
    summary: "From 1 March 2026 to 22 March 2026: 21 days later. Planned 1 March 2026.",
    changed: "The plan was changed while you looked.", hidden: [HiddenField("version", "2")],
    rows: [
      Row(
        milestone: Link("Integration tested", "/milestones/2"), party: "West Lothian Council",
        forecast: "1 April 2026", held: "11 April 2026", days: "10", because: "Release 2")
    ],
    benefits: [
      BenefitRow(
        benefit: Link("B001 Fewer visits", "/benefits/1"), council: "West Lothian Council",
        waitsFor: "Contact centre live", starts: "2025/26", from: "1 May 2026", to: "9 May 2026",
        missed: "After the year its forecast begins in")
    ],
    tells: RadioGroup(
      "tells", "1 milestone of another party cannot hold",
      options: [Choice("yes", "Tell it", id: "tells", name: "tells", isChosen: true)],
      hint: "Their dates are not changed."),
    own: Choice("yes", "Move ours with it", id: "movesOwn", name: "movesOwn", isChosen: true),
    action: "/milestones/1/move", editAction: "/milestones/1/move/check",
    cancelHref: "/milestones/1",
    trail: [Link("Milestones", "/milestones")])

  static let states = [
    "nothing": MilestoneCheckPage(
      caption: "Release 2, Lomond Systems", summary: "1 day later.", changed: nil,
      hidden: [], rows: [], benefits: [], tells: nil, own: nil, action: "/milestones/1/move",
      editAction: "/milestones/1/move/check", cancelHref: "/milestones/1", trail: [])
  ]
}
