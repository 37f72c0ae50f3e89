import Calculator
import Crypto
import Foundation
import Postgres
import Programme

/// The limits of approvals, by name, in one place.
enum ApprovalLimit {
  /// The most submissions of one benefit that are listed.
  static let submissionsListed = 50
  /// The most officers that are named as those who may decide.
  static let colleaguesNamed = 10
  /// The most lines of a list about approvals.
  static let listed = 1_000
}
