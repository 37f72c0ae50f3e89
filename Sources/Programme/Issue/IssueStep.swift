/// What is done to an issue that changes its state.
public enum IssueStep: String, CaseIterable, Sendable {
  /// Tell everybody of a concern.
  case publish
  /// Give it an owner and a next action.
  case triage
  /// Say what it waits for.
  case wait
  /// Work on it again.
  case resume
  /// Ask the board to decide.
  case escalate
  /// Record what the board decided.
  case answer
  /// Say how it was solved and what was learnt.
  case resolve
  /// Take it up again, with a reason.
  case reopen
  /// Take it back, with a reason.
  case withdraw

  /// What is asked for when it is done.
  public var fields: [Issue.Field] {
    switch self {
    case .publish, .withdraw: []
    case .triage: [.owner, .ownerPerson, .nextAction, .due, .severity, .priority, .cause]
    case .wait: [.waitingFor, .nextAction, .due]
    case .resume, .reopen: [.nextAction, .due]
    case .escalate: [.question, .decideBy]
    case .answer: [.answer, .nextAction, .due]
    case .resolve: [.resolution, .learnt, .prevention]
    }
  }

  /// Whether it must be said why.
  public var needsReason: Bool { self == .reopen || self == .withdraw }
}
