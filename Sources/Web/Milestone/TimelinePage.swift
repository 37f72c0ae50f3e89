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
  /// The milestones that a filter asks for, in its window.
  init(
    _ page: MilestonePage, filter: MilestoneFilter, parties: [PartyRow], from: Day, to: Day
  ) {
    filters = TimelinePage.filters(filter.party, parties, from.description, to.description)
    let isFull = page.next != nil
    let isEmpty = page.rows.isEmpty
    empty =
      isFull
      ? "More than \(MilestoneLimit.drawn) milestones. Choose a party or fewer months."
      : isEmpty ? "No milestone falls between these days." : nil
    drawing =
      isFull || isEmpty
      ? nil
      : TimelineDrawing(
        page.rows, from: from, to: to, isOneParty: filter.party != nil, stuck: page.stuck,
        today: page.today)
    rows = isFull ? [] : page.rows.map { Row($0, page) }
    let list = filter.address()
    exports = isEmpty ? [] : Link.exports("/milestones") { list.at($0).text }
    listHref = list.text
    problems = []
  }

  private static func filters(
    _ party: ID<Organisation>?, _ parties: [PartyRow], _ from: String, _ to: String
  ) -> [FormField] {
    [
      FormField("party", "Party", .select(Choice.parties(parties, chosen: party))),
      FormField("from", "From", .day, value: from), FormField("to", "To", .day, value: to),
    ]
  }
}

extension TimelinePage.Row {
  fileprivate init(_ stored: StoredMilestone, _ page: MilestonePage) {
    milestone = stored.link
    party = stored.partyName
    planned = stored.milestone.baseline.words
    forecast = stored.milestone.forecast.words
    achieved = stored.milestone.actual?.words ?? "not yet"
    standing = Tag(stored.standing(page.stuck, today: page.today))
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
