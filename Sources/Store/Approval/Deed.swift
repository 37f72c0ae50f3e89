import Calculator
import Foundation
import Programme

/// Who did something when, in whose words.
public struct Deed: Sendable, Hashable {
  /// The person; nil for a command of the operator.
  public let person: ID<Person>?
  /// The name at that time.
  public let name: String
  /// When.
  public let at: Date
  /// Why, in the person's own words; "" where nobody asked.
  public let reason: String
}
