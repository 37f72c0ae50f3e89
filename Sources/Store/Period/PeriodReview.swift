import Foundation
import Programme

/// All there is to say about one period of a register.
public struct PeriodReview: Sendable {
  /// The register and its closings.
  public let register: RegisterPeriods
  /// The period.
  public let span: PeriodSpan
  /// What should have a value and has neither one nor a reason for none.
  public let missing: [MissingSeries]
  /// How many series should have a value.
  public let expectedCount: Int
  /// The hash of every value in the period: whoever closes it names what he saw by it.
  public let fingerprint: String
  /// Who may decide.
  public let decider: Decider

  /// Where it stands.
  public var state: ClosingState { register.close(of: span)?.state ?? .open }
}

/// A series with periods of which nothing is known.
public struct MissingSeries: Sendable, Hashable {
  /// The series.
  public let series: ExpectedSeries
  /// The periods.
  public let periods: [PeriodSpan]
}
