/// Whose an issue is: what decides who sees it and who changes it.
public struct IssueParties: Hashable, Sendable {
  /// The party that raised it.
  public var raiser: ID<Organisation>
  /// The party that answers for it; nil for none yet.
  public var owner: ID<Organisation>?
  /// Who told it in confidence; nil for what everybody reads.
  public var confidedTo: ID<Person>?

  /// Whose an issue is.
  public init(
    raiser: ID<Organisation>, owner: ID<Organisation>? = nil, confidedTo: ID<Person>? = nil
  ) {
    self.raiser = raiser
    self.owner = owner
    self.confidedTo = confidedTo
  }
}

extension Viewer {
  /// Whether something that was told in confidence is known to the viewer: to who told it and to
  /// the co-ordinators. What was not is known to whoever reads the programme.
  public func knows(_ confidedTo: ID<Person>?) -> Bool {
    guard may(.readProgramme) else { return false }
    guard let confidedTo else { return true }
    return may(.coordinate) || (may(.takePart) && person == confidedTo)
  }

  /// Whether the viewer may change an issue: the parties that raised and own it, and the
  /// co-ordinator; a concern, who told it and the co-ordinator.
  public func mayChange(_ issue: IssueParties) -> Bool {
    guard may(.takePart), knows(issue.confidedTo) else { return false }
    if may(.coordinate) || issue.confidedTo != nil { return true }
    return organisation == issue.raiser || organisation == issue.owner
  }

  /// Whether the viewer may take a step of an issue; what the board decided is recorded by the
  /// co-ordinator.
  public func may(_ step: IssueStep, _ issue: IssueParties) -> Bool {
    mayChange(issue) && (step != .answer || may(.coordinate))
  }
}
