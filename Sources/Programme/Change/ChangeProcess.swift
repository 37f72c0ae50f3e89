/// A plan change with all that decides what may happen to it next. Its functions are the only way
/// from one state to another.
public struct ChangeProcess: Hashable, Sendable {
  /// One affected party with what it said of the present version.
  public struct Party: Hashable, Sendable {
    /// The party.
    public let id: ID<Organisation>
    /// Its position on the present version; nil while it said nothing.
    public var position: ChangePosition?
    /// Its acknowledgement of the decision; nil while it gave none.
    public var acknowledgement: ChangeAcknowledgement?

    /// An affected party that said nothing unless told otherwise.
    public init(
      id: ID<Organisation>, position: ChangePosition? = nil,
      acknowledgement: ChangeAcknowledgement? = nil
    ) {
      self.id = id
      self.position = position
      self.acknowledgement = acknowledgement
    }
  }

  /// Where it stands.
  public internal(set) var state: ChangeState
  /// The version of the proposal, from 1.
  public internal(set) var revision: Int
  /// Who proposed it, and stands by it: the proposer takes no position.
  public let proposer: ID<Organisation>
  /// The present version.
  public internal(set) var change: PlanChange
  /// Whose key decision maker decides; nil where somebody else does.
  public internal(set) var authorityParty: ID<Organisation>?
  /// The affected parties, each once.
  public internal(set) var parties: [Party]
  /// What was decided; nil before.
  public internal(set) var decision: ChangeDecision?

  /// Puts together what the store read.
  public init(
    state: ChangeState, revision: Int, proposer: ID<Organisation>, change: PlanChange,
    authorityParty: ID<Organisation>?, parties: [Party], decision: ChangeDecision?
  ) {
    self.state = state
    self.revision = revision
    self.proposer = proposer
    self.change = change
    self.authorityParty = authorityParty
    self.parties = parties
    self.decision = decision
  }
}

extension ChangeProcess {
  /// How a party stands with its position on a day.
  public func position(of party: Party, today: Day) -> PositionStanding {
    if let position = party.position { return .taken(position.answer) }
    guard state != .withdrawn else { return .unheard }
    let due = change.positionsDue
    guard due >= decision?.decidedOn ?? today else { return .deemed(days: today.days(since: due)) }
    return state.isOpen ? .waiting(days: due.days(since: today)) : .unheard
  }

  /// How a party stands with its acknowledgement on a day.
  public func acknowledgement(of party: Party, today: Day) -> AcknowledgementStanding {
    if party.acknowledgement != nil { return .acknowledged }
    guard state == .communicated || state == .acknowledged else { return .untold }
    let days = change.acknowledgementDue.days(since: today)
    return days < 0 ? .deemed(days: -days) : .waiting(days: days)
  }

  /// How many parties stand how with their positions on a day.
  public func tally(today: Day) -> ChangeTally {
    ChangeTally(parties.map { position(of: $0, today: today) })
  }

  /// The parties that have still to say something: a position while it is negotiated, an
  /// acknowledgement once they were told. Those deemed are among them.
  public var silent: [Party] {
    switch state {
    case .proposed, .negotiating: parties.filter { $0.position == nil }
    case .communicated: parties.filter { $0.acknowledgement == nil }
    case .agreed, .rejected, .withdrawn, .acknowledged: []
    }
  }
}
