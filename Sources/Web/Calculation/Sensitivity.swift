import Calculator
import Programme

/// Which inputs matter, and where the result turns.
struct Sensitivity: Sendable {
  let calculation: Calculation
  let target: Target
  let shareVaried: Exact
  /// The bars with the largest swing.
  let bars: [TornadoBar<Double>]
  /// How many more inputs move the result less.
  let furtherCount: Int
  let base: Outcome<Double>
  let switches: [SwitchingValue<Exact>]
  /// What a simulation varies unless told otherwise.
  let uncertain: [UncertainInput]

  /// The most bars of the drawing.
  static let barsShown = 12
  /// The most inputs that a simulation begins with.
  static let uncertainShown = 8

  init(
    _ calculation: Calculation, target: Target, share: Exact, also: [Variable]
  ) {
    let appraisal = calculation.figures.appraisal
    let target =
      calculation.sight.tells(target.worth) ? target : Target(.pvBenefits, in: target.view)
    let ranges = appraisal.ranges(by: share)
    let tornado = Calculator.tornado(
      appraisal.inDoubles, over: ranges.map(\.inDoubles), of: target)
    let moving = tornado.bars.filter { $0.swing.value != 0 }
    self.calculation = calculation
    self.target = target
    shareVaried = share
    base = tornado.base
    bars = Array(moving.prefix(Sensitivity.barsShown))
    furtherCount = moving.count - bars.count
    let levels: [Variable] = [.benefitLevel, .costLevel, .discountRate]
    let turning = levels + bars.map(\.range.variable).filter { !levels.contains($0) }.prefix(5)
    switches =
      calculation.sight.tells(.npv)
      ? turning.map { switchingValue(of: $0, in: target.view, of: appraisal) } : []
    let wanted = Set(bars.prefix(Sensitivity.uncertainShown).map(\.range.variable) + also)
    uncertain = ranges.filter { wanted.contains($0.variable) }.compactMap { range in
      appraisal.value(of: range.variable).value.map { UncertainInput(range, likely: $0) }
    }
  }
}

extension VariableRange<Exact> {
  fileprivate var inDoubles: VariableRange<Double> {
    VariableRange<Double>(variable, low: low.double, high: high.double)
  }
}
