import Calculator

extension SimulationPage {
  static let sample = SimulationPage(state: Tag("Done", .green))
  static let states = [
    "running": SimulationPage(state: Tag("Running", .yellow), isOpen: true),
    "failed": SimulationPage(state: Tag("Failed", .red), failure: "the values are no numbers"),
  ]

  private init(state: Tag, isOpen: Bool = false, failure: String? = nil) {
    title = "10,000 trials of 1 input"
    council = "West Lothian Council"
    sight = isOpen ? "Fiona Reid saw only what West Lothian Council had shared: 1 benefit." : nil
    self.state = state
    self.isOpen = isOpen
    done = isOpen ? "2000" : "10000"
    trials = "10000"
    progress = isOpen ? "2,000 of 10,000 trials" : "10,000 of 10,000 trials"
    self.failure = failure
    cancelHref = isOpen ? "/calculator/runs/1/cancel" : nil
    refreshHref = "/calculator/runs/1"
    facts = [SummaryLine("Seed", "42", note: "the same seed gives the same result")]
    inputs = [
      InputRow(label: "All benefits", low: "80 %", likely: "100 %", high: "110 %")
    ]
    views =
      isOpen || failure != nil
      ? [] : [ViewPart("Net present value, cash view", .sample, id: "cash")]
    trail = [Link("Calculator", "/calculator?council=S12000040")]
  }
}

extension SimulationResult.Outcomes {
  static let sample = SimulationResult.Outcomes(
    runs: 10_000, undefinedRuns: 0, mean: 3_400_000, standardDeviation: 260_000,
    lowest: 2_750_000, highest: 3_950_000, shareBelowZero: 0,
    percentiles: [2_950_000, 3_040_000, 3_220_000, 3_410_000, 3_590_000, 3_740_000, 3_820_000],
    bins: [
      SimulationResult.Bin(from: 2_750_000, to: 3_350_000, runs: 4_200),
      SimulationResult.Bin(from: 3_350_000, to: 3_950_000, runs: 5_800),
    ])
}
