/// A result, or the words that say why there is none. Never 0, never "not a number" instead.
public enum Outcome<T: Sendable>: Sendable {
  /// The result.
  case value(T)
  /// Why there is none: words that follow "undefined, because".
  case undefined(because: String)

  /// The result, nil when undefined.
  public var value: T? {
    if case .value(let value) = self { value } else { nil }
  }

  /// Why there is no result, nil when there is one.
  public var reason: String? {
    if case .undefined(let reason) = self { reason } else { nil }
  }
}

extension Outcome: Equatable where T: Equatable {}
extension Outcome: Hashable where T: Hashable {}

extension Outcome where T: Number {
  /// The value, or the refusal of one that is too large to hold.
  init(checked value: T) {
    self = value.isFinite ? .value(value) : .undefined(because: Words.tooLarge)
  }
}
