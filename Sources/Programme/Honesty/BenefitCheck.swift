import Calculator

/// What keeps a benefit honest: whose budget pays for it, and which measure must not get worse for
/// it.
public struct BenefitCheck: Hashable, Sendable {
  /// The council or body out of whose budget the money comes; "" for the council's own.
  public var payer = ""
  /// What is a saving here and a cost there.
  public var payerNote = ""
  /// The identity of the measure that must not get worse; nil while none is named.
  public var measure: String?
  /// The value that it must keep; nil for its baseline.
  public var floor: Exact?
  /// The window in which the measure may be worse while change is under way.
  public var dip: ExpectedDip?

  /// A benefit of which nothing is said.
  public init() {}

  /// Whether nothing is said.
  public var isEmpty: Bool { self == BenefitCheck() }
}

/// A fall that is expected while change is under way.
public struct ExpectedDip: Hashable, Sendable {
  /// The first day.
  public var from: Day
  /// The last day.
  public var to: Day
  /// By how much the measure may be worse than its floor, in its unit.
  public var depth: Exact

  /// A dip within a window.
  public init(from: Day, to: Day, depth: Exact) {
    self.from = from
    self.to = to
    self.depth = depth
  }
}
