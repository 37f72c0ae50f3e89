/// Where an issue stands.
public enum IssueState: String, CaseIterable, Sendable {
  /// Told to the co-ordinators in confidence; nobody else knows of it.
  case concern = "Concern"
  /// Raised, and nobody answers for it yet.
  case untriaged = "Untriaged"
  /// Somebody works on it.
  case open = "Open"
  /// It waits for something.
  case waiting = "Waiting"
  /// It waits for the board to decide.
  case escalated = "Escalated"
  /// It is solved, and what was learnt is recorded.
  case resolved = "Resolved"
  /// It was raised in error, or stands elsewhere.
  case withdrawn = "Withdrawn"

  /// Whether there is still something to be done.
  public var isLive: Bool { self != .resolved && self != .withdrawn }

  /// What an issue in this state cannot be without.
  public var needs: [Issue.Field] {
    switch self {
    case .concern, .untriaged, .withdrawn: []
    case .open: [.owner, .nextAction, .due]
    case .waiting: [.owner, .nextAction, .due, .waitingFor]
    case .escalated: [.owner, .nextAction, .due, .question, .decideBy]
    case .resolved: [.resolution, .learnt, .prevention]
    }
  }
}

extension IssueState {
  /// The state that a step leads to; nil where the step does not begin here. The one table of
  /// transitions.
  private func next(_ step: IssueStep) -> IssueState? {
    switch (self, step) {
    case (.concern, .publish), (.withdrawn, .reopen): .untriaged
    case (.untriaged, .triage), (.waiting, .resume), (.escalated, .answer), (.resolved, .reopen):
      .open
    case (.open, .wait): .waiting
    case (.open, .escalate), (.waiting, .escalate): .escalated
    case (.open, .resolve), (.waiting, .resolve), (.escalated, .resolve): .resolved
    case (.concern, .withdraw), (.untriaged, .withdraw), (.open, .withdraw),
      (.waiting, .withdraw), (.escalated, .withdraw):
      .withdrawn
    default: nil
    }
  }

  /// The state that a step leads to. Throws ``Refusal/invalid(_:)`` that says in words where the
  /// step begins.
  public func after(_ step: IssueStep) throws(Refusal) -> IssueState {
    if let next = next(step) { return next }
    let from = IssueState.allCases.filter { $0.next(step) != nil }.map { $0.words.lowercased() }
    throw .invalid([
      Problem(
        .error, at: .file, subject: "Issue", found: words,
        expected: "an issue that is \(from.joined(separator: " or "))",
        mend: "Look at it again: somebody may have been faster.")
    ])
  }

  /// The steps that lead on from here, the most usual first.
  public var steps: [IssueStep] {
    let order: [IssueStep] = [
      .publish, .triage, .answer, .resolve, .resume, .wait, .escalate, .reopen, .withdraw,
    ]
    return order.filter { next($0) != nil }
  }

  /// The state in a few words.
  public var words: String { self == .concern ? "In confidence" : rawValue }
}
