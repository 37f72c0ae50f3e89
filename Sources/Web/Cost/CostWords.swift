import Calculator
import Programme
import Store

/// Short words about costs that several pages use.
enum CostWords {
  /// "2009/10 to 2014/15".
  static func years(_ cost: Cost, from baseYear: FinancialYear?) -> String {
    let from = FinancialYear.words(cost.fromYear, from: baseYear)
    let to = FinancialYear.words(cost.toYear, from: baseYear)
    return from == to ? from : "\(from) to \(to)"
  }

  /// "2 of 6 years known".
  static func known(_ line: LineStanding<Exact>) -> String {
    "\(line.knownCount) of \(Shown.count(line.expectedCount, "year")) known"
  }

  /// What a cost buys, in a few words.
  static func buys(_ stored: StoredCost) -> String {
    switch stored.benefits.count {
    case 0: "The whole programme"
    case 1...3: stored.benefits.map(\.reference).joined(separator: ", ")
    default: Shown.count(stored.benefits.count, "benefit")
    }
  }
}

extension StoredCost {
  /// The cost by year, planned and known, over all years.
  var line: TrackedLine<Exact> {
    let planned = (0...Register.horizonYears).map { cost.costLine.amount(in: $0) }
    guard let baseYear else { return TrackedLine(planned: planned, known: [:]) }
    let known = actuals.compactMap { actual in
      actual.value.map { (actual.year.years(since: baseYear), KnownFigure($0)) }
    }
    return TrackedLine(planned: planned, known: Dictionary(known, uniquingKeysWith: { $1 }))
  }

  /// How it stands with all that is known.
  var tracked: LineStanding<Exact> { line.standing(asAt: Register.horizonYears) }
}
