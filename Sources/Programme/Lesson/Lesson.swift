/// What was learnt, so that others need not learn it again.
public struct Lesson: Hashable, Sendable {
  /// What it was learnt from.
  public enum Kind: String, CaseIterable, Sendable {
    /// It went well.
    case success = "Success"
    /// It went wrong.
    case trouble = "Trouble"
  }

  /// What it is about, in a line.
  public var title: String
  /// What it was learnt from.
  public var kind: Kind
  /// What was learnt.
  public var learnt: String
  /// What to do another time, or what prevents it.
  public var advice: String
  /// What lay behind it; nil when not said.
  public var cause: IssueCause?
  /// Whether others are told which party it comes from.
  public var isNamed = true

  /// A lesson that says where it comes from.
  public init(
    title: String, kind: Kind, learnt: String, advice: String, cause: IssueCause? = nil
  ) {
    self.title = title
    self.kind = kind
    self.learnt = learnt
    self.advice = advice
    self.cause = cause
  }

  /// The lesson of an issue that was resolved.
  public init(of issue: Issue) {
    self.init(
      title: issue.title, kind: .trouble, learnt: issue.learnt, advice: issue.prevention,
      cause: issue.cause)
  }
}
