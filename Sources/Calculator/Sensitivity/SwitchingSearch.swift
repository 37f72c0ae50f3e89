/// Looks for the value of one variable at which the net present value is 0: on a grid for changes
/// of sign, then by Brent's method in each.
struct SwitchingSearch {
  private let variable: Variable
  private let view: View
  private let present: Outcome<Double>

  private var valuation: Valuation

  private static let gridSteps = 200
  private static let reach = 100.0

  init(_ variable: Variable, _ view: View, _ appraisal: Appraisal<Double>) throws(VariableRefusal) {
    self.variable = variable
    self.view = view
    present = appraisal.value(of: variable)
    let slot = try appraisal.slot(of: variable)
    valuation = Valuation(appraisal, varying: [slot])
  }

  /// The one value, or words for none and for several.
  mutating func value() throws(Undefined) -> Double {
    guard !variable.isWhole else {
      throw Undefined(because: "only whole years can be set, so none need bring it to 0")
    }
    let range = range(around: try present.get())
    let found = roots(in: range)
    guard let root = found.first else {
      throw Undefined(because: noneWords(range))
    }
    guard found.count == 1 else {
      let values = found.map { variable.shown($0) }.joined(separator: ", ")
      throw Undefined(because: "\(found.count) values bring the net present value to 0: \(values)")
    }
    return root
  }

  private mutating func noneWords(_ range: ClosedRange<Double>) -> String {
    let ends = (variable.shown(range.lowerBound), variable.shown(range.upperBound))
    guard npv(range.lowerBound) != npv(range.upperBound) else {
      return "the net present value does not depend on it"
    }
    return "no value from \(ends.0) to \(ends.1) brings the net present value to 0"
  }

  private func range(around present: Double) -> ClosedRange<Double> {
    if variable.kind == .share { return 0...max(1, abs(present)) }
    let size = max(abs(present), 1) * Self.reach
    return (variable.isMoney ? -size : 0)...size
  }

  /// Every change of sign. The grid is finest near the present value's size.
  private mutating func roots(in range: ClosedRange<Double>) -> [Double] {
    let points = grid(range)
    let values = points.map { npv($0) }
    var found: [Double] = []
    for (place, value) in values.enumerated() {
      guard value != 0 else {
        found.append(points[place])
        continue
      }
      guard place > 0, values[place - 1] != 0, (values[place - 1] < 0) != (value < 0)
      else { continue }
      let root = Brent.root(of: { npv($0) }, between: points[place - 1], and: points[place])
      if isZero(npv(root)) { found.append(root) }
    }
    // A stretch of zeros is one answer only when nothing depends on the variable: then it is none.
    return found.count > Self.gridSteps ? [] : found
  }

  /// A jump over 0, as whole posts make, is no root.
  private func isZero(_ value: Double) -> Bool { abs(value) <= 1e-9 * max(valuation.size, 1) }

  private func grid(_ range: ClosedRange<Double>) -> [Double] {
    let steps = Self.gridSteps
    return (0...steps).map { step in
      // A cubic through the middle puts most points at its small values.
      let place = Double(step) / Double(steps)
      let curve = range.lowerBound < 0 ? (2 * place - 1).power(3) : place.power(3)
      let isShare = variable.kind == .share
      return isShare
        ? range.lowerBound + place * (range.upperBound - range.lowerBound)
        : curve * range.upperBound
    }
  }

  private mutating func npv(_ value: Double) -> Double {
    valuation.npv([value]).value(in: view)
  }
}

extension Variable {
  /// Sums that may be below 0.
  fileprivate var isMoney: Bool {
    switch self {
    case .benefit(_, .amount), .cost(_, .amount): true
    default: false
    }
  }
}
