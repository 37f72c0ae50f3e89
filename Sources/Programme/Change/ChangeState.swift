/// Where a plan change stands. The one place that says what may follow what.
public enum ChangeState: String, CaseIterable, Sendable {
  /// It is on the table, and nobody has answered.
  case proposed = "Proposed"
  /// Parties are taking positions.
  case negotiating = "Negotiating"
  /// Who had the authority agreed to it; its effects are in the plan.
  case agreed = "Agreed"
  /// Who had the authority rejected it; the plan stays.
  case rejected = "Rejected"
  /// The proposer took it back.
  case withdrawn = "Withdrawn"
  /// Every affected party was told of the decision.
  case communicated = "Communicated"
  /// Every affected party acknowledged the decision itself.
  case acknowledged = "Acknowledged"
}

/// What can happen to a plan change.
public enum ChangeStep: Hashable, Sendable {
  /// A party says what it thinks of the change.
  case takePosition
  /// The proposer changes the proposal.
  case amend
  /// It is agreed.
  case agree
  /// It is rejected.
  case reject
  /// The proposer takes it back.
  case withdraw
  /// The affected parties are told of the decision.
  case communicate
  /// A party acknowledges; `isLast` when no other has still to.
  case acknowledge(isLast: Bool)

  /// Every step there is.
  public static let all: [ChangeStep] = [
    .takePosition, .amend, .agree, .reject, .withdraw, .communicate, .acknowledge(isLast: false),
    .acknowledge(isLast: true),
  ]

  /// What somebody wanted to do: "amend it".
  var words: String {
    switch self {
    case .takePosition: "take a position"
    case .amend: "amend it"
    case .agree: "agree to it"
    case .reject: "reject it"
    case .withdraw: "withdraw it"
    case .communicate: "tell the parties of the decision"
    case .acknowledge: "acknowledge it"
    }
  }
}

extension ChangeState {
  /// Whether it is still negotiated: positions, amendments and a decision are to come.
  public var isOpen: Bool { self == .proposed || self == .negotiating }
  /// Whether nothing is to follow.
  public var isClosed: Bool { self == .withdrawn || self == .acknowledged }

  /// Whether the step may follow.
  public func allows(_ step: ChangeStep) -> Bool { target(of: step) != nil }

  /// The state after a step. Refuses a step that may not follow, saying what comes instead.
  public func after(_ step: ChangeStep) throws(Refusal) -> ChangeState {
    guard let target = target(of: step) else {
      throw ChangeRefusal.of(
        "Plan change", found: rawValue.lowercased(),
        expected: "a change that allows to \(step.words)",
        explanation)
    }
    return target
  }

  /// The table of transitions.
  private func target(of step: ChangeStep) -> ChangeState? {
    switch (self, step) {
    case (.proposed, .takePosition), (.negotiating, .takePosition): .negotiating
    case (.proposed, .amend): .proposed
    case (.negotiating, .amend): .negotiating
    case (.proposed, .agree), (.negotiating, .agree): .agreed
    case (.proposed, .reject), (.negotiating, .reject): .rejected
    case (.proposed, .withdraw), (.negotiating, .withdraw): .withdrawn
    case (.agreed, .communicate), (.rejected, .communicate): .communicated
    case (.communicated, .acknowledge(let isLast)): isLast ? .acknowledged : .communicated
    default: nil
    }
  }

  /// What may be done in this state, for whoever tried something else.
  private var explanation: String {
    switch self {
    case .proposed, .negotiating: "It is still negotiated: it has to be decided first."
    case .agreed, .rejected: "It is decided: the affected parties are to be told next."
    case .withdrawn: "It was withdrawn. Propose a new change instead."
    case .communicated: "The parties were told: they have to acknowledge the decision."
    case .acknowledged: "It is closed: everybody acknowledged it. Propose a new change instead."
    }
  }
}

/// Refusals of what somebody wanted to do with a plan change.
enum ChangeRefusal {
  /// A refusal that stands at a field, or at the page's head.
  static func of(
    _ subject: String, at field: String = "main-content", found: String = "", expected: String,
    _ mend: String
  ) -> Refusal {
    .invalid([problem(subject, at: field, found: found, expected: expected, mend)])
  }

  static func problem(
    _ subject: String, at field: String = "main-content", found: String = "", expected: String,
    _ mend: String
  ) -> Problem {
    Problem(
      .error, at: .field(field), subject: subject, found: found, expected: expected, mend: mend)
  }
}
