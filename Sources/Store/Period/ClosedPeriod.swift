import Postgres
import Programme

/// A period that a council closed, by whom and when.
public struct ClosedPeriod: Sendable, Hashable {
  /// The period.
  public let span: PeriodSpan
  /// Who closed it.
  public let closedBy: String
  /// When.
  public let day: Programme.Day

  /// Whether it keeps a value of that period from changing.
  public func covers(_ other: PeriodSpan) -> Bool { span == other || span.isAround(other) }

  /// What stands against writing a value of a period in it; `what` is the row or cell.
  public func problem(_ what: String, at place: Problem.Place) -> Problem {
    Problem(
      .error, at: place, subject: what,
      found: "a value of a closed period", expected: "a period that is open",
      mend: "\(closedBy) closed \(span.words) on \(day.words). Leave the value as it is, or reopen "
        + "the period first, with a reason.")
  }
}
