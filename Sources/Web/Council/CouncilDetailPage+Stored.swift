import Calculator
import Programme
import Store

extension CouncilDetailPage {
  /// A council with the figures of its register as far as the viewer sees it.
  init(
    _ council: CouncilRow, register stored: StoredRegister?, standing: ProgrammeStanding?,
    viewer: Viewer
  ) {
    let register = stored?.register ?? Register()
    let worked = WorkedRegister(register)
    let hasMoney = stored != nil && !(register.benefits.isEmpty && register.costs.isEmpty)
    title = council.name
    code = council.code.description
    capacity = council.capacity.rawValue
    summary = CouncilDetailPage.summary(council.totals)
    allBenefits =
      council.totals.count == 0 || stored == nil
      ? nil
      : Link(
        "Show all \(Shown.count(council.totals.count, "benefit"))",
        "/benefits?council=\(council.code)")
    let calculator = Link("Try other inputs", "/calculator?council=\(council.code)")
    actions =
      (viewer.mayChange(recordsOf: council.id)
        ? [
          Link("Record a benefit", "/benefits/new"),
          Link("Import a calculator file", "/imports/new"),
        ] : [])
      + (stored == nil
        ? []
        : [
          calculator, Link("Is it worth it?", "/councils/\(council.code)/worth"),
          Link("Map", "/map?council=\(council.code)"),
        ])
    exports = stored == nil ? [] : CouncilDetailPage.exports(council.code)
    glance = standing.flatMap { standing in
      standing[council.id].map { PartyGlance($0, today: standing.today, viewer: viewer) }
    }
    figures = hasMoney ? worked.leading : []
    worth = hasMoney ? worked.worth : []
    years = hasMoney ? worked.worked.years : nil
    chart = hasMoney ? worked.worked.chart : nil
    costs = register.costs.map { CostRow($0, baseYear: register.cover.baseYear) }
    benefits = (stored?.benefits ?? []).prefix(CouncilDetailPage.benefitsShown).map(BenefitRow.init)
    assumptions = stored == nil ? [] : worked.assumptions
    assumptionsHref = viewer.mayChange(recordsOf: council.id) ? "/assumptions" : nil
    channels = register.channelCosts.map {
      ChannelRow(name: $0.name, cost: Shown.bare($0.cost), source: Shown.words($0.source))
    }
    remarks = hasMoney ? worked.worked.remarks : []
    workings = hasMoney ? worked.worked.workings : []
  }

  private static func summary(_ totals: BenefitTotals) -> String {
    if totals.count == 0 { return "No benefits that you may see" }
    let count = Shown.count(totals.count, "benefit")
    return totals.countWithoutMoney == 0
      ? count
      : "\(count), \(Shown.quantity(Exact(totals.countWithoutMoney))) of them without money"
  }

  private static func exports(_ code: CouncilCode) -> [Link] {
    [
      Link("Calculator workbook (.xlsx)", "/councils/\(code)/export/workbook.xlsx"),
      Link("Calculator workbook (XML)", "/councils/\(code)/export/workbook"),
      Link("Concordat XML", "/councils/\(code)/export/concordat.xml"),
      Link("CSV of its benefits, with every field", "/councils/\(code)/export.csv"),
      Link("the same as an Excel table", "/councils/\(code)/export.xlsx"),
    ]
  }
}

extension CouncilDetailPage.CostRow {
  fileprivate init(_ cost: Cost, baseYear: FinancialYear?) {
    let from = FinancialYear.words(cost.fromYear, from: baseYear)
    let to = FinancialYear.words(cost.toYear, from: baseYear)
    reference = cost.reference
    description = Shown.words(cost.description)
    amount = Shown.bare(cost.amount)
    years = from == to ? from : "\(from) to \(to)"
    bias = cost.optimismBiasShare.map { Shown.percentage($0) } ?? "none"
  }
}

extension CouncilDetailPage.BenefitRow {
  fileprivate init(_ stored: StoredBenefit) {
    let benefit = stored.benefit
    reference = benefit.reference
    title = benefit.title
    href = "/benefits/\(stored.id)"
    status = Tag(benefit.status)
    kind = BenefitWords.kind(benefit.tangibility, benefit.cashability)
    net = Shown.bare(stored.figures.netTotal)
  }
}
