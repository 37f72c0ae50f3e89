import Calculator
import Programme
import Store

/// What a council has said that its own headings mean: applied to every file it brings in.
struct HeadingMatchListPage: Page {
  static let template = "import/matches"

  let title = "Matched columns"
  let council: String
  let rows: [Row]
  let exports: [Link]
  let area: Area? = .imports
  let trail = [Link("Imports", "/imports")]

  /// One heading.
  struct Row: Part {
    let heading: String
    let meaning: String
    /// Where it stands, who said so and when.
    let about: String
    let removeAction: String
  }

  static let sample = HeadingMatchListPage(
    council: "West Lothian Council",
    rows: [
      Row(
        heading: "Our code", meaning: "read as Reference",
        about: "Sheet Benefits, said by Morag Reid, 22 November 2026, 9:05 am",
        removeAction: "/imports/matches/1/remove")
    ], exports: [Link("CSV", "/imports/matches.csv")])

  static let states = [
    "empty": HeadingMatchListPage(council: "Angus Council", rows: [], exports: [])
  ]
}

extension HeadingMatchListPage {
  /// The matches as the store lists them.
  init(_ saved: [SavedHeadingMatch], council: String) {
    self.council = council
    rows = saved.map { one in
      Row(
        heading: one.match.heading, meaning: one.match.shown,
        about: "Sheet \(one.match.sheet), said by \(one.changedBy), "
          + Shown.moment(one.changedAt),
        removeAction: "/imports/matches/\(one.id)/remove")
    }
    exports = saved.isEmpty ? [] : Link.exports("/imports/matches") { $0 }
  }
}
