import Calculator
import Store

extension PivotPage {
  static let sample = PivotPage(
    choices: [
      FormField(
        "rows", "Rows",
        .select(Choice.filter("Council", ["Service", "Status"], chosen: "Service"))),
      FormField("columns", "Columns", .select(Choice.filter("Year", ["Status"], chosen: ""))),
    ],
    hidden: [HiddenField("council", "S12000040")],
    active: [Link("Council: West Lothian Council", "/benefits/pivot")], table: .sample,
    chart: .sample,
    notes: ["The cashable part of each benefit. Value that goes to others is left out."],
    exports: [Link("CSV", "/benefits/pivot.csv?rows=service")],
    views: [
      SavedViewLine(
        name: "Cash by service", href: "/benefits/pivot?rows=service", who: "Morag Reid",
        removeHref: "/benefits/pivot/views/1/remove")
    ], keep: KeepView(query: "?rows=service", of: .pivot, isShared: true), problems: [])

  static let states = [
    "empty": PivotPage(
      choices: sample.choices, hidden: [], active: [], table: nil, chart: nil, notes: [],
      exports: [], views: [], keep: KeepView(query: "", of: .pivot), problems: []),
    "refused": PivotPage(
      choices: sample.choices, hidden: [], active: [], table: .sample, chart: nil, notes: [],
      exports: [], views: [], keep: KeepView(query: "", of: .pivot, error: "Enter a name."),
      problems: [PageProblem("Enter a name.", at: "name")]),
  ]
}

extension PivotPage.Table {
  fileprivate static let sample = PivotPage.Table(
    caption: "Forecast, cashable, £, by service and year", corner: "Service",
    columns: [
      PivotPage.Cell(text: "2010/11", href: "/benefits?year=2010%2F11"),
      PivotPage.Cell(text: "Total", href: nil),
    ],
    rows: [
      PivotPage.Row(
        label: "Highways and street lighting", href: "/benefits?service=Highways",
        benefits: "12",
        cells: [
          PivotPage.Cell(text: "7,350.37", href: "/benefits?service=Highways"),
          PivotPage.Cell(text: "\u{2212}52,800.17", href: "/benefits?service=Highways"),
        ]),
      PivotPage.Row(
        label: "(blank)", href: nil, benefits: "3",
        cells: [PivotPage.Cell(text: "0.00", href: nil), PivotPage.Cell(text: "0.00", href: nil)]),
    ],
    totals: [
      PivotPage.Cell(text: "15", href: "/benefits"), PivotPage.Cell(text: "7.00", href: nil),
    ]
  )
}
