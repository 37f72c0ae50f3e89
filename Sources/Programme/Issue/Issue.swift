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
