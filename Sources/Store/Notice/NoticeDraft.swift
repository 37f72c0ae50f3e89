import Programme

/// A notice on its way to people.
public struct NoticeDraft: Sendable {
  /// What it is about.
  public let kind: NoticeKind
  /// What it is told for, such as an identity and a version: nobody is told twice for one key.
  public let key: String
  /// What happened or is asked, as a link's words.
  public let title: String
  /// More, in a sentence; "" for nothing.
  public let words: String
  /// The page that it leads to.
  public let path: String
  /// By when something is asked for.
  public let due: Day?

  /// A notice.
  public init(
    _ kind: NoticeKind, key: String, title: String, words: String = "", path: String,
    due: Day? = nil
  ) {
    self.kind = kind
    self.key = key
    self.title = title
    self.words = words
    self.path = path
    self.due = due
  }
}

/// Whom a notice is for; never whoever causes it.
public struct NoticeReach: Sendable {
  /// People by name.
  public var people: [ID<Person>] = []
  /// Everybody who acts for these parties.
  public var parties: [ID<Organisation>] = []
  /// Every co-ordinator of the programme.
  public var isForCoordinators = false

  /// Nobody yet.
  public init(
    people: [ID<Person>] = [], parties: [ID<Organisation>] = [], isForCoordinators: Bool = false
  ) {
    self.people = people
    self.parties = parties
    self.isForCoordinators = isForCoordinators
  }
}
