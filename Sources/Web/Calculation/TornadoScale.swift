import Calculator

/// Places from left to right for results on both sides of one.
struct TornadoScale {
  let base: Double
  private let low: Double
  private let high: Double
  private let left: Double
  private let width: Double

  init(_ bars: [TornadoBar<Double>], base: Double, left: Double, width: Double) {
    let ends = bars.flatMap { [$0.atLow.value, $0.atHigh.value] }.compactMap { $0 }
      .filter(\.isFinite)
    self.base = base
    low = min(base, ends.min() ?? base)
    high = max(base, ends.max() ?? base)
    self.left = left
    self.width = width
  }

  func x(_ value: Double) -> Double {
    guard value.isFinite, high > low else { return left }
    return left + (value - low) / (high - low) * width
  }
}
