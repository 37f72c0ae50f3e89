/// A day before which a milestone cannot be, and what it waits for.
public struct EarliestDay: Hashable, Sendable {
  /// The day.
  public let day: Day
  /// What it waits for, as people call it.
  public let waitsFor: String

  /// A day with its cause.
  public init(day: Day, waitsFor: String) {
    self.day = day
    self.waitsFor = waitsFor
  }
}
