/// Something that should have a value in a period, and the stretches in which it has one.
public struct ExpectedSeries: Sendable, Hashable {
  /// The benefit.
  public let benefit: ID<Benefit>
  /// "B001 Fewer visits".
  public let benefitName: String
  /// "Money", or the name of a measure.
  public let name: String
  /// How often it is recorded.
  public let frequency: Frequency
  /// Periods with an actual, or with a reason why there is none.
  public let known: [PeriodSpan]

  /// A series with what is known of it.
  public init(
    benefit: ID<Benefit>, benefitName: String, name: String, frequency: Frequency,
    known: [PeriodSpan]
  ) {
    self.benefit = benefit
    self.benefitName = benefitName
    self.name = name
    self.frequency = frequency
    self.known = known
  }

  /// The periods within a span of which nothing is known; none for a series that is recorded less
  /// often than that.
  public func missing(in span: PeriodSpan) -> [PeriodSpan] {
    guard frequency.monthCount <= span.part.monthCount else { return [] }
    let months = Set(known.flatMap { Array($0.months) })
    return frequency.spans(in: [span.year]).filter { period in
      (period == span || span.isAround(period)) && !period.months.allSatisfy(months.contains)
    }
  }
}
