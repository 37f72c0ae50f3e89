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
