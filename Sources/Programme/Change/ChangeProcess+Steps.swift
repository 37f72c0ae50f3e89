extension ChangeProcess {
  /// A proposal on its way in. Refuses one that affects nobody or leaves no time to answer.
  public static func proposed(
    _ change: PlanChange, by proposer: ID<Organisation>, affecting parties: [ID<Organisation>],
    authorityParty: ID<Organisation>?, today: Day
  ) throws(Refusal) -> ChangeProcess {
    var process = ChangeProcess(
      state: .proposed, revision: 1, proposer: proposer, change: change, authorityParty: nil,
      parties: [], decision: nil)
    try process.take(change, affecting: parties, authorityParty: authorityParty, today: today)
    return process
  }

  /// A new version of the proposal: every position is open again.
  public func amended(
    to change: PlanChange, affecting parties: [ID<Organisation>],
    authorityParty: ID<Organisation>?, today: Day
  ) throws(Refusal) -> ChangeProcess {
    var process = self
    process.state = try state.after(.amend)
    guard revision < ChangeLimit.revisions else {
      throw ChangeRefusal.of(
        "Plan change", expected: "at most \(ChangeLimit.revisions) versions",
        "Withdraw it and propose a new one.")
    }
    process.revision += 1
    try process.take(change, affecting: parties, authorityParty: authorityParty, today: today)
    return process
  }

  /// An affected party takes a position, or another than before.
  public func taking(
    _ position: ChangePosition, by party: ID<Organisation>
  ) throws(Refusal) -> ChangeProcess {
    var process = self
    process.state = try state.after(.takePosition)
    process.parties[try place(of: party)].position = position
    return process
  }

  /// The proposer takes it back.
  public func withdrawn() throws(Refusal) -> ChangeProcess {
    var process = self
    process.state = try state.after(.withdraw)
    return process
  }

  /// The affected parties are told of the decision and asked to acknowledge it by a day.
  public func communicated(acknowledgementDue: Day, today: Day) throws(Refusal) -> ChangeProcess {
    var process = self
    process.state = try state.after(.communicate)
    guard acknowledgementDue > today else {
      throw ChangeRefusal.of(
        PlanChange.Field.acknowledgementDue.label, at: "acknowledgementDue",
        found: acknowledgementDue.description, expected: "a day after today",
        "Leave the parties time to acknowledge.")
    }
    process.change.acknowledgementDue = acknowledgementDue
    return process
  }

  /// An affected party acknowledges the decision; late is as good as in time.
  public func acknowledged(
    _ acknowledgement: ChangeAcknowledgement, by party: ID<Organisation>
  ) throws(Refusal) -> ChangeProcess {
    _ = try state.after(.acknowledge(isLast: false))
    var process = self
    let place = try place(of: party)
    guard parties[place].acknowledgement == nil else {
      throw ChangeRefusal.of(
        "Acknowledgement", found: "acknowledged", expected: "a party that has not acknowledged",
        "Somebody acknowledged it for the party before you.")
    }
    process.parties[place].acknowledgement = acknowledgement
    let isLast = process.parties.allSatisfy { $0.acknowledgement != nil }
    process.state = try state.after(.acknowledge(isLast: isLast))
    return process
  }

  /// Where a party stands in the list. Refuses one that is not affected.
  private func place(of party: ID<Organisation>) throws(Refusal) -> Int {
    guard let place = parties.firstIndex(where: { $0.id == party }) else { throw .forbidden }
    return place
  }

  /// Takes over a version of the proposal with nothing said about it.
  private mutating func take(
    _ change: PlanChange, affecting parties: [ID<Organisation>],
    authorityParty: ID<Organisation>?, today: Day
  ) throws(Refusal) {
    var seen: Set<ID<Organisation>> = [proposer]
    let affected = parties.filter { seen.insert($0).inserted }
    let decides = change.authority == .party ? authorityParty : nil
    let problems = ChangeProcess.problems(
      change, affecting: affected, decides: decides, today: today)
    guard problems.isEmpty else { throw .invalid(problems) }
    self.change = change
    self.authorityParty = decides
    self.parties = affected.map { Party(id: $0) }
  }
}

extension ChangeProcess {
  /// What stands against a proposal as a whole.
  fileprivate static func problems(
    _ change: PlanChange, affecting parties: [ID<Organisation>], decides: ID<Organisation>?,
    today: Day
  ) -> [Problem] {
    var problems: [Problem] = []
    if parties.isEmpty || parties.count > ChangeLimit.parties {
      problems.append(
        ChangeRefusal.problem(
          "Affected parties", at: "parties", expected: "1 to \(ChangeLimit.parties) parties",
          "Choose at least one party besides yourself that the change affects."))
    }
    if change.positionsDue <= today {
      problems.append(
        .of(
          PlanChange.Field.positionsDue, change.positionsDue.description, "a day after today",
          "Leave the parties time to answer."))
    }
    if change.authority == .party, !parties.contains(where: { $0 == decides }) {
      problems.append(
        ChangeRefusal.problem(
          "Whose key decision maker", at: "authorityParty",
          expected: "one of the affected parties", "Choose which affected party decides."))
    }
    return problems
  }
}
