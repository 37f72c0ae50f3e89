import Programme

/// Which issues a list shows, in what order, from where on.
public struct IssueFilter: Sendable, Hashable {
  /// In which states.
  public var standing = IssueStanding.live
  /// What they wait for.
  public var need: IssueNeed?
  /// Of one party that answers for them.
  public var owner: ID<Organisation>?
  /// Raised by one party.
  public var raiser: ID<Organisation>?
  /// Concerning one council.
  public var council: CouncilCode?
  /// Concerning the whole programme only.
  public var isNational = false
  /// Of one kind.
  public var kind: IssueKind?
  /// Of one severity.
  public var severity: IssueSeverity?
  /// Of one priority.
  public var priority: IssuePriority?
  /// With one cause.
  public var cause: IssueCause?
  /// Words that all begin a word of the issue.
  public var words = ""
  /// What the list is sorted by; ties are settled by the number.
  public var sort = IssueSort.number
  /// Whether the order is turned round; the newest number comes first unless told otherwise.
  public var descending = true
  /// The list goes on after this place.
  public var after: IssueCursor?
  /// Rows on a page, 1 to ``IssueLimit/page``.
  public var limit = 25

  /// Every unfinished issue, the newest first.
  public init() {}
}
