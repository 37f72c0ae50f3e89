import Foundation
import Programme

/// A signed-in person.
public struct Session: Sendable, Hashable {
  /// The identity of the session, by which it is listed and revoked; not the token.
  public let id: ID<Session>
  /// Who acts, for whom.
  public let viewer: Viewer
  /// The name of the programme acted in.
  public let programmeName: String
  /// The address that signed in.
  public let email: String
  /// The secret that the session's forms are protected with; derived from the token, never stored.
  public let csrfSecret: [UInt8]
  /// When the person signed in.
  public let signedInAt: Date
  /// When it was last used, to the minute.
  public let lastSeenAt: Date
  /// When the session ends if nothing more is done, the absolute limit included.
  public let expiresAt: Date
}

/// What came of a sign-in.
public enum SignIn: Sendable {
  /// The person is signed in; the token goes into the cookie and is kept nowhere else.
  case signedIn(token: String, Session)
  /// The address is unknown or the password is wrong; the two are not told apart.
  case refused
  /// Too many failures of late: nothing was checked.
  case throttled(retryAfterSeconds: Int)
}

/// A session as its owner sees it in the list of sessions.
public struct SessionRow: Sendable, Hashable {
  /// The identity.
  public let id: ID<Session>
  /// When the person signed in.
  public let signedInAt: Date
  /// When it was last used.
  public let lastSeenAt: Date
  /// From where.
  public let address: String
}
