/// Something that stands in the programme's way: what it is, who answers for it and what is done next.
/// Parties and people are named, as in everything that people read; the store knows who is meant.
public struct Issue: Hashable, Sendable {
  /// What it is, in a line.
  public var title: String
  /// More about it.
  public var description = ""
  /// What kind of thing it is.
  public var kind: IssueKind
  /// The names of the councils that it concerns, in order; none is the whole programme.
  public var councils: [String] = []
  /// The party that answers for it; "" for none yet.
  public var owner = ""
  /// Who answers for it there; "" for nobody by name.
  public var ownerPerson = ""
  /// How much harm it does; nil when not said.
  public var severity: IssueSeverity?
  /// How soon it is to be dealt with; nil when not said.
  public var priority: IssuePriority?
  /// What lies behind it; nil when not said.
  public var cause: IssueCause?
  /// What is done next.
  public var nextAction = ""
  /// By when.
  public var due: Day?
  /// What it waits for, while it waits.
  public var waitingFor = ""
  /// What the board is asked to decide.
  public var question = ""
  /// By when the board is asked to decide.
  public var decideBy: Day?
  /// What the board decided.
  public var answer = ""
  /// How it was solved.
  public var resolution = ""
  /// What was learnt.
  public var learnt = ""
  /// What will prevent it.
  public var prevention = ""
  /// Where it stands.
  public var state: IssueState

  /// Something that was just raised.
  public init(title: String, kind: IssueKind = .issue, state: IssueState = .untriaged) {
    self.title = title
    self.kind = kind
    self.state = state
  }
}

extension Issue {
  /// The issue after a step, with what was typed for it; what was told in confidence and withdrawn
  /// comes back in confidence. Refuses a step that does not begin where the issue stands, and
  /// whatever the state after it cannot be without.
  public func taking(
    _ step: IssueStep, typed: [Field: String] = [:], reason: String = "",
    isConfided: Bool = false
  ) throws(Refusal) -> Issue {
    let next = try state.after(step)
    var texts = texts
    for field in step.fields { texts[field] = typed[field] ?? "" }
    for field in step.clears { texts[field] = "" }
    texts[.state] = (isConfided && step == .reopen ? .concern : next).rawValue
    let reading = Issue.read(texts)
    let problems =
      reading.problems.filter { $0.severity == .error } + step.problems(texts, reason: reason)
    guard problems.isEmpty, let issue = reading.value else { throw .invalid(problems) }
    return issue
  }

  /// By how many days the next action is late; nil when it is not.
  public func overdueDays(on today: Day) -> Int? {
    guard state.isLive, let due, due < today else { return nil }
    return today.days(since: due)
  }
}

extension IssueStep {
  /// What is no longer true after the step.
  fileprivate var clears: [Issue.Field] {
    switch self {
    case .resume, .resolve: [.waitingFor]
    case .escalate: [.waitingFor, .answer]
    default: []
    }
  }

  /// What the step itself asks for, whatever state it leads to: why, or what was decided.
  fileprivate func problems(_ texts: [Issue.Field: String], reason: String) -> [Problem] {
    if self == .answer, TrimmedText.of(texts[.answer] ?? "").isEmpty {
      return [.of(Issue.Field.answer, "", "a decision", "Write what the board decided.")]
    }
    guard needsReason else { return [] }
    do throws(Refusal) {
      try DecisionReason.check(
        reason, self == .reopen ? "Say why it is taken up again." : "Say why it is withdrawn.")
      return []
    } catch {
      guard case .invalid(let problems) = error else { return [] }
      return problems
    }
  }
}
