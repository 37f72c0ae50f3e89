extension Figures {
  /// How the money of a year is turned into that of the base year. Nil outside the horizon, and
  /// when nothing has to be turned.
  public func working(ofPriceFactor year: Int) -> Working? {
    guard years.contains(year), appraisal.isDeflated else { return nil }
    return priceFactor(year)
  }

  func priceFactor(_ year: Int) -> Working {
    let prices = appraisal.prices
    let indexes = prices.deflator.flatMap { table in
      prices.baseYear.map { base in [index(table, base), index(table, base &+ year)] }
    }
    return Working(
      "price factor", "index of the base year ÷ index of the year",
      checked(priceFactors[year]), .factor,
      inputs: zip(["index of the base year", "index of the year"], indexes ?? []).map {
        WorkingInput(name: $0, value: $1.value, unit: $1.unit, source: $1.source)
      })
  }

  private func index(_ table: DeflatorTable<N>, _ year: Int) -> WorkingInput {
    let index = Outcome { () throws(Undefined) in try table.index(ofYear: year) }
    return WorkingInput("", index.value, .index, from: "\(table.vintage)")
  }
}
