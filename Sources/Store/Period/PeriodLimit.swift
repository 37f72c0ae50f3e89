import Foundation
import Postgres
import Programme

/// The limits of closing periods, by name, in one place.
enum PeriodLimit {
  /// The most financial years that are offered.
  static let yearsShown = 30
  /// The most closings that are listed.
  static let listed = 1_000
  /// The most closed periods that one refusal names.
  static let named = 20
}
