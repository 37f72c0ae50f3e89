import Foundation
import Programme

/// Something that somebody wrote about an issue.
public struct IssueComment: Sendable, Hashable {
  /// The identity.
  public let id: ID<IssueComment>
  /// Who wrote it.
  public let personName: String
  /// For which party.
  public let partyName: String
  /// When.
  public let at: Date
  /// What.
  public let words: String
  /// Whether it was written in confidence.
  public let isConfided: Bool

  /// Puts together what the store read.
  public init(
    id: ID<IssueComment>, personName: String, partyName: String, at: Date, words: String,
    isConfided: Bool
  ) {
    (self.id, self.personName, self.partyName) = (id, personName, partyName)
    (self.at, self.words, self.isConfided) = (at, words, isConfided)
  }
}
