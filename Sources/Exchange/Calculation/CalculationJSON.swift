import Calculator
import Programme

/// The object that `concordat calculate --format json` prints and the API answers.
public enum CalculationJSON {
  /// The figures of a register as JSON text. Decimals are strings with all their digits; what does
  /// not exist is null, and so is what costs decide where they are hidden; the same figures always
  /// give the same bytes.
  public static func write(
    _ register: Register, figures: Figures<Exact>, problems: [Problem], hidesCosts: Bool = false
  ) -> String {
    let benefits = figures.benefits.map { (name: $0.id, value: benefit($0)) }
    let scores = figures.benefits.compactMap { benefit in
      benefit.score.value.map { (name: benefit.id, value: decimal($0.value)) }
    }
    var members: [(name: String, value: JSONValue)] = [
      ("productive_hours", outcome(figures.productiveHours)),
      ("benefits", .object(benefits)),
      ("years", .array(figures.years.map { .number(String($0)) })),
      ("benefit_total", decimals(figures.benefitTotal)),
      ("cashable_total", decimals(figures.cashableTotal)),
      ("non_cashable_total", decimals(figures.nonCashableTotal)),
      ("cost_total", decimals(figures.costTotal)),
      ("net_cash_flow", decimals(figures.netCashFlow)),
      ("discount_factors", decimals(figures.discountFactors)),
    ]
    members += worth(figures.whole)
    members += [
      ("scores", .object(scores)),
      ("pivot", .object(pivots(figures))),
      ("cash_view", cashView(figures.cash)),
      ("problems", .array(problems.map(problem))),
    ]
    if hidesCosts {
      members = members.map { (name: $0.name, value: untold.contains($0.name) ? .null : $0.value) }
    }
    return JSONValue.object(members).text
  }

  /// The members that costs decide.
  private static let untold: Set<String> = [
    "cost_total", "net_cash_flow", "pv_costs", "npv", "bcr", "roi", "payback_years", "irr",
    "irr_roots", "cash_view",
  ]

  /// Problems alone, as JSON text: an array of objects like the figures' `problems`.
  public static func write(_ problems: [Problem]) -> String {
    JSONValue.array(problems.map(problem)).text
  }

  /// The dimensions that are pivoted; whole benefits by label, transfers included.
  static let pivotDimensions: [Dimension] = [.council, .service, .tangibility, .cashability]

  private static func benefit(_ benefit: BenefitFigures<Exact>) -> JSONValue {
    .object([
      ("hourly_cost", outcome(benefit.hourlyCost)), ("gross", outcome(benefit.gross)),
      ("net", benefit.net.map(decimals) ?? .null),
      ("cashable", benefit.cashable.map(decimals) ?? .null),
    ])
  }

  private static func worth(
    _ view: ValueView<Exact>
  ) -> [(name: String, value: JSONValue)] {
    [
      ("pv_benefits", decimal(view.pvBenefits)),
      ("pv_costs", decimal(view.pvCosts)),
      ("npv", decimal(view.npv)),
      ("bcr", outcome(view.bcr)),
      ("roi", outcome(view.roi)),
      ("payback_years", outcome(view.paybackYears)),
      ("irr", view.irr.value.map(double) ?? .null),
      ("irr_roots", .array(view.irrRoots.map(double))),
    ]
  }

  private static func cashView(_ view: ValueView<Exact>) -> JSONValue {
    .object([
      ("net", decimals(view.net)), ("npv", decimal(view.npv)),
      ("bcr", outcome(view.bcr)),
      ("payback_years", outcome(view.paybackYears)),
    ])
  }

  private static func pivots(_ figures: Figures<Exact>) -> [(name: String, value: JSONValue)] {
    pivotDimensions.flatMap { dimension in
      figures.pivot([dimension]).map { row in
        (
          name: "\(dimension.rawValue)=\(row.labels.first ?? "")",
          value: decimals(row.withTransfers)
        )
      }
    }
  }

  private static func problem(_ problem: Problem) -> JSONValue {
    .object([
      ("severity", .string(problem.severity.rawValue)),
      ("place", .string(problem.placeText)),
      ("subject", .string(problem.subject)),
      ("found", .string(problem.found)),
      ("expected", .string(problem.expected)),
      ("mend", .string(problem.mend)),
    ])
  }

  private static func decimal(_ value: Exact) -> JSONValue {
    value.isFinite ? .string(value.text) : .null
  }

  private static func decimals(_ values: [Exact]) -> JSONValue { .array(values.map(decimal)) }

  private static func outcome(_ outcome: Outcome<Exact>) -> JSONValue {
    outcome.value.map(decimal) ?? .null
  }

  private static func double(_ value: Double) -> JSONValue {
    value.isFinite ? .number(value.description) : .null
  }
}
