import Calculator

/// What the values of a measure are, and with it how they are put together.
public enum MeasureKind: String, CaseIterable, Sendable {
  /// Each value is the amount of its own period. Amounts of separate periods add up. A running
  /// total is never recorded: it would be added to itself.
  case cumulative = "Cumulative"
  /// Each value is a level at the end of its period: the last known one stands for a longer time.
  case pointInTime = "Point in time"
  /// A share of something. Never summed and never averaged, since the wholes may differ in size:
  /// the last known one stands for a longer time.
  case percentage = "Percentage"

  /// Whether values of separate periods add up.
  public var adds: Bool { self == .cumulative }
}

/// Which way a measure should move.
public enum MeasureDirection: String, CaseIterable, Sendable {
  /// More is better.
  case up = "Up"
  /// Less is better.
  case down = "Down"
}

/// What a measure is to reach by a day.
public struct MeasureTarget: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The day.
  public var day: Day
  /// The value, in the measure's unit; a fraction for a percentage.
  public var value: Exact

  /// A target.
  public init(day: Day, value: Exact) {
    self.day = day
    self.value = value
  }

  /// Reads "2012-03-31 12000", or "2012-03-31 95%"; nil for anything else.
  public init?(text: String) {
    let words = text.split(separator: " ", omittingEmptySubsequences: true)
    guard words.count == 2, let day = Day(text: String(words[0])),
      let value = NumberText.read(String(words[1]), allowsPercent: true)
    else { return nil }
    self.init(day: day, value: value)
  }

  /// "2012-03-31 12000".
  public var description: String { "\(day) \(value.text)" }

  /// Earlier days come first.
  public static func < (left: MeasureTarget, right: MeasureTarget) -> Bool {
    left.day < right.day
  }
}
