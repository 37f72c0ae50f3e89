/// The sum of flows, each times the factor of its year.
func presentValue<N: Number>(_ flows: [N], _ factors: [N]) -> N {
  zip(flows, factors).reduce(.zero) { $0 + $1.0 * $1.1 }
}

/// Net present value at one rate, the first flow not discounted.
public func netPresentValue<N: Number>(of flows: [N], rate: N) -> N {
  // From the last flow backwards, so that no power of the rate is ever needed.
  let growth = .one + rate
  return flows.reversed().reduce(.zero) { $0 / growth + $1 }
}

/// Net present value as spreadsheets define it: the first flow is discounted once.
public func spreadsheetNetPresentValue<N: Number>(of flows: [N], rate: N) -> N {
  netPresentValue(of: flows, rate: rate) / (.one + rate)
}

/// The equal payment in each of the years 1 to `years` with the same present value as a sum now.
public func equivalentAnnual<N: Number>(_ sum: N, rate: N, years: Int) -> Outcome<N> {
  guard (1...Limit.horizonYears).contains(years) else {
    return .undefined(because: "the number of years is not 1 to \(Limit.horizonYears)")
  }
  let annuity = netPresentValue(of: [.zero] + Array(repeating: .one, count: years), rate: rate)
  return Outcome(checked: sum / annuity)
}
