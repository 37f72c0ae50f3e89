import Foundation
import Programme

/// A letter that was taken up to be sent: nobody else sends it while the lease lasts.
public struct MailLease: Sendable {
  /// The identity, which names the letter however often it is sent.
  public let id: ID<MailLease>
  /// Who took it up.
  public let worker: UUID
  /// What it is about.
  public let topic: MailTopic
  /// When it was put in line.
  public let madeAt: Date
  /// The first day of the digest's week; nil for other letters.
  public let week: Day?
  /// How often it was taken up, this time included.
  public let attempts: Int
  /// Whom it is for, and as whom its content is looked up.
  public let viewer: Viewer
  /// The person's address.
  public let email: String
  /// The programme's name.
  public let programmeName: String
  /// Whether its person still wants letters of its kind, and still has an account.
  public let isWanted: Bool
}

/// How a letter ended.
public enum MailEnd: Sendable, Hashable {
  /// A server took it.
  case sent
  /// There was nothing to say any more, or it is not wanted.
  case needless
  /// It will never be taken, or was tried for too long.
  case failed(String)
}

/// The limits of e-mail, by name, in one place.
public enum MailLimit {
  /// A notice that could not be told by then is told by the digest alone.
  public static let freshSeconds = 3.0 * 24 * 60 * 60
  /// How long one sending may take before another worker takes the letter up.
  public static let leaseSeconds = 180.0
  /// The first wait after a failure; each further one is twice as long.
  public static let waitSeconds = 60.0
  /// The longest wait between two attempts.
  public static let waitSecondsMaximum = 4.0 * 60 * 60
  /// Notices put in line in one go.
  public static let gathered = 500
  /// Notices that one letter names.
  public static let named = 50
  /// The hour of Monday from which the digest goes out, in the programme's zone.
  public static let digestHour = 7

  /// How long to wait after that many attempts.
  static func wait(after attempts: Int) -> Double {
    let doubled = (1..<max(1, min(attempts, 16))).reduce(waitSeconds) { wait, _ in wait * 2 }
    return min(doubled, waitSecondsMaximum)
  }
}
