import Calculator
import Programme

/// Differences from the register in words.
enum DifferenceWords {
  /// "+£12,300.00 against the register".
  static func against(_ calculation: Calculation, _ target: Target) -> String {
    guard calculation.sight.tells(target.worth) else { return "" }
    let ground = calculation.sight.ground
    guard let difference = calculation.difference(of: target) else {
      return "in \(ground): \(recorded(calculation, target))"
    }
    return difference == .zero
      ? "as in \(ground)" : "\(signed(difference, of: target.worth)) against \(ground)"
  }

  /// The same for a column that says against what; "the same" for no difference.
  static func bare(_ calculation: Calculation, _ target: Target) -> String {
    guard calculation.sight.tells(target.worth) else { return "" }
    guard let difference = calculation.difference(of: target) else {
      let isSame =
        calculation.figures.outcome(of: target).value == nil
        && calculation.recorded.outcome(of: target).value == nil
      return isSame ? "the same" : "was \(recorded(calculation, target))"
    }
    return difference == .zero ? "the same" : signed(difference, of: target.worth)
  }

  private static func recorded(_ calculation: Calculation, _ target: Target) -> String {
    calculation.recorded.outcome(of: target).value
      .map { WorkedFigures.shown($0, of: target.worth) } ?? "undefined"
  }

  /// A difference with its sign; of percentages in points.
  static func signed(_ difference: Exact, of worth: Worth) -> String {
    let sign = difference > .zero ? "+" : ""
    switch worth {
    case .roi, .irr: return sign + Shown.decimal(difference * Exact(100), places: 2) + " points"
    default: return sign + WorkedFigures.shown(difference, of: worth)
    }
  }
}
