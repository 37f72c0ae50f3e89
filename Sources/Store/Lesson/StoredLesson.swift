import Foundation
import Programme

/// A lesson with all that is stored beside it.
public struct StoredLesson: Sendable {
  /// The identity.
  public let id: ID<Lesson>
  /// Counts the changes, from 1.
  public let version: Int
  /// What it says.
  public let lesson: Lesson
  /// The party that it comes from.
  public let party: ID<Organisation>
  /// That party's name; nil where it is left out and the viewer is not told.
  public let partyName: String?
  /// When it was recorded.
  public let madeAt: Date
  /// When it was last changed.
  public let changedAt: Date
  /// When it was withdrawn; nil while it stands.
  public let withdrawnAt: Date?
  /// The number of the issue that it was learnt from; nil for one recorded by itself.
  public let issueNumber: Int?

  /// Puts together what the store read.
  public init(
    id: ID<Lesson>, version: Int, lesson: Lesson, party: ID<Organisation>, partyName: String?,
    madeAt: Date, changedAt: Date, withdrawnAt: Date?, issueNumber: Int?
  ) {
    (self.id, self.version, self.lesson) = (id, version, lesson)
    (self.party, self.partyName) = (party, partyName)
    (self.madeAt, self.changedAt, self.withdrawnAt) = (madeAt, changedAt, withdrawnAt)
    self.issueNumber = issueNumber
  }
}

extension Viewer {
  /// Whether the viewer may change a lesson: one that was recorded by itself, of one's own party,
  /// and for the co-ordinator of every party. What an issue taught is changed at the issue.
  public func mayChange(_ lesson: StoredLesson) -> Bool {
    lesson.issueNumber == nil && lesson.withdrawnAt == nil && mayKeep(recordOf: lesson.party)
  }
}
