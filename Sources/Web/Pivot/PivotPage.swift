/// Any grouping of the benefits by any other; totals reconcile with the register.
struct PivotPage: Page {
  static let template = "pivot/pivot"

  let title = "Pivot"
  /// Rows, columns, measure and filters, each a list to choose from.
  let choices: [FormField]
  let table: Table?
  /// What is counted and what is not: which view this is.
  let note: String
  let exports: [Link]
  let area: Area? = .pivot
  let isWide = true

  /// The pivot itself, in the unit its caption names.
  struct Table: Part {
    let caption: String
    let corner: String
    let columns: [String]
    let rows: [Row]
    let totals: [String]
  }

  /// One label: its cells and their sum. `href` leads to exactly these benefits.
  struct Row: Part {
    let label: String
    let href: String?
    let benefits: String
    let cells: [Cell]
    let total: String
  }

  /// One figure; leads to the benefits behind it.
  struct Cell: Part {
    let text: String
    let href: String?
  }

  static let sample = PivotPage(
    choices: [
      FormField(
        "rows", "Rows", .select(Choice.filter("Council", ["Service", "Status"], chosen: "Service"))),
      FormField("columns", "Columns", .select(Choice.filter("Year", ["Cashability"], chosen: ""))),
      FormField(
        "measure", "Measure",
        .select(Choice.filter("Net (cashable and not)", ["Cashable"], chosen: "Cashable"))),
    ],
    table: Table(
      caption: "Cashable benefits by service and year, £", corner: "Service",
      columns: ["2009/10", "2010/11", "2011/12"],
      rows: [
        Row(
          label: "Highways and street lighting", href: "/benefits?service=Highways",
          benefits: "12",
          cells: [
            Cell(text: "0.00", href: nil),
            Cell(text: "7,350.37", href: "/benefits?service=Highways"),
            Cell(text: "\u{2212}60,150.54", href: "/benefits?service=Highways"),
          ], total: "\u{2212}52,800.17"),
        Row(
          label: "(blank)", href: nil, benefits: "3",
          cells: [
            Cell(text: "0.00", href: nil), Cell(text: "1,200.00", href: nil),
            Cell(text: "1,200.00", href: nil),
          ], total: "2,400.00"),
      ],
      totals: ["15", "0.00", "8,550.37", "\u{2212}58,950.54", "\u{2212}50,400.17"]),
    note: "The cashable part of each benefit. Value that goes to others is left out.",
    exports: [Link("CSV", "/benefits/pivot.csv?rows=service")])

  static let states = [
    "empty": PivotPage(choices: sample.choices, table: nil, note: "", exports: [])
  ]
}
