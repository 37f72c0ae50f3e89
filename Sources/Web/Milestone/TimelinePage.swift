import Programme
import Store

/// The plan over time: a drawing and the table of the same days.
struct TimelinePage: Page {
  static let template = "milestone/timeline"

  let title = "Timeline"
  let filters: [FormField]
  /// Why nothing is drawn; nil when something is.
  let empty: String?
  let drawing: TimelineDrawing?
  let rows: [Row]
  let exports: [Link]
  let listHref: String
  let problems: [PageProblem]
  let area: Area? = .milestones
  let trail = [Link("Milestones", "/milestones")]
  let isWide = true

  /// One milestone in words.
  struct Row: Part {
    let milestone: Link
    let party: String
    let planned: String
    let forecast: String
    let achieved: String
    let standing: Tag
  }
}

extension TimelinePage {
  static let sample = TimelinePage(
    filters: [FormField("from", "From", .day, value: "2025-12-01")],
    empty: "No milestone falls between these days.",
    drawing: TimelineDrawing(
      [.sample], from: Day(text: "2025-12-01") ?? .sample, to: Day(text: "2026-12-01") ?? .last,
      isOneParty: true, stuck: [:], today: .sample),
    rows: [
      Row(
        milestone: Link("Data cleansed", "/milestones/1"), party: "West Lothian Council",
        planned: "1 March 2026", forecast: "22 March 2026", achieved: "not yet",
        standing: Tag("Slipped 21 days", .yellow))
    ], exports: Link.exports("/milestones") { $0 }, listHref: "/milestones", problems: [])

  static let states = [
    "empty": TimelinePage(
      filters: [], empty: nil, drawing: nil, rows: [], exports: [], listHref: "/milestones",
      problems: [])
  ]
}
