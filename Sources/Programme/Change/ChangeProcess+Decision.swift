import Calculator

extension ChangeProcess {
  /// The change once it is decided. `delegation` says who may decide for the authority and up to
  /// what cost; nil where nobody is named. Refuses an agreement above the limit, one by a party that
  /// has named nobody, and one over open objections, or before everybody's time is over, without a
  /// reason of its own.
  public func decided(
    _ decision: ChangeDecision, delegation: ChangeDelegation?, proposedOn: Day, today: Day
  ) throws(Refusal) -> ChangeProcess {
    var process = self
    process.state = try state.after(decision.outcome == .agree ? .agree : .reject)
    var problems = dayProblems(decision.decidedOn, proposedOn: proposedOn, today: today)
    if decision.outcome == .agree {
      problems += limitProblems(delegation) + despiteProblems(decision, today: today)
    }
    guard problems.isEmpty else { throw .invalid(problems) }
    process.decision = decision
    return process
  }

  /// What must be answered for by whoever agrees now: "1 party objects; 3 have time to answer until
  /// 5 May 2027". Nil when every party accepted, or had its time.
  public func openPoints(today: Day) -> String? {
    let tally = tally(today: today)
    var points: [String] = []
    if tally.objected > 0 {
      points.append(
        "\(Shown.parties(tally.objected)) \(tally.objected == 1 ? "objects" : "object")")
    }
    if tally.countered > 0 {
      let verb = tally.countered == 1 ? "proposes" : "propose"
      points.append("\(Shown.parties(tally.countered)) \(verb) something else")
    }
    if tally.waiting > 0 {
      let verb = tally.waiting == 1 ? "has" : "have"
      points.append(
        "\(Shown.parties(tally.waiting)) \(verb) until \(change.positionsDue.words) to answer")
    }
    return points.isEmpty ? nil : points.joined(separator: "; ")
  }

  private func dayProblems(_ day: Day, proposedOn: Day, today: Day) -> [Problem] {
    guard day > today || day < proposedOn else { return [] }
    let expected = "a day from \(proposedOn.words) to today"
    let mend = "Enter the day on which it was decided."
    return [.of(ChangeDecision.Field.decidedOn, day.description, expected, mend)]
  }

  private func limitProblems(_ delegation: ChangeDelegation?) -> [Problem] {
    guard let delegation else {
      guard change.authority == .party else { return [] }
      return [
        ChangeRefusal.problem(
          "Decided by", at: ChangeDecision.Field.decidedBy.rawValue,
          expected: "a key decision maker",
          "The party has named no key decision maker. Have one named, or amend who decides.")
      ]
    }
    guard let limit = delegation.limit, let cost = change.onCost, cost > limit else { return [] }
    return [
      ChangeRefusal.problem(
        "Effect on cost", at: ChangeDecision.Field.outcome.rawValue, found: Shown.money(cost),
        expected: "at most \(Shown.money(limit)), the limit of \(delegation.holder)",
        "Amend the change so that the steering board decides.")
    ]
  }

  private func despiteProblems(_ decision: ChangeDecision, today: Day) -> [Problem] {
    guard decision.despite.isEmpty, let points = openPoints(today: today) else { return [] }
    return [
      .of(ChangeDecision.Field.despite, "", "a reason", "Say why you agree although \(points).")
    ]
  }
}

extension Shown {
  /// "1 party", "3 parties".
  static func parties(_ count: Int) -> String { count == 1 ? "1 party" : "\(count) parties" }
}
