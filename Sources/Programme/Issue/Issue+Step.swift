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
