/// When the running net first reaches 0.
public struct Payback<N: Number>: Sendable, Hashable {
  /// Years, with the share of the last one by straight line.
  public let years: N
  /// The year in which it is reached.
  public let wholeYears: Int

  /// Years until the running sum first reaches 0. With `sustained`, until it last does: a sum
  /// that dips again has not paid back yet.
  public static func of(_ flows: [N], sustained: Bool = false) -> Outcome<Payback> {
    var running: [N] = []
    for flow in flows { running.append((running.last ?? .zero) + flow) }
    guard running.allSatisfy(\.isFinite) else { return .undefined(because: Words.tooLarge) }
    guard let year = Self.year(running, sustained: sustained) else {
      return .undefined(because: "it is never reached within the horizon")
    }
    guard year > 0 else { return .value(Payback(years: .zero, wholeYears: 0)) }
    let part = running[year - 1].magnitude / flows[year]
    return .value(Payback(years: N(year - 1) + part, wholeYears: year))
  }

  /// The year the running sum reaches 0, nil when it does not.
  static func year(_ running: [N], sustained: Bool) -> Int? {
    guard sustained else { return running.firstIndex { $0 >= .zero } }
    let lastBelow = running.lastIndex { $0 < .zero } ?? -1
    return lastBelow + 1 < running.count ? lastBelow + 1 : nil
  }
}
