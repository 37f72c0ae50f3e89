/// How somebody is told of something outside the pages.
public enum NoticeDelivery: String, CaseIterable, Sendable {
  /// By e-mail, as soon as it happens.
  case atOnce = "at once"
  /// In the weekly digest.
  case weekly
  /// On the pages alone.
  case never
}

/// What a letter is about, and what somebody may want none of: a kind of notice, or the digest.
public enum MailTopic: Hashable, Sendable, CaseIterable {
  /// Notices of one kind.
  case notice(NoticeKind)
  /// The weekly digest.
  case digest

  /// Every kind of notice, then the digest.
  public static var allCases: [MailTopic] { NoticeKind.allCases.map(MailTopic.notice) + [.digest] }

  /// Reads the word that stands for it; nil for any other.
  public init?(word: String) {
    guard let topic = MailTopic.allCases.first(where: { $0.word == word }) else { return nil }
    self = topic
  }

  /// The word that stands for it in addresses and in the database.
  public var word: String {
    switch self {
    case .notice(let kind): kind.rawValue
    case .digest: "digest"
    }
  }

  /// How somebody is told who has not said otherwise: what runs against a clock at once, the rest
  /// once a week.
  public var usual: NoticeDelivery {
    switch self {
    case .notice(let kind): kind.runsAgainstClock ? .atOnce : .weekly
    case .digest: .weekly
    }
  }

  /// What there is to choose from: the digest comes weekly or not at all.
  public var choices: [NoticeDelivery] {
    self == .digest ? [.weekly, .never] : NoticeDelivery.allCases
  }
}

extension NoticeKind {
  /// Whether somebody waits for the person's answer, or can still act if told at once.
  var runsAgainstClock: Bool { NoticeKind.againstClock.contains(self) }

  private static let againstClock: Set<NoticeKind> = [
    .issueAssigned, .issueEscalated, .concern, .earlyWarning, .positionAsked, .changeAmended,
    .acknowledgementAsked,
  ]
}
