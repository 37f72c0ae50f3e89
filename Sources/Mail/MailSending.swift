/// Why a letter was not taken.
public enum MailFailure: Error, Hashable, Sendable {
  /// It will not be taken however often it is tried: the address is not one.
  case refused(String)
  /// It may be taken later.
  case unreachable(String)

  /// What to write down.
  public var words: String {
    switch self {
    case .refused(let words), .unreachable(let words): words
    }
  }
}

/// Takes letters to where they are sent on.
public protocol MailSending: Sendable {
  /// Hands a letter over; when it returns, the other side has taken it. It may wait long: call it
  /// where nobody else is kept waiting.
  func send(_ letter: Letter) throws(MailFailure)
}
