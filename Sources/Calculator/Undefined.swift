/// Thrown inside the engine where a result does not exist; leaves it as ``Outcome/undefined(because:)``.
struct Undefined: Error {
  let because: String
}

extension Outcome {
  /// The result of a calculation, or why it stopped.
  init(_ calculation: () throws(Undefined) -> T) {
    do throws(Undefined) {
      self = .value(try calculation())
    } catch {
      self = .undefined(because: error.because)
    }
  }

  /// The result, or the same reason thrown on.
  func get() throws(Undefined) -> T {
    switch self {
    case .value(let value): return value
    case .undefined(let reason): throw Undefined(because: reason)
    }
  }
}

extension Number {
  /// This number, or a refusal when it is too large to hold.
  func checked() throws(Undefined) -> Self {
    guard isFinite else { throw Undefined(because: Words.tooLarge) }
    return self
  }
}
