import Calculator
import Programme

extension CalculatorPage {
  static let sample = CalculatorPage(
    figures: .sample, kept: [HiddenField("benefit/B002/volume", "9000")], isBare: false)
  static let states = [
    "as recorded": CalculatorPage(figures: .recorded, kept: [], isBare: true),
    "refused": {
      var page = CalculatorPage(figures: .sample, kept: [], isBare: true)
      page.refuse("", "Enter a name for the scenario.")
      return page
    }(),
  ]

  private init(figures: CalculationFigures, kept: [HiddenField], isBare: Bool) {
    let appraisal = CalculatorPage.register.appraisal()
    let problem = Problem(
      .error, at: .field("level/costs"), subject: "All costs", found: "much",
      expected: "a percentage from 0 % to 10,000 %", mend: "Correct it.")
    let fields = CalculatorFields(
      recorded: appraisal, typed: ["discountRate": "5", "level/costs": "much"],
      problems: isBare ? [] : [problem])
    let benefit = CalculatorPage.register.benefits.first
    title = "West Lothian Council"
    state = "90 benefits and 2 costs, last changed 22 November 2026, 9:05 am"
    council = "S12000040"
    sight = isBare ? nil : .partSample
    councils = [
      Choice("S12000018", "Inverclyde Council", isChosen: false),
      Choice("S12000040", "West Lothian Council", isChosen: true),
    ]
    essentials = fields.essentials
    assumptions = Section(
      heading: "Working year and contact costs", isOpen: !isBare, fields: fields.assumptions)
    costs =
      isBare
      ? nil
      : Section(
        heading: "Costs", isOpen: false, fields: fields.costs(CalculatorPage.register.costs))
    benefits = FormField(
      "benefit", "Change the inputs of a benefit",
      .select([
        Choice("", "Choose a benefit", isChosen: false),
        Choice("B001", "B001 Fewer visits (changed)", isChosen: true),
      ]))
    self.benefit =
      isBare
      ? nil
      : benefit.map {
        OpenBenefit(
          name: "B001 Fewer visits", href: "/benefits/1", formula: "the amount, each year",
          fields: fields.inputs(of: $0))
      }
    self.kept = kept
    self.figures = figures
    scenarios = isBare ? [] : [Link("Half the volume", "/calculator?council=S12000040")]
    runs = isBare ? [] : [.sample]
    problems = isBare ? [] : fields.summary(shown: Set(essentials.map(\.name)))
  }

  /// A small register to make fields of.
  private static let register: Register = {
    var register = Register()
    var inputs = Inputs<Exact>(method: .amount)
    inputs.amount = Exact(12_000)
    register.benefits = [
      Benefit(reference: "B001", title: "Fewer visits", council: "", inputs: inputs)
    ]
    register.costs = [
      Cost(
        reference: "C1", council: "", description: "Licences", amount: Exact(5_000), fromYear: 0,
        toYear: 0)
    ]
    register.channelCosts = [ChannelCost(name: "Web", cost: Exact(1))]
    return register
  }()
}

extension CalculationFigures {
  static let sample = CalculationFigures(
    query: "?council=S12000040&discountRate=5",
    headline: "Net present value: £3,345,598.20",
    announcement: "Net present value, cash view: £3,345,598.20",
    figures: [
      Figure(
        "Net present value, cash view", "£3,345,598.20",
        note: "\u{2212}£212,300.00 against the register"),
      Figure("Benefit-cost ratio, cash view", "6.7168", note: "as in the register"),
      Figure("Payback, cash view", "0.84 years"),
    ],
    unused: ["Discount rate was not used: correct it."],
    faults: [Message(id: "level-costs", text: "All costs: expected a percentage.")],
    changed: [ChangeLine(label: "Discount rate", before: "3.5 %", after: "5 %")],
    ground: "the register",
    stale: ["Volume of B099: the appraisal has no such row."],
    worth: [
      WorthRow(
        label: "Net present value", href: "/calculator/working#working-cash-npv",
        cash: "£3,345,598.20", cashDifference: "\u{2212}£212,300.00", whole: "£10,288,151.13",
        wholeHref: "/calculator/working#working-whole-npv", wholeDifference: "the same")
    ], years: .sample, chart: .sample,
    remarks: [
      RemarkGroup(
        count: "2 benefits", words: "the cash share is blank and was counted as the whole",
        references: "B017, B044")
    ], workingHref: "/calculator/working", sensitivityHref: "/calculator/sensitivity",
    scenariosHref: "/calculator/scenarios", proofHref: "/calculator/proof.zip",
    resetHref: "/calculator?council=S12000040")

  static let recorded = CalculationFigures(
    query: "?council=S12000040", headline: "", announcement: "", figures: sample.figures,
    unused: [], faults: [],
    changed: [], ground: "the register", stale: [], worth: sample.worth, years: .sample,
    chart: .sample, remarks: [],
    workingHref: "/calculator/working", sensitivityHref: "/calculator/sensitivity",
    scenariosHref: "/calculator/scenarios", proofHref: "/calculator/proof.zip", resetHref: nil)
}

extension String {
  /// What pages say of a register that is seen in part.
  static let partSample =
    "You see only what West Lothian Council has shared with you: 36 benefits, and none of its costs."
}
