/// Money by year, planned and known: one flow, or many added up.
public struct TrackedLine<N: Number>: Sendable, Hashable {
  /// Years 0 to the horizon.
  public private(set) var years: [TrackedYear<N>]

  /// A line without money.
  public init(horizon: Int) {
    years = Array(repeating: .nothing, count: max(0, horizon) + 1)
  }

  /// One flow: its plan by year, and what is known by year. What is known outside the plan's years
  /// is left out.
  public init(planned: [N], known: [Int: KnownFigure<N>]) {
    years = planned.enumerated().map { TrackedYear(planned: $1, known: known[$0]) }
  }

  /// Years that were added up elsewhere.
  public init(years: [TrackedYear<N>]) { self.years = years }

  /// Two lines over the same years, added up.
  public static func + (left: TrackedLine, right: TrackedLine) -> TrackedLine {
    var sum = left
    sum.years = zip(left.years, right.years).map { $0 + $1 }
    return sum
  }

  /// The same money in years that are counted from an earlier base: each year moves on by so many.
  public func shifted(by offset: Int, horizon: Int) -> TrackedLine {
    var line = TrackedLine(horizon: horizon)
    for (place, year) in years.enumerated() where line.years.indices.contains(place + offset) {
      line.years[place + offset] = year
    }
    return line
  }

  /// What was planned, by year.
  public var planned: [N] { years.map(\.planned) }

  /// How the line stands at the end of a year; before year 0 nothing has come yet.
  public func standing(asAt year: Int) -> LineStanding<N> { LineStanding(self, asAt: year) }
}

/// How a line of money stands at the end of one year: what has come, and what is still expected.
/// ``actualToDate`` + ``remaining`` is ``outlook``, to the last place.
public struct LineStanding<N: Number>: Sendable, Hashable {
  /// Planned over all years.
  public let planned: N
  /// Planned up to the year.
  public let plannedToDate: N
  /// What is known to have come up to the year.
  public let actualToDate: N
  /// The plan of exactly what is known: what ``actualToDate`` is compared with.
  public let plannedOfKnown: N
  /// What is still expected: the plan of later years and of whatever is not known.
  public let remaining: N
  /// What has come and what is still expected.
  public let outlook: N
  /// The outlook year by year.
  public let outlookByYear: [N]
  /// How many figures there would be up to the year if all were known.
  public let expectedCount: Int
  /// How many of them are known.
  public let knownCount: Int

  init(_ line: TrackedLine<N>, asAt year: Int) {
    let past = line.years.prefix(max(0, year < Limit.horizonYears ? year + 1 : line.years.count))
    planned = line.planned.reduce(.zero, +)
    plannedToDate = past.reduce(.zero) { $0 + $1.planned }
    actualToDate = past.reduce(.zero) { $0 + $1.actual }
    plannedOfKnown = past.reduce(.zero) { $0 + $1.plannedOfKnown }
    remaining = planned - plannedOfKnown
    outlook = actualToDate + remaining
    outlookByYear = line.years.enumerated().map { place, year in
      place < past.count ? year.actual + year.planned - year.plannedOfKnown : year.planned
    }
    expectedCount = past.reduce(0) { $0 + $1.expectedCount }
    knownCount = past.reduce(0) { $0 + $1.knownCount }
  }

  /// Whether anything is known to have come.
  public var isKnown: Bool { actualToDate != .zero || knownCount > 0 || plannedOfKnown != .zero }

  /// What has come less what was planned of it; undefined while nothing is known.
  public var variance: Outcome<N> {
    isKnown
      ? Outcome(checked: actualToDate - plannedOfKnown)
      : .undefined(because: "no actual figure is known")
  }
}
