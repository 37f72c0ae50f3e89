import Calculator
import Programme

/// A register with its figures worked out, in the words and numbers of a council's page.
struct WorkedRegister: Sendable {
  private let register: Register
  private let figures: Figures<Exact>

  init(_ register: Register) {
    self.register = register
    figures = calculate(register.appraisal())
  }

  /// What to lead with: the cash view.
  var leading: [Figure] {
    [
      Figure(
        "Net present value, cash view", Shown.money(figures.cash.npv),
        note: "cashable benefits less costs",
        working: Link("How this came about", "#working-cash-npv")),
      Figure("Benefit-cost ratio, cash view", shown(.bcr, figures.cash)),
      Figure("Payback, cash view", shown(.payback, figures.cash)),
    ]
  }

  private static let worthShown: [(Worth, String)] = [
    (.pvBenefits, "Present value of benefits, £"), (.pvCosts, "Present value of costs, £"),
    (.npv, "Net present value, £"), (.bcr, "Benefit-cost ratio"),
    (.roi, "Return on investment"), (.payback, "Payback, years"),
    (.irr, "Internal rate of return"),
  ]

  /// Every result in both views.
  var worth: [CouncilDetailPage.WorthRow] {
    WorkedRegister.worthShown.map { worth, label in
      CouncilDetailPage.WorthRow(
        label: label, cash: shown(worth, figures.cash), cashWorking: "#working-cash-\(worth)",
        whole: shown(worth, figures.whole), wholeWorking: "#working-whole-\(worth)")
    }
  }

  /// How every one of them came about.
  var workings: [WorkingPart] {
    View.allCases.flatMap { view in
      WorkedRegister.worthShown.map { worth, _ in
        WorkingPart(
          figures.working(of: worth, in: view), id: "working-\(view.rawValue)-\(worth)",
          of: view == .cash ? "Cash view: " : "Whole view: ")
      }
    } + [WorkingPart(figures.workingOfProductiveHours(), id: "working-productive-hours")]
  }

  /// Money by year.
  var years: YearTable {
    func row(_ label: String, _ values: [Exact], isSum: Bool = false) -> YearTable.Row {
      YearTable.Row(
        label, values.map { Shown.bare($0) }, total: Shown.bare(values.reduce(.zero, +)),
        isSum: isSum)
    }
    var rows = [
      row("Cashable", figures.cashableTotal), row("Non-cashable", figures.nonCashableTotal),
    ]
    if figures.transferTotal.contains(where: { $0 != .zero }) {
      rows.append(row("Goes to others (in no total)", figures.transferTotal))
    }
    rows.append(row("Costs", figures.costTotal))
    rows.append(row("Cashable less costs (cash view)", figures.cash.net, isSum: true))
    rows.append(row("All benefits less costs (whole view)", figures.netCashFlow, isSum: true))
    return YearTable(caption: "Pounds by year", years: yearNames, rows: rows)
  }

  /// The same as bars.
  var chart: YearChart {
    YearChart(
      id: "chart-years", title: "Benefit by year",
      years: figures.years.map { year in
        YearChart.Year(
          name: yearNames[year], cashable: figures.cashableTotal[year],
          nonCashable: figures.nonCashableTotal[year])
      })
  }

  /// What the figures stand on.
  var assumptions: [SummaryLine] {
    let fields: [Cover.Field] = [.project, .baseYear, .priceBase] + Cover.Field.assumptions
    let lines = fields.map { field in
      SummaryLine(
        field.label,
        Shown.field(register.cover.text(field), kind: field.kind, unit: field.unit))
    }
    let hours = figures.productiveHours.value.map { "\(Shown.quantity($0)) hours a year" }
    return lines + [
      SummaryLine("Productive hours", hours ?? "undefined", note: "of a post")
    ]
  }

  /// What the reader should know.
  var remarks: [CouncilDetailPage.RemarkGroup] {
    var words: [String] = []
    var references: [String: [String]] = [:]
    for remark in figures.remarks {
      if references[remark.words] == nil { words.append(remark.words) }
      references[remark.words, default: []] += [remark.benefitID].compactMap { $0 }
    }
    return words.map { words in
      let own = references[words] ?? []
      return CouncilDetailPage.RemarkGroup(
        count: own.isEmpty ? nil : Shown.count(own.count, "benefit"), words: words,
        references: own.joined(separator: ", "))
    }
  }

  private var yearNames: [String] {
    figures.years.map { FinancialYear.words($0, from: register.cover.baseYear) }
  }

  private func shown(_ worth: Worth, _ view: ValueView<Exact>) -> String {
    switch worth {
    case .pvBenefits: Shown.bare(view.pvBenefits)
    case .pvCosts: Shown.bare(view.pvCosts)
    case .npv: Shown.bare(view.npv)
    case .bcr: shown(view.bcr) { Shown.factor($0) }
    case .roi: shown(view.roi) { Shown.percentage($0) }
    case .payback: shown(view.paybackYears) { "\(Shown.decimal($0, places: 2)) years" }
    case .irr: shown(view.irr) { Shown.percentage($0) }
    case .discountedPayback, .sustainedPayback, .equivalentAnnualCost: Shown.unknown
    }
  }

  private func shown<T>(_ outcome: Outcome<T>, _ words: (T) -> String) -> String {
    switch outcome {
    case .value(let value): words(value)
    case .undefined(let reason): "undefined, because \(reason)"
    }
  }
}
