/// Every council that takes part, with its figures kept apart. Money in pounds over all years.
struct CouncilListPage: Page {
  static let template = "council/list"

  let title = "Councils"
  let rows: [Row]
  let totals: Totals?
  let exports: [Link]
  let area: Area? = .councils
  let isWide = true

  /// One council. Money is bare: the unit stands in the column's head.
  struct Row: Part {
    let name: String
    let href: String
    let code: String
    let capacity: String
    let benefits: String
    let cashable: String
    let nonCashable: String
  }

  /// The sums of the columns.
  struct Totals: Part {
    let councils: String
    let benefits: String
    let cashable: String
    let nonCashable: String
  }
}

extension CouncilListPage {
  static let sample = CouncilListPage(
    rows: [
      Row(
        name: "Aberdeen City Council", href: "/councils/S12000033", code: "S12000033",
        capacity: "member council", benefits: "0", cashable: "none to see",
        nonCashable: "none to see"),
      Row(
        name: "Inverclyde Council", href: "/councils/S12000018", code: "S12000018",
        capacity: "member council", benefits: "2", cashable: "31,200.00",
        nonCashable: "\u{2212}18,004.50"),
      Row(
        name: "West Lothian Council", href: "/councils/S12000040", code: "S12000040",
        capacity: "lead council", benefits: "90", cashable: "5,158,643.65",
        nonCashable: "7,455,412.61"),
    ],
    totals: Totals(
      councils: "3 councils", benefits: "92", cashable: "5,189,843.65", nonCashable: "7,437,408.11"),
    exports: [Link("CSV", "/councils.csv"), Link("Excel workbook", "/councils.xlsx")])

  static let states = ["empty": CouncilListPage(rows: [], totals: nil, exports: [])]
}
