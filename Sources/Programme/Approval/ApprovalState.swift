/// Where the approval of a benefit's forecast stands: the state of its latest submission.
public enum ApprovalState: String, CaseIterable, Sendable {
  /// It was never submitted.
  case unsubmitted
  /// Somebody submitted it, and nobody has decided yet.
  case waiting
  /// Whoever submitted it took it back.
  case takenBack
  /// It was sent back with a reason.
  case returned
  /// It was approved, and a baseline keeps what was.
  case approved
}

/// What is done about the approval of a forecast.
public enum ApprovalStep: String, CaseIterable, Sendable {
  /// Ask for approval.
  case submit
  /// Ask no longer.
  case takeBack
  /// Approve, which freezes a baseline.
  case approve
  /// Send back, with a reason.
  case sendBack
}

extension ApprovalState {
  /// The state that a step leads to: the one table of transitions. Throws ``Refusal/invalid(_:)``
  /// that says what stands in the way.
  public func after(_ step: ApprovalStep) throws(Refusal) -> ApprovalState {
    switch (self, step) {
    case (.waiting, .approve): return .approved
    case (.waiting, .sendBack): return .returned
    case (.waiting, .takeBack): return .takenBack
    case (.waiting, .submit):
      throw refusal("a forecast that does not wait yet", "Take it back first, then submit it anew.")
    case (_, .submit): return .waiting
    case (_, .approve), (_, .sendBack), (_, .takeBack):
      throw refusal("a forecast that waits for approval", "Somebody was faster: look at it again.")
    }
  }

  /// The state in a few words.
  public var words: String {
    switch self {
    case .unsubmitted: "Not submitted"
    case .waiting: "Waiting for approval"
    case .takenBack: "Taken back"
    case .returned: "Sent back"
    case .approved: "Approved"
    }
  }

  private func refusal(_ expected: String, _ mend: String) -> Refusal {
    .invalid([
      Problem(
        .error, at: .file, subject: "Approval", found: words, expected: expected, mend: mend)
    ])
  }
}
