/// The rates at which flows have a net present value of 0.
///
/// Searched in growth (1 + rate) from just above 0 to 11, so for rates above -100 % and up to
/// 1,000 %. The flows' sum is a polynomial in growth: the search looks at it on a grid of equal
/// ratios, closes in on each change of sign by Brent's method, and looks into each dip that
/// touches 0 without crossing it.
public struct InternalRate: Sendable {
  /// Every rate found, rising.
  public let roots: [Double]
  private let reasonForNone: String

  /// The rates of flows in years 0, 1, ...
  public init(of flows: [Double]) {
    let changes = Self.signChanges(flows)
    guard flows.allSatisfy(\.isFinite), changes > 0 else {
      roots = []
      reasonForNone =
        flows.contains { $0 != 0 }
        ? "the net flows never change sign" : "every net flow is 0"
      return
    }
    roots = Self.roots(Self.trimmed(flows), steps: changes == 1 ? Self.coarseSteps : Self.fineSteps)
    reasonForNone = "no rate from -100 % to 1,000 % brings the net present value to 0"
  }

  /// The one rate, or the words for none or several.
  public var outcome: Outcome<Double> {
    switch roots.count {
    case 0: return .undefined(because: reasonForNone)
    case 1: return .value(roots[0])
    default:
      let rates = roots.map { Shown.percentage($0) }.joined(separator: ", ")
      return .undefined(because: "\(roots.count) rates bring the net present value to 0: \(rates)")
    }
  }

  private static let lowestGrowth = 1e-6
  private static let highestGrowth = 11.0
  /// One change of sign means exactly one root (Descartes), wherever it is.
  private static let coarseSteps = 32
  /// Roots nearer to each other than 0.4 % of growth may be missed.
  private static let fineSteps = 4_096

  private static func signChanges(_ flows: [Double]) -> Int {
    let signs = flows.filter { $0 != 0 }.map { $0 > 0 }
    return zip(signs, signs.dropFirst()).count { $0 != $1 }
  }

  /// Years without a flow at either end change no rate, and would make the sum vanish.
  private static func trimmed(_ flows: [Double]) -> [Double] {
    guard let first = flows.firstIndex(where: { $0 != 0 }),
      let last = flows.lastIndex(where: { $0 != 0 })
    else { return [] }
    return Array(flows[first...last])
  }

  private static func roots(_ flows: [Double], steps: Int) -> [Double] {
    var found: [Double] = []
    let sum = { value(of: flows, atGrowth: $0) }
    let ratio = ratio(steps: steps)
    var window: [(growth: Double, sum: Double)] = []
    for step in 0...steps {
      let growth =
        step == steps ? highestGrowth : window.last.map { $0.growth * ratio } ?? lowestGrowth
      window = window.suffix(2) + [(growth, sum(growth))]
      if let root = crossing(window.suffix(2), sum) ?? touching(window, sum) {
        found.append(root - 1)
      }
    }
    return found
  }

  /// The root between two neighbours whose sums differ in sign.
  private static func crossing(
    _ pair: ArraySlice<(growth: Double, sum: Double)>, _ sum: (Double) -> Double
  ) -> Double? {
    guard let left = pair.first, let right = pair.last else { return nil }
    if right.sum == 0 { return right.growth }
    guard left.sum != 0, (left.sum < 0) != (right.sum < 0) else { return nil }
    return Brent.root(of: sum, between: left.growth, and: right.growth)
  }

  /// The bottom of a dip between three neighbours, when the sum there is 0 but for rounding.
  private static func touching(
    _ window: [(growth: Double, sum: Double)], _ sum: (Double) -> Double
  ) -> Double? {
    guard window.count == 3 else { return nil }
    let sizes = window.map { abs($0.sum) }
    guard sizes[1] < sizes[0], sizes[1] < sizes[2], sizes[1] > 0 else { return nil }
    guard window.allSatisfy({ ($0.sum < 0) == (window[1].sum < 0) }) else { return nil }
    let bottom = Brent.bottom(
      of: { abs(sum($0)) }, between: window[0].growth, and: window[2].growth)
    return abs(sum(bottom)) <= max(sizes[0], sizes[2]) * 1e-9 ? bottom : nil
  }

  /// The sum of the flows times a power of growth that keeps every term small.
  private static func value(of flows: [Double], atGrowth growth: Double) -> Double {
    growth < 1
      ? flows.reduce(0) { $0 * growth + $1 } : flows.reversed().reduce(0) { $0 / growth + $1 }
  }

  /// The step between neighbours: the whole range, rooted as often as halving the steps gives 1.
  private static func ratio(steps: Int) -> Double {
    var ratio = highestGrowth / lowestGrowth
    var remaining = steps
    while remaining > 1 {
      ratio = ratio.squareRoot()
      remaining /= 2
    }
    return ratio
  }
}
