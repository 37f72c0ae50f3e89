/// The calculator before a register is chosen.
struct CalculatorChoicePage: Page {
  static let template = "calculation/choice"

  let title = "Calculator"
  let councils: [Link]
  let runs: [RunLine]
  let area: Area? = .calculator

  static let sample = CalculatorChoicePage(
    councils: [
      Link("Inverclyde Council", "/calculator?council=S12000018"),
      Link("West Lothian Council", "/calculator?council=S12000040"),
    ], runs: [.sample])
  static let states = ["empty": CalculatorChoicePage(councils: [], runs: [])]
}

extension RunLine {
  static let sample = RunLine(
    title: "10,000 trials of 8 inputs", href: "/calculator/runs/1",
    council: "West Lothian Council", when: "22 November 2026, 9:20 am",
    state: Tag("Running", .yellow), progress: "2000 of 10000 trials")
}
