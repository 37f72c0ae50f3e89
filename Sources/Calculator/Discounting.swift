extension RateSchedule {
  /// The last year of each band of the published schedules; the last band has no end.
  private static var bandEnds: [Int] { [30, 75, 125, 200, 300] }

  /// Rates in hundredths of a percent, band by band.
  private var bands: [Int] {
    switch self {
    case .flat: []
    case .standard: [350, 300, 250, 200, 150, 100]
    case .health: [150, 129, 107, 86, 64, 43]
    case .reduced: [300, 257, 214, 171, 129, 86]
    }
  }

  /// The rate of a year, a fraction.
  public func rate(inYear year: Int) -> N {
    if case .flat(let rate) = self { return rate }
    let band = Self.bandEnds.prefix { $0 < year }.count
    return N(bands[band]) / N(10_000)
  }

  /// What a pound in each year 0 to the horizon is worth at the base. Not finite where a rate is
  /// -100 % or less, which no money can earn.
  public func factors(horizon: Int, convention: Convention) -> [N] {
    var factors: [N] = []
    var factor = N.one
    for year in 0...min(max(horizon, 0), Limit.horizonYears) {
      if year > 0 { factor = factor / growth(inYear: year) }
      switch convention {
      case .yearZero: factors.append(factor)
      case .midYear: factors.append(factor / growth(inYear: year + 1).squareRoot)
      case .endYear: factors.append(factor / growth(inYear: year + 1))
      }
    }
    return factors
  }

  private func growth(inYear year: Int) -> N {
    let growth = .one + rate(inYear: year)
    return growth > .zero ? growth : .one / .zero
  }
}
