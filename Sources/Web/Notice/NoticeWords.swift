import Programme

extension NoticeKind {
  /// What lists and settings call notices of the kind.
  var words: String { NoticeKind.allWords[self] ?? "Other notices" }

  static let allWords: [NoticeKind: String] = [
    .issueAssigned: "Issues given to you",
    .issueCommented: "Comments on your issues",
    .issueMoved: "Issues that changed their state",
    .issueEscalated: "Issues that wait for the board",
    .concern: "Concerns",
    .earlyWarning: "Early warnings of delay",
    .milestoneMoved: "Milestones that were moved",
    .positionAsked: "Plan changes that ask for your position",
    .changeAmended: "Plan changes that were amended",
    .changeDecided: "Plan changes that were decided",
    .acknowledgementAsked: "Plan changes to acknowledge",
    .responsibilityAsked: "Responsibilities to confirm",
    .charterAsked: "The charter",
  ]
}

extension MailTopic {
  /// What settings and letters call it.
  var words: String {
    switch self {
    case .notice(let kind): kind.words
    case .digest: "The weekly digest of what needs you"
    }
  }
}

extension NoticeDelivery {
  /// What the settings call it.
  var words: String {
    switch self {
    case .atOnce: "At once"
    case .weekly: "Weekly"
    case .never: "Not by e-mail"
    }
  }
}
