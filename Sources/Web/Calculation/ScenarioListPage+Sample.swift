import Calculator

extension ScenarioListPage {
  static let sample = ScenarioListPage(isEmpty: false)
  static let states = ["empty": ScenarioListPage(isEmpty: true)]

  private init(isEmpty: Bool) {
    council = "West Lothian Council"
    sight = isEmpty ? nil : .partSample
    code = "S12000040"
    state = "90 benefits and 2 costs, last changed 22 November 2026, 9:05 am"
    let row = Row(
      id: "1", name: "Half the volume", href: "/calculator?council=S12000040",
      what: "Volume of B001",
      who: "Morag Reid", when: "22 November 2026, 9:20 am", isTicked: true,
      proofHref: "/calculator/proof.zip", removeHref: "/calculator/scenarios/1/remove")
    rows = isEmpty ? [] : [row]
    names = ["As recorded", "Half the volume"]
    inputs = [
      ComparedRow(
        label: "Volume of B001",
        cells: [
          ComparedRow.Cell(text: "12,000 a year", note: "", isChanged: false),
          ComparedRow.Cell(text: "6,000 a year", note: "", isChanged: true),
        ])
    ]
    cash = [
      ComparedRow(
        label: "Net present value",
        cells: [
          ComparedRow.Cell(text: "£3,557,898.20", note: "", isChanged: false),
          ComparedRow.Cell(
            text: "£3,345,598.20", note: "\u{2212}£212,300.00", isChanged: false),
        ])
    ]
    whole = cash
    chart = ComparisonChart(
      bars: [("As recorded", Exact(3_557_898)), ("Half the volume", Exact(3_345_598))])
    trail = [Link("Calculator", "/calculator?council=S12000040")]
  }
}
