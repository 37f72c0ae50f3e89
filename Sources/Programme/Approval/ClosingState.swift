/// Where the closing of a period of a council's register stands.
public enum ClosingState: String, CaseIterable, Sendable {
  /// Its values may change, and nobody asked to close it.
  case open
  /// Somebody says that its values are in; they may still change.
  case submitted
  /// Its values can no longer change.
  case closed
}

/// What is done about the closing of a period.
public enum ClosingStep: String, CaseIterable, Sendable {
  /// Say that the values are in.
  case submit
  /// Say so no longer.
  case takeBack
  /// Send back what was submitted, with a reason.
  case sendBack
  /// Close it.
  case close
  /// Open it again, with a reason.
  case reopen
}

extension ClosingState {
  /// The state that a step leads to: the one table of transitions. Throws ``Refusal/invalid(_:)``
  /// that says what stands in the way.
  public func after(_ step: ClosingStep) throws(Refusal) -> ClosingState {
    switch (self, step) {
    case (.open, .submit): return .submitted
    case (.submitted, .close): return .closed
    case (.submitted, .takeBack), (.submitted, .sendBack), (.closed, .reopen): return .open
    case (.submitted, .submit), (.closed, .submit): throw refusal("a period that is open")
    case (_, .reopen): throw refusal("a period that is closed")
    case (_, .close), (_, .takeBack), (_, .sendBack):
      throw refusal("a period that was submitted")
    }
  }

  private func refusal(_ expected: String) -> Refusal {
    .invalid([
      Problem(
        .error, at: .file, subject: "Period", found: rawValue, expected: expected,
        mend: "Somebody was faster: look at it again.")
    ])
  }
}
