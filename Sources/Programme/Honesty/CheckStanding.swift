import Calculator

/// How the measure that must not get worse stands.
public enum CheckStanding: String, CaseIterable, Sendable {
  /// It keeps its floor.
  case holds = "Holds"
  /// It is worse, as was expected while change is under way.
  case dips = "Dips as expected"
  /// It is worse, and no dip was expected.
  case fallen = "Fallen"
  /// It is worse for longer than the dip was expected to last.
  case dipTooLong = "Dips for too long"
  /// It is worse by more than was expected.
  case dipTooDeep = "Dips too deep"
  /// There is no value yet, or nothing to hold it against.
  case unknown = "Not known"

  /// Whether somebody has to look.
  public var isFlagged: Bool {
    switch self {
    case .fallen, .dipTooLong, .dipTooDeep: true
    case .holds, .dips, .unknown: false
    }
  }
}

/// The last value of a measure, with the days that it is of.
public struct LastValue: Hashable, Sendable {
  /// The value, in the measure's unit.
  public var value: Exact
  /// The last day of its period.
  public var lastDay: Day

  /// A value of a period that ends on that day.
  public init(value: Exact, lastDay: Day) {
    self.value = value
    self.lastDay = lastDay
  }
}

extension BenefitCheck {
  /// How the measure stands. More is better where `moreIsBetter`; the floor is the one that was
  /// stated, else the measure's baseline. A period belongs to the window that its last day lies in.
  public func standing(
    last: LastValue?, baseline: Exact?, moreIsBetter: Bool
  ) -> CheckStanding {
    guard let last, let floor = floor ?? baseline else { return .unknown }
    let worse = moreIsBetter ? floor - last.value : last.value - floor
    guard worse > .zero else { return .holds }
    guard let dip, last.lastDay >= dip.from else { return .fallen }
    if worse > dip.depth { return .dipTooDeep }
    return last.lastDay <= dip.to ? .dips : .dipTooLong
  }
}

extension Benefit {
  /// Whether it should name a measure that must not get worse: money that leaves a budget, or
  /// contacts moved to a cheaper channel, may be had by serving people worse.
  public var needsCheck: Bool {
    status != .withdrawn && (cashability == .cashable || inputs.method == .channel)
  }
}
