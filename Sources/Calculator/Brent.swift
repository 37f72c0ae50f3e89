/// Root finding after R. P. Brent, "Algorithms for minimization without derivatives" (1973).
enum Brent {
  private static let steps = 200

  /// Where a function changes sign; the ends must differ in sign.
  static func root(
    of function: (Double) -> Double, between left: Double, and right: Double
  ) -> Double {
    var (a, b) = (left, right)
    var (fa, fb) = (function(a), function(b))
    var (c, fc) = (a, fa)
    var last = b - a
    var before = last
    for _ in 0..<steps {
      if (fb < 0) == (fc < 0) {
        (c, fc) = (a, fa)
        last = b - a
        before = last
      }
      if abs(fc) < abs(fb) {
        (a, fa) = (b, fb)
        (b, fb) = (c, fc)
        (c, fc) = (a, fa)
      }
      let tolerance = 2 * b.ulp
      let half = (c - b) / 2
      if abs(half) <= tolerance || fb == 0 { return b }
      let step = Self.step(a, fa, b, fb, c, fc, half: half)
      let isInside = (step > 0) == (half > 0) && abs(step) < 1.5 * abs(half)
      if isInside, abs(before) >= tolerance, abs(step) < abs(before) / 2 {
        (before, last) = (last, step)
      } else {
        (before, last) = (half, half)
      }
      (a, fa) = (b, fb)
      b += abs(last) > tolerance ? last : (half > 0 ? tolerance : -tolerance)
      fb = function(b)
    }
    return b
  }

  /// The step that inverse interpolation through the known points proposes; half when it has none.
  private static func step(
    _ a: Double, _ fa: Double, _ b: Double, _ fb: Double, _ c: Double, _ fc: Double, half: Double
  ) -> Double {
    guard abs(fa) > abs(fb) else { return half }
    let s = fb / fa
    guard a != c else { return 2 * half * s / (s - 1) }
    let q = fa / fc
    let r = fb / fc
    let p = s * (2 * half * q * (q - r) - (b - a) * (r - 1))
    return -p / ((q - 1) * (r - 1) * (s - 1))
  }

  /// Where a function of one dip is smallest, by golden sections.
  static func bottom(
    of function: (Double) -> Double, between left: Double, and right: Double
  ) -> Double {
    let share = (5.0.squareRoot() - 1) / 2
    var (a, b) = (left, right)
    for _ in 0..<steps where b - a > 4 * b.ulp {
      let (lower, upper) = (b - share * (b - a), a + share * (b - a))
      if function(lower) < function(upper) { b = upper } else { a = lower }
    }
    return (a + b) / 2
  }
}
