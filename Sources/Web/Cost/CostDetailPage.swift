import Calculator
import Programme
import Store

/// A cost: what is planned, what it buys, what it really came to.
struct CostDetailPage: Page {
  static let template = "cost/detail"

  /// What is paid for.
  let title: String
  let reference: String
  let council: Link
  let visibility: Tag
  /// Set for one that was withdrawn.
  let withdrawn: Tag?
  let years: String
  /// Where it is changed, its actual figures recorded, and where it is withdrawn; nil for those who
  /// may not.
  let changeHref: String?
  let actualsHref: String?
  let withdrawHref: String?
  let figures: [Figure]
  let rows: [YearRow]
  let plan: [SummaryLine]
  /// The benefits it buys; empty is the whole programme.
  let buys: [Link]
  let history: [JournalLine]
  let area: Area? = .costs
  let trail = [Link("Benefits", "/benefits"), Link("Costs", "/costs")]
  let isWide = true

  /// One financial year, money in pounds.
  struct YearRow: Part {
    let year: String
    let planned: String
    let actual: String
    let difference: String
    let maturity: String
    /// What shows it, or why there is no figure.
    let evidence: String
  }
}

extension CostDetailPage {
  /// A cost as it is stored.
  init(_ stored: StoredCost, history: [JournalEntry], viewer: Viewer) {
    let cost = stored.cost
    let mayChange =
      viewer.mayChange(recordsOf: stored.stored.organisation) && stored.withdrawnAt == nil
    title = cost.description.isEmpty ? "Cost \(cost.reference)" : cost.description
    reference = cost.reference
    council = Link(
      stored.councilName, stored.councilCode.map { "/councils/\($0)" } ?? "/councils")
    visibility = Tag(stored.stored.visibility)
    withdrawn = stored.withdrawnAt == nil ? nil : Tag("Withdrawn", .red)
    years = CostWords.years(cost, from: stored.baseYear)
    changeHref = mayChange ? "/costs/\(stored.id)/edit" : nil
    actualsHref = mayChange ? "/costs/\(stored.id)/actuals" : nil
    withdrawHref = mayChange ? "/costs/\(stored.id)/withdraw" : nil
    figures = CostDetailPage.figures(stored.tracked)
    rows = CostDetailPage.rows(stored)
    plan = [Cost.Field.amount, .optimismBiasShare].map { field in
      SummaryLine(
        field.label, Shown.field(cost.text(field), kind: field.kind, unit: field.unit),
        note: cost.text(field).isEmpty ? "a blank counts as 0" : nil)
    }
    buys = stored.benefits.map { Link("\($0.reference) \($0.title)", "/benefits/\($0.id)") }
    self.history = history.map { JournalLine($0, namesRecord: false) }
  }

  private static func figures(_ line: LineStanding<Exact>) -> [Figure] {
    [
      Figure(
        "Planned over all years", Shown.money(line.planned), note: "with optimism bias"),
      Figure(
        "Actual", line.isKnown ? Shown.money(line.actualToDate) : Shown.unknown,
        note: CostWords.known(line)),
      Figure(
        "Outlook", Shown.money(line.outlook), note: "actual, and the plan of what is not known"),
    ]
  }

  private static func rows(_ stored: StoredCost) -> [YearRow] {
    let line = stored.line
    return line.years.enumerated().compactMap { place, money in
      let year = stored.baseYear?.advanced(by: place)
      let actual = stored.actuals.first { $0.year == year }
      guard money.planned != .zero || actual != nil else { return nil }
      return YearRow(
        year: FinancialYear.words(place, from: stored.baseYear),
        planned: Shown.bare(money.planned), actual: Shown.bare(actual?.value),
        difference: Shown.bare(actual?.value.map { $0 - money.planned }),
        maturity: actual?.value == nil ? "" : actual?.maturity.rawValue ?? "",
        evidence: CostDetailPage.evidence(actual))
    }
  }

  private static func evidence(_ actual: CostActual?) -> String {
    guard let actual else { return "" }
    if actual.value == nil { return "No figure: \(actual.noValueBecause)" }
    return actual.evidence
  }

  /// The way back up from a page about a cost.
  static func trail(of stored: StoredCost) -> [Link] {
    [
      Link("Benefits", "/benefits"), Link("Costs", "/costs"),
      Link(stored.cost.reference, "/costs/\(stored.id)"),
    ]
  }

  static let sample = CostDetailPage(
    title: "Licences and support", reference: "C2",
    council: Link("West Lothian Council", "/councils/S12000040"), visibility: Tag(.shared),
    withdrawn: Tag("Withdrawn", .red), years: "2010/11 to 2014/15", changeHref: "/costs/1/edit",
    actualsHref: "/costs/1/actuals", withdrawHref: "/costs/1/withdraw",
    figures: [Figure("Planned over all years", "£281,407.20", note: "with optimism bias")],
    rows: [
      YearRow(
        year: "2010/11", planned: "56,281.44", actual: "58,104.00", difference: "1,822.56",
        maturity: "Final", evidence: "Ledger, code 4410")
    ],
    plan: [SummaryLine("Amount", "£56,281.44 a year")],
    buys: [Link("B001 Fewer visits", "/benefits/1")], history: [.sample])

  static let states = [
    "programme": CostDetailPage(
      title: "Implementation", reference: "C1",
      council: Link("West Lothian Council", "/councils/S12000040"), visibility: Tag(.draft),
      withdrawn: nil, years: "2009/10", changeHref: nil, actualsHref: nil, withdrawHref: nil,
      figures: [], rows: [], plan: [], buys: [], history: [])
  ]
}
