import Programme
import Store

/// What it moves when a milestone moves, before it is saved.
struct MilestoneCheckPage: Page {
  static let template = "milestone/check"

  let title = "Check what it moves"
  /// The milestone, and whose it is.
  let caption: String
  /// "From 1 March 2026 to 22 March 2026: 21 days later. Planned 1 March 2026."
  let summary: String
  /// Set when what it moves is another than was shown before.
  let changed: String?
  /// What is sent on: version, day, reason and what was seen.
  let hidden: [HiddenField]
  let rows: [Row]
  let benefits: [BenefitRow]
  /// "2 milestones of other parties cannot hold"; nil when none is pushed.
  let tells: RadioGroup?
  /// "Move our 2 milestones too"; nil when none of the party's own is pushed.
  let own: Choice?
  let action: String
  /// Where the form comes from again, with what was typed.
  let editAction: String
  let cancelHref: String
  let area: Area? = .milestones
  let trail: [Link]
  let isWide = true

  /// A milestone that can be held only later.
  struct Row: Part {
    let milestone: Link
    let party: String
    let forecast: String
    let held: String
    let days: String
    let because: String
  }

  /// A benefit behind.
  struct BenefitRow: Part {
    let benefit: Link
    let council: String
    let waitsFor: String
    let starts: String
    let from: String
    let to: String
    /// "After the year it starts in"; nil where it is not.
    let missed: String?
  }
}

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
