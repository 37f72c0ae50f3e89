extension CostLine {
  /// Optimism makes a cost look smaller and a residual value larger than it is.
  var bias: N { amount < .zero ? .one - optimismBiasShare : .one + optimismBiasShare }

  /// Pounds a year with optimism bias.
  var biasedAmount: N { amount * bias }

  /// Pounds in a year, with optimism bias; 0 in the years the line does not fall in.
  public func amount(in year: Int) -> N { falls(in: year) ? biasedAmount : .zero }

  /// True in the years the line falls in.
  func falls(in year: Int) -> Bool { fromYear <= year && year <= toYear }
}

extension Appraisal {
  /// All lines of cost, by year.
  func costs(in years: [Int]) -> [N] {
    years.map { year in
      costs.lazy.filter { $0.falls(in: year) }.reduce(.zero) { $0 + $1.biasedAmount } * costLevel
    }
  }

  /// The horizon within its limits.
  var limitedHorizon: Int { min(max(horizonYears, 1), Limit.horizonYears) }
}
