import Calculator
import Programme

/// The sheet CashView: the council's own cashable benefits against the costs, with formulas over the
/// sheets Benefits and CashFlow. It is Concordat's own, for layout 1 knows the whole view only.
struct CashViewSheet {
  private let figures: Figures<Exact>
  private let lastBenefitRow: Int
  /// The column that says to whom a benefit accrues, when there is one.
  private let accruesToColumn: Int?
  private let years = Array(0...Register.horizonYears)

  init(_ register: Register, _ figures: Figures<Exact>, accruesToColumn: Int?) {
    self.figures = figures
    self.accruesToColumn = accruesToColumn
    lastBenefitRow = max(1, register.benefits.count) + 1
  }

  var sheet: OutputSheet {
    OutputSheet(
      name: Layout1Sheet.cashView.rawValue, rows: flows + worths,
      widths: [150] + years.map { _ in 84 })
  }

  // MARK: by year

  private var flows: [[OutputCell]] {
    let net = zip(figures.cashableTotal, figures.costTotal).map { $0 - $1 }
    let view = figures.cash
    let running = view.net.indices.map { view.net.prefix($0 + 1).reduce(.zero, +) }
    let payback = Payback.of(view.net).value
    return [
      [.text("Year", .heading)] + years.map { .number(Exact($0), .heading) }
        + [.text("Cash view: the council's own cashable benefits less costs")],
      flow("Cashable benefits", figures.cashableTotal) { benefits($0) },
      flow("Costs", figures.costTotal) { _ in "=CashFlow!R2C" },
      flow("Net", net) { _ in "=R2C-R3C" },
      flow("Discount factor", figures.discountFactors, .factor) { _ in "=CashFlow!R5C" },
      worth("Present value of net", zip(view.net, figures.discountFactors).map { $0 * $1 }) { _ in
        "=R4C*R5C"
      },
      worth("Running net", running) { $0 == 0 ? "=R4C" : "=RC[-1]+R4C" },
      worth(
        "Payback where reached", years.map { payback?.wholeYears == $0 ? payback?.years : nil },
        .factor
      ) { reached($0) },
    ]
  }

  /// A text in a list that SUMPRODUCT takes by itself counts as 0; in a product it would be an error.
  private func benefits(_ year: Int) -> String {
    let net = column(BenefitSheet.firstNetColumn + year)
    let share = column(31)
    return "=SUMPRODUCT(\(own),\(share),\(net))"
      + "+SUMPRODUCT(\(own)*(1-ISNUMBER(\(share))),\(net))"
  }

  /// What counts of each benefit before its cash share.
  private var own: String {
    let cashable = "(\(column(10))=\"Cashable\")*(\(column(13))<>\"TakeUp\")"
    let accrues = accruesToColumn.map { "*(\(column($0))=\"Council\")" } ?? ""
    return cashable + accrues + released
  }

  /// The part of the posts that counts as released.
  private var released: String {
    let posts = column(24)
    let counted: String
    switch figures.appraisal.postRule {
    case .any: return ""
    case .tenths: counted = "INT(\(posts)*10)/10"
    case .whole: counted = "INT(\(posts))"
    }
    // Where there are none, a divisor of 1 keeps the product from being an error.
    let part = "\(counted)/(\(posts)+(\(posts)=0))"
    return "*(1-(\(column(13))=\"FTE\")*(\(posts)>0)*(1-\(part)))"
  }

  /// Years to payback in the year that reaches it, by straight line; nothing in the others.
  private func reached(_ year: Int) -> String {
    year == 0
      ? "=IF(R7C>=0,0,\"\")"
      : "=IF(AND(COUNT(R8C2:RC[-1])=0,R7C>=0),R1C-1-R7C[-1]/R4C,\"\")"
  }

  // MARK: worth

  private var worths: [[OutputCell]] {
    [
      result("PV benefits, cash view", .pvBenefits, "=SUMPRODUCT(R2C2:R2C7,R5C2:R5C7)", .money),
      result("PV costs", .pvCosts, "=SUMPRODUCT(R3C2:R3C7,R5C2:R5C7)", .money),
      result("NPV, cash view", .npv, "=R9C2-R10C2", .money),
      result("BCR, cash view", .bcr, "=IF(R10C2>0,R9C2/R10C2,\"n/a\")", .factor),
      result("ROI, cash view", .roi, "=IF(R10C2>0,R11C2/R10C2,\"n/a\")", .factor),
      result(
        "Payback in years, cash view", .payback, "=IF(COUNT(R8C2:R8C7)=0,\"n/a\",MAX(R8C2:R8C7))",
        .factor),
      result(
        "IRR, cash view", .irr, "=IF(ISERROR(IRR(R4C2:R4C7)),\"n/a\",IRR(R4C2:R4C7))", .share),
    ]
  }

  // MARK: rows

  private func flow(
    _ label: String, _ values: [Exact?], _ style: OutputCell.Style = .money,
    _ formula: (Int) -> String
  ) -> [OutputCell] {
    [.text(label)]
      + years.map { year in
        .formula(formula(year), values.indices.contains(year) ? values[year] : nil, style)
      }
  }

  /// A row at the prices of the base year. Formulas know no deflator: what they would get wrong
  /// stands as values.
  private func worth(
    _ label: String, _ values: [Exact?], _ style: OutputCell.Style = .money,
    _ formula: (Int) -> String
  ) -> [OutputCell] {
    guard isDeflated else { return flow(label, values, style, formula) }
    return [.text(label)]
      + years.map { year in
        let value = values.indices.contains(year) ? values[year] : nil
        return .number(value.flatMap { $0.isFinite ? $0 : nil }, style)
      }
  }

  private func result(
    _ label: String, _ worth: Worth, _ formula: String, _ style: OutputCell.Style
  ) -> [OutputCell] {
    let value = figures.outcome(of: Target(worth, in: .cash)).value
    guard isDeflated else { return [.text(label), .formula(formula, value, style, orText: "n/a")] }
    return [.text(label), value.map { .number($0, style) } ?? .text("n/a")]
  }

  private var isDeflated: Bool { !figures.priceFactors.allSatisfy { $0 == .one } }

  private func column(_ number: Int) -> String {
    "Benefits!R2C\(number):R\(lastBenefitRow)C\(number)"
  }
}
