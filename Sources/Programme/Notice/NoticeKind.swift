/// What a notice is about; somebody may ask for no e-mail of a kind.
public enum NoticeKind: String, CaseIterable, Sendable {
  /// An issue was given to the person or the party.
  case issueAssigned
  /// Somebody wrote on an issue that the person watches, raised or owns.
  case issueCommented
  /// An issue changed its state.
  case issueMoved
  /// An issue waits for the board's decision.
  case issueEscalated
  /// Somebody has told the co-ordinator of a concern, or it was opened.
  case concern
  /// Something that the party depends on may be late.
  case earlyWarning
  /// A milestone that the party depends on was moved.
  case milestoneMoved
  /// A plan change asks for the party's position.
  case positionAsked
  /// A plan change was amended, and every position is open again.
  case changeAmended
  /// A plan change was decided.
  case changeDecided
  /// A plan change asks for the party's acknowledgement.
  case acknowledgementAsked
  /// A responsibility asks for the party's confirmation.
  case responsibilityAsked
  /// The charter asks for the party's acceptance.
  case charterAsked
}
