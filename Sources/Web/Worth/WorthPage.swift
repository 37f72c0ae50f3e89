import Calculator
import Programme
import Store

/// Whether it is worth it, at the end of any year: of a council, or of all that one sees.
struct WorthPage: Page {
  static let template = "worth/worth"

  let title = "Is it worth it?"
  /// Whose money: a council, or the programme.
  let caption: String
  let action: String
  /// The year to look from; nil when there is no year to choose.
  let asAt: FormField?
  /// What the figures leave out, and how much is known.
  let notes: [String]
  let figures: [Figure]
  let sections: [WorthSection]
  let chart: RunningChart?
  let years: [YearTable]
  /// The councils that the sums are made of; empty on the page of one.
  let councils: [CouncilLine]
  /// Councils that are in no sum, each with the reason.
  let leftOut: [SummaryLine]
  let exports: [Link]
  let links: [Link]
  let area: Area? = .worth
  let trail: [Link]
  let isWide = true

  /// One council's part of the sums: the outlook in the cash view, in pounds.
  struct CouncilLine: Part {
    let name: String
    let href: String
    let cashable: String
    let costs: String
    let net: String
    let toDate: String
    let known: String
  }
}

extension WorthPage {
  /// One council's register.
  init(_ subject: CouncilWorth, asAt: FinancialYear?) {
    let worth = subject.worth
    let chosen = asAt ?? WorthYears.usual(worth.tracked, from: worth.baseYear)
    let standing =
      chosen.map { worth.standing(asAt: $0) }
      ?? worth.tracked.standing(asAt: -1, weighedBy: worth.appraisal)
    let tables = WorthTables(
      standing: standing,
      withheld: subject.sight.hidesCosts ? RegisterSight.notKnown : nil)
    let names = worth.tracked.costs.years.indices.map {
      FinancialYear.words($0, from: worth.baseYear)
    }
    let code = subject.code?.description ?? ""
    caption = subject.name
    action = "/councils/\(code)/worth"
    self.asAt = WorthYears.field(worth.tracked, from: worth.baseYear, chosen: chosen)
    notes =
      [subject.sight.notice].compactMap { $0 }
      + WorthNotes.all(standing, stray: worth.strayCount, hasYears: worth.baseYear != nil)
    figures = tables.leading
    sections = tables.sections
    chart = tables.chart(names: names)
    years = View.allCases.compactMap { tables.years($0, names: names) }
    councils = []
    leftOut = []
    exports = []
    links = [
      Link("Costs", "/costs?council=\(code)"), Link("Benefits", "/benefits?council=\(code)"),
      Link("The whole programme", "/worth"),
    ]
    trail = [
      Link("Benefits", "/benefits"), Link("Is it worth it?", "/worth"),
      Link(subject.name, "/councils/\(code)"),
    ]
  }

  /// All registers within sight.
  init(_ sum: WorthSum, asAt: FinancialYear?, programme: String) {
    let years = sum.worth
    let chosen = asAt ?? years.flatMap { WorthYears.usual($0.tracked, from: $0.baseYear) }
    caption = programme
    action = "/worth"
    self.asAt = years.flatMap {
      WorthYears.field($0.tracked, from: $0.baseYear, chosen: chosen)
    }
    leftOut = sum.leftOut.map { SummaryLine($0.subject.name, $0.because) }
    links = [Link("Costs", "/costs")]
    trail = [Link("Benefits", "/benefits")]
    councils = chosen.map { year in sum.included.map { CouncilLine($0, asAt: year) } } ?? []
    exports =
      councils.isEmpty
      ? [] : Link.exports("/worth") { Address($0).with("asAt", chosen?.description).text }
    guard let years, let chosen else {
      notes = ["Nothing that you may see can be summed up yet."]
      (figures, sections, chart, self.years) = ([], [], nil, [])
      return
    }
    let standing = years.standing(asAt: chosen)
    let tables = WorthTables(standing: standing, withheld: nil)
    let names = years.tracked.costs.years.indices.map {
      FinancialYear.words($0, from: years.baseYear)
    }
    notes =
      [sum.sight] + WorthNotes.all(standing, stray: years.strayCount, hasYears: true)
    figures = tables.leading
    sections = tables.sections
    chart = tables.chart(names: names)
    self.years = View.allCases.compactMap { tables.years($0, names: names) }
  }
}

extension WorthPage.CouncilLine {
  fileprivate init(_ subject: CouncilWorth, asAt year: FinancialYear) {
    let standing = subject.worth.lines(asAt: year)
    name = subject.name
    href =
      Address("/councils/\(subject.code?.description ?? "")/worth")
      .with("asAt", year.description).text
    cashable = Shown.bare(standing.cashable.outlook)
    costs = Shown.bare(standing.costs.outlook)
    net = Shown.bare(standing.cashable.outlook - standing.costs.outlook)
    toDate = Shown.bare(standing.netToDate(in: .cash).value)
    known = WorthNotes.known([standing.cashable, standing.nonCashable, standing.costs])
  }
}

extension WorthPage {
  static let sample = WorthPage(
    caption: "National programme", action: "/worth",
    asAt: FormField(
      "asAt", "As at the end of", .select([Choice("2010/11", "2010/11", isChosen: true)])),
    notes: ["To date 12 of 40 yearly figures are known."],
    figures: [Figure("Net to date, cash view", "£12,000.00")],
    sections: [
      WorthSection(
        heading: "Cash view",
        rows: [WorthRow("Net", "100.00", "50.00", "40.00", "90.00", isSum: true)])
    ],
    chart: .sample, years: [.sample],
    councils: [
      CouncilLine(
        name: "West Lothian Council", href: "/councils/S12000040/worth", cashable: "100.00",
        costs: "10.00", net: "90.00", toDate: "40.00", known: "12 of 40 yearly figures are known")
    ],
    leftOut: [SummaryLine("Inverclyde Council", "because costs are not shared")],
    exports: [Link("CSV", "/worth.csv")], links: [Link("Costs", "/costs")],
    trail: [Link("Benefits", "/benefits")])

  static let states = [
    "empty": WorthPage(
      caption: "National programme", action: "/worth", asAt: nil, notes: ["Nothing yet."],
      figures: [], sections: [], chart: nil, years: [], councils: [], leftOut: [], exports: [],
      links: [], trail: [])
  ]
}
