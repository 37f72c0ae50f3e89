extension Viewer {
  /// Whether the viewer may amend or withdraw the change, and tell the parties of its decision: the
  /// proposer's people and the co-ordinator.
  public func mayLead(_ change: ChangeProcess) -> Bool { mayKeep(recordOf: change.proposer) }

  /// Whether the viewer may record the decision: of an affected party its own people, of the steering
  /// board whoever co-ordinates, who is also the first authority.
  public func mayDecide(_ change: ChangeProcess) -> Bool {
    guard let party = change.authorityParty else { return may(.coordinate) }
    return mayKeep(recordOf: party)
  }

  /// Whether the viewer may speak for that affected party: its own people, and the co-ordinator for
  /// what a party told in another way.
  public func maySpeak(for party: ID<Organisation>, on change: ChangeProcess) -> Bool {
    mayKeep(recordOf: party) && change.parties.contains { $0.id == party }
  }

  /// Whether what the viewer records for that party came from the party in another way.
  public func recordsForOthers(_ party: ID<Organisation>) -> Bool { party != organisation }
}

extension ChangeRefusal {
  /// Whoever records what another party said has to say how it was told; of one's own party nothing
  /// is asked.
  static func received(_ words: String, isForOthers: Bool) -> [Problem] {
    guard isForOthers, words.isEmpty else { return [] }
    return [
      problem(
        ChangePosition.Field.received.label, at: ChangePosition.Field.received.rawValue,
        expected: "how they told you",
        "You record it for another party: say who told you, how and when.")
    ]
  }
}

extension ChangePosition {
  /// What stands against recording it, for another party or one's own.
  public func problems(isForOthers: Bool) -> [Problem] {
    ChangeRefusal.received(received, isForOthers: isForOthers)
  }
}

extension ChangeAcknowledgement {
  /// What stands against recording it, for another party or one's own.
  public func problems(isForOthers: Bool) -> [Problem] {
    ChangeRefusal.received(received, isForOthers: isForOthers)
  }
}
