import Calculator
import Exchange
import Programme
import Store

/// The periods of a council's register: which are open, submitted and closed; or the closings of all
/// councils within sight.
struct PeriodListPage: Page {
  static let template = "period/list"

  let title = "Periods"
  /// Whose periods they are.
  let whose: String
  let years: [Year]
  /// Chooses a month, which the table has no room for.
  let choose: ChooseForm?
  let closes: [Line]
  let exports: [Link]
  let area: Area? = .approvals
  let trail: [Link]
  let isWide = true

  /// A financial year, its quarters first.
  struct Year: Part {
    let name: String
    let cells: [Cell]
  }

  /// A period that leads to its own page.
  struct Cell: Part {
    let label: String
    let href: String
    let state: Tag
  }

  /// Leads to any period.
  struct ChooseForm: Part {
    let council: String
    let year: FormField
    let part: FormField
  }

  /// One closing, from its submission on.
  struct Line: Part {
    let period: String
    let href: String?
    let council: String
    let state: Tag
    let submitted: String
    let decided: String?
    let missing: String?
    let reopened: String?
  }

  static let sample = PeriodListPage(
    whose: "West Lothian Council",
    years: [
      Year(
        name: "2010/11",
        cells: [
          Cell(
            label: "Q1", href: "/periods/check?span=2010-Q1", state: Tag("Closed", .green))
        ])
    ],
    choose: ChooseForm(
      council: "S12000040", year: FormField("year", "Financial year", .select([])),
      part: FormField("part", "Period", .select([]))),
    closes: [
      Line(
        period: "April to June 2010", href: "/periods/check?span=2010-Q1",
        council: "West Lothian Council", state: Tag("Opened again", .orange),
        submitted: "Iain Sinclair, 2 July 2010", decided: "Morag Reid, 3 July 2010: “One officer”",
        missing: "2 values missing", reopened: "Morag Reid, 5 July 2010: “A late invoice”")
    ], exports: [Link("CSV", "/periods.csv")], trail: [Link("Approvals", "/approvals")])

  static let states = [
    "empty": PeriodListPage(
      whose: "All councils", years: [], choose: nil, closes: [], exports: [], trail: [])
  ]
}
