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
