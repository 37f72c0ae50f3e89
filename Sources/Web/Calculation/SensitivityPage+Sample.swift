import Calculator
import Programme

extension SensitivityPage {
  static let sample = SensitivityPage(isBare: false)
  static let states = ["nothing moves": SensitivityPage(isBare: true)]

  private init(isBare: Bool) {
    council = "West Lothian Council"
    sight = isBare ? .partSample : nil
    hidesCosts = isBare
    changed = isBare ? [] : [ChangeLine(label: "Discount rate", before: "3.5 %", after: "5 %")]
    kept = [HiddenField("council", "S12000040")]
    choices = [
      FormField("target", "Result", .select([Choice("cash/npv", "Net", isChosen: true)])),
      FormField("by", "Each input varied by", .select([Choice("10", "± 10 %", isChosen: true)])),
    ]
    chart = isBare ? nil : .sample
    further = isBare ? nil : "42 more inputs move it less."
    nothing = isBare ? "no input moves it" : nil
    switchTitle = "Where net present value turns, cash view"
    switches = [
      SwitchRow(label: "All benefits", present: "100 %", value: "14.89 %", change: "−85.11 %"),
      SwitchRow(
        label: "Discount rate", present: "3.5 %", value: "nowhere: there is no such rate",
        change: ""),
    ]
    query = "?council=S12000040&discountRate=5"
    uncertain = [
      UncertainRow(
        label: "Volume of B001", unit: "a year",
        fields: UncertainInput.Bound.allCases.map { bound in
          FormField(
            bound.name(.benefit("B001", .volume)), "\(bound.rawValue), volume of B001",
            .line(width: ""), value: "9000")
        }, error: isBare ? nil : "Lowest, likeliest and highest in this order.")
    ]
    runFields = [
      FormField("trials", "Trials", .select([Choice("10000", "10,000", isChosen: true)])),
      FormField("seed", "Seed", .line(width: ""), value: "42"),
    ]
    runs = isBare ? [] : [.sample]
    problems =
      isBare
      ? [] : [PageProblem("Lowest, likeliest and highest.", at: "low-benefit-B001-volume")]
    trail = [Link("Calculator", "/calculator?council=S12000040")]
  }
}

extension TornadoChart {
  static let sample = TornadoChart(
    title: "Net present value, cash view",
    description: "All benefits: £3,133,568.16 to £3,982,228.24",
    bars: [
      ChartBar(
        x: "12", y: "48", width: "348", height: "18", style: "app-bar--step",
        words: "all benefits 90 %: £3,133,568.16"),
      ChartBar(
        x: "360", y: "48", width: "348", height: "18", style: "app-bar--cash",
        words: "all benefits 110 %: £3,982,228.24"),
    ],
    texts: [
      ChartText(
        x: "12", y: "40", text: "All benefits: £3,133,568.16 to £3,982,228.24", style: "")
    ], base: "360",
    baseLabel: ChartText(x: "366", y: "16", text: "As it stands: £3,557,898.20", style: ""),
    height: "78",
    rows: [
      Row(
        label: "All benefits", low: "90 %", present: "100 %", high: "110 %",
        atLow: "£3,133,568.16", atHigh: "£3,982,228.24", swing: "£848,660.08")
    ])

  private init(
    title: String, description: String, bars: [ChartBar], texts: [ChartText], base: String,
    baseLabel: ChartText, height: String, rows: [Row]
  ) {
    self.title = title
    self.description = description
    self.bars = bars
    self.texts = texts
    self.base = base
    self.baseLabel = baseLabel
    self.height = height
    self.rows = rows
  }
}
