/// How a result came about: a formula, what went into it, and the workings of its parts.
public struct Working: Sendable, Hashable {
  /// What is worked out.
  public let name: String
  /// The rule in words and signs; every name in it is an input or a step.
  public let formula: String
  /// The value before rounding, as text; empty when undefined.
  public let value: String
  /// The value as shown, rounded and with its unit, or why it is undefined.
  public let shown: String
  /// Values that were given.
  public let inputs: [WorkingInput]
  /// Values that were worked out on the way.
  public let steps: [Working]
}

/// A value that went into a ``Working``.
public struct WorkingInput: Sendable, Hashable {
  /// Its name, as in the formula.
  public let name: String
  /// The value used, as text.
  public let value: String
  /// What it is counted in.
  public let unit: String
  /// Where it comes from, or how a blank was read.
  public let source: String
}
