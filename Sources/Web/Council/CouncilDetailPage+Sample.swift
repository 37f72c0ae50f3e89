import Programme

extension CouncilDetailPage {
  static let sample = CouncilDetailPage(
    title: "West Lothian Council", code: "S12000040", capacity: "lead council",
    summary: "90 benefits, 6 of them without money",
    allBenefits: Link("Show all 90 benefits", "/benefits?council=S12000040"),
    actions: [
      Link("Record a benefit", "/benefits/new"), Link("Import a calculator file", "/imports/new"),
    ],
    exports: [
      Link("Calculator workbook", "/councils/S12000040/workbook"),
      Link("CSV of its benefits", "/benefits.csv?council=S12000040"),
    ],
    glance: .sample,
    figures: [
      Figure(
        "Net present value, cash view", "£3,557,898.20", note: "cashable benefits less costs",
        working: Link("How this came about", "#working-cash-npv")),
      Figure("Benefit-cost ratio, cash view", "6.7168"),
      Figure("Payback, cash view", "0.84 years"),
    ],
    worth: [
      WorthRow(
        label: "Net present value, £", cash: "3,557,898.20", cashWorking: "#working-cash-npv",
        whole: "10,488,151.13", wholeWorking: "#working-whole-npv"),
      WorthRow(
        label: "Benefit-cost ratio", cash: "6.7168", cashWorking: nil, whole: "17.8524",
        wholeWorking: nil),
      WorthRow(
        label: "Internal rate of return", cash: "undefined, because there are several answers",
        cashWorking: nil, whole: "589.42 %", wholeWorking: nil),
    ],
    years: .sample, chart: .sample,
    costs: [
      CostRow(
        reference: "C1", description: "Licences and implementation", amount: "320,209.00",
        years: "2009/10", bias: "15 %"),
      CostRow(
        reference: "C2", description: "Support and hosting", amount: "48,940.38",
        years: "2009/10 to 2014/15", bias: "15 %"),
    ],
    benefits: [
      BenefitRow(
        reference: "B001", title: "Fewer face-to-face visits to report faults",
        href: "/benefits/1", status: Tag(BenefitStatus.approved), kind: "intangible, non-cashable",
        net: "\u{2212}190,190.86"),
      BenefitRow(
        reference: "B003", title: "Cheaper print and post", href: "/benefits/3",
        status: Tag(.realising), kind: "tangible, cashable", net: "83,216.62"),
    ],
    assumptions: [
      SummaryLine("Base year", "2009/10"), SummaryLine("Discount rate", "3.5 %"),
      SummaryLine("Productive hours", "1,583.6 hours a year", note: "(260 − 28 − 8 − 10) × 7.4"),
    ],
    assumptionsHref: "/assumptions",
    channels: [
      ChannelRow(name: "Face to face", cost: "7.40", source: "Published survey, 2009"),
      ChannelRow(name: "Web", cost: "0.32", source: "Published survey, 2009"),
    ],
    remarks: [
      RemarkGroup(
        count: "2 benefits", words: "the cash share is blank and was counted as the whole",
        references: "B017, B044")
    ],
    workings: [
      .sample(id: "working-cash-npv"), .sample(id: "working-whole-npv"),
    ])

  static let states = [
    "empty": CouncilDetailPage(
      title: "Angus Council", code: "S12000041", capacity: "member council",
      summary: "No benefits that you may see", allBenefits: nil,
      actions: [], exports: [], glance: nil, figures: [], worth: [], years: nil, chart: nil,
      costs: [],
      benefits: [], assumptions: [], assumptionsHref: nil, channels: [], remarks: [], workings: [])
  ]
}

extension YearTable {
  static let sample = YearTable(
    caption: "Pounds by year", years: ["2009/10", "2010/11", "2011/12", "2012/13"],
    rows: [
      Row(
        "Cashable", ["\u{2212}35,247.81", "536,550.81", "719,385.61", "1,416,306.72"],
        total: "2,636,995.32"),
      Row(
        "Non-cashable", ["88,849.00", "1,286,480.32", "1,537,868.06", "2,135,822.94"],
        total: "5,049,020.32"),
      Row(
        "Whole view: both", ["53,601.19", "1,823,031.12", "2,257,253.67", "3,552,129.66"],
        total: "7,686,015.64", isSum: true),
    ])
}
