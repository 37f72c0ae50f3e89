import Calculator
import Programme

/// Figures in the words and numbers of pages: a register's as recorded, or what follows from changes.
struct WorkedFigures: Sendable {
  let figures: Figures<Exact>
  let baseYear: FinancialYear?

  init(_ figures: Figures<Exact>, baseYear: FinancialYear?) {
    self.figures = figures
    self.baseYear = baseYear
  }

  /// Every result, in the order of the page.
  static let worths: [Worth] = [
    .npv, .bcr, .payback, .pvBenefits, .pvCosts, .roi, .discountedPayback, .sustainedPayback,
    .irr, .equivalentAnnualCost,
  ]

  /// A result as it is shown: a value with its unit, or why there is none.
  func shown(_ worth: Worth, in view: View) -> String {
    switch figures.outcome(of: Target(worth, in: view)) {
    case .value(let value): WorkedFigures.shown(value, of: worth)
    case .undefined(let reason): "undefined, because \(reason)"
    }
  }

  static func shown(_ value: Exact, of worth: Worth) -> String {
    switch worth {
    case .pvBenefits, .pvCosts, .npv, .equivalentAnnualCost: Shown.money(value)
    case .bcr: Shown.factor(value)
    case .roi, .irr: Shown.percentage(value)
    case .payback, .discountedPayback, .sustainedPayback:
      "\(Shown.decimal(value, places: 2)) years"
    }
  }

  /// The value-for-money band of a view's benefit-cost ratio, in a word or two; nil without a ratio.
  func bandWord(in view: View) -> String? {
    figures.outcome(of: Target(.bcr, in: view)).value.map { ValueBand(ratio: $0).words }
  }

  /// The same as a note beside the ratio: "high value for money".
  func band(in view: View) -> String? { bandWord(in: view).map { "\($0) value for money" } }

  /// Money by year.
  var years: YearTable {
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

  private func row(_ label: String, _ values: [Exact], isSum: Bool = false) -> YearTable.Row {
    YearTable.Row(
      label, values.map { Shown.bare($0) }, total: Shown.bare(values.reduce(.zero, +)),
      isSum: isSum)
  }

  /// The same as bars.
  var chart: YearChart {
    YearChart(
      id: "chart-years", title: "Benefit by year",
      years: zip(yearNames, zip(figures.cashableTotal, figures.nonCashableTotal)).map {
        YearChart.Year(name: $0, cashable: $1.0, nonCashable: $1.1)
      })
  }

  /// How every result came about.
  var workings: [WorkingPart] {
    View.allCases.flatMap { view in
      WorkedFigures.worths.map { worth in
        WorkingPart(
          figures.working(of: worth, in: view), id: "working-\(view.rawValue)-\(worth)",
          of: WorkedFigures.name(of: view))
      } + [
        WorkingPart(
          figures.working(ofModifiedRateIn: view),
          id: WorkedFigures.modifiedRateID(in: view), of: WorkedFigures.name(of: view))
      ]
    } + [WorkingPart(figures.workingOfProductiveHours(), id: "working-productive-hours")]
  }

  /// Where the working of a view's modified rate of return stands.
  static func modifiedRateID(in view: View) -> String {
    "working-\(view.rawValue)-modifiedRate"
  }

  private static func name(of view: View) -> String {
    view == .cash ? "Cash view: " : "Whole view: "
  }

  /// What the reader should know, the benefits it is about gathered.
  var remarks: [RemarkGroup] {
    var words: [String] = []
    var references: [String: [String]] = [:]
    for remark in figures.remarks {
      if references[remark.words] == nil { words.append(remark.words) }
      references[remark.words, default: []] += [remark.benefitID].compactMap { $0 }
    }
    return words.map { words in
      let own = references[words] ?? []
      return RemarkGroup(
        count: own.isEmpty ? nil : Shown.count(own.count, "benefit"), words: words,
        references: own.joined(separator: ", "))
    }
  }

  /// The financial years from the base year on.
  var yearNames: [String] { figures.years.map { FinancialYear.words($0, from: baseYear) } }
}

/// One way in which something was read, and of which benefits.
struct RemarkGroup: Part {
  /// "24 benefits"; nil when it is about the whole.
  let count: String?
  let words: String
  /// "B005, B011"; empty when it is about the whole.
  let references: String
}

extension ValueBand {
  /// The band in a word or two.
  var words: String {
    switch self {
    case .poor: "poor"
    case .low: "low"
    case .medium: "medium"
    case .high: "high"
    case .veryHigh: "very high"
    }
  }
}
