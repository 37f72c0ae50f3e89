/// The modified internal rate of return as spreadsheets define it: what is paid is financed at one
/// rate, what is received is put by at another, and one rate turns the first sum into the second.
public func modifiedInternalRate(
  of flows: [Double], financing: Double, reinvesting: Double
) -> Outcome<Double> {
  let years = flows.count - 1
  guard (1...Limit.horizonYears).contains(years) else {
    return .undefined(because: "it needs flows in at least two years")
  }
  let paid = -netPresentValue(of: flows.map { min($0, 0) }, rate: financing)
  let received = netPresentValue(of: flows.map { max($0, 0) }, rate: reinvesting)
  guard paid > 0, received > 0, paid.isFinite, received.isFinite else {
    return .undefined(because: "it needs money paid and money received")
  }
  let multiple = received * (1 + reinvesting).power(years) / paid
  guard multiple.isFinite else { return .undefined(because: Words.tooLarge) }
  let growth = Brent.root(of: { $0.power(years) - multiple }, between: 0, and: max(1, multiple))
  return .value(growth - 1)
}
