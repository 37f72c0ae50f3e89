/// Money of one year: what was planned, and what is known to have come of it.
public struct TrackedYear<N: Number>: Sendable, Hashable {
  /// Planned, pounds.
  public var planned: N
  /// The part of ``planned`` for which it is known what came.
  public var plannedOfKnown: N
  /// What is known to have come, pounds.
  public var actual: N
  /// How many figures there would be if all were known.
  public var expectedCount: Int
  /// How many of them are known of all that was planned.
  public var knownCount: Int

  /// A year in which nothing was planned and nothing came.
  public static var nothing: TrackedYear {
    TrackedYear(planned: .zero, plannedOfKnown: .zero, actual: .zero, expected: 0, known: 0)
  }

  /// A year whose parts were added up elsewhere.
  public init(planned: N, plannedOfKnown: N, actual: N, expected: Int, known: Int) {
    self.planned = planned
    self.plannedOfKnown = plannedOfKnown
    self.actual = actual
    expectedCount = expected
    knownCount = known
  }

  /// One flow in one year. Where nothing is known of it, that is not a nought: it stays planned.
  public init(planned: N, known: KnownFigure<N>?) {
    guard let known else {
      self.init(
        planned: planned, plannedOfKnown: .zero, actual: .zero,
        expected: planned == .zero ? 0 : 1, known: 0)
      return
    }
    let plannedOfKnown = known.planned ?? planned * known.share
    self.init(
      planned: planned, plannedOfKnown: plannedOfKnown, actual: known.value, expected: 1,
      known: plannedOfKnown == planned ? 1 : 0)
  }

  /// Several flows of the same year together.
  public static func + (left: TrackedYear, right: TrackedYear) -> TrackedYear {
    TrackedYear(
      planned: left.planned + right.planned,
      plannedOfKnown: left.plannedOfKnown + right.plannedOfKnown,
      actual: left.actual + right.actual, expected: left.expectedCount + right.expectedCount,
      known: left.knownCount + right.knownCount)
  }
}

/// What is known to have come of one flow in one year.
public struct KnownFigure<N: Number>: Sendable, Hashable {
  /// Pounds.
  public var value: N
  /// The part of the year that it covers, a fraction: 1 is the whole year.
  public var share: N
  /// What was planned of exactly that part, where its periods were planned one by one; nil for the
  /// share of the year's plan.
  public var planned: N?

  /// A figure of a whole year, unless it covers only a part.
  public init(_ value: N, share: N = .one, planned: N? = nil) {
    self.value = value
    self.share = share
    self.planned = planned
  }

  /// The part of it that a share of the money is.
  func part(_ cashShare: N) -> KnownFigure {
    KnownFigure(value * cashShare, share: share, planned: planned.map { $0 * cashShare })
  }

  /// What is left of it. By subtraction, so that the parts always add up to what came.
  func rest(_ cashShare: N) -> KnownFigure {
    let part = part(cashShare)
    return KnownFigure(
      value - part.value, share: share,
      planned: planned.map { whole in whole - (part.planned ?? whole) })
  }
}
