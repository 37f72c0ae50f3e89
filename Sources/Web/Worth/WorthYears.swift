import Calculator
import Programme

/// The years that a standing can be looked at from.
enum WorthYears {
  /// The last year of which anything is known, else the first; nil without a base year.
  static func usual(
    _ tracked: TrackedWorth<Exact>, from baseYear: FinancialYear?
  ) -> FinancialYear? {
    let lines = [tracked.cashable, tracked.nonCashable, tracked.transfers, tracked.costs]
    let last = lines.compactMap { line in
      line.years.lastIndex { $0.plannedOfKnown != .zero || $0.actual != .zero || $0.knownCount > 0 }
    }.max()
    return baseYear?.advanced(by: last ?? 0)
  }

  /// The list to choose from.
  static func field(
    _ tracked: TrackedWorth<Exact>, from baseYear: FinancialYear?, chosen: FinancialYear?
  ) -> FormField? {
    guard let baseYear else { return nil }
    let years = tracked.costs.years.indices.compactMap { baseYear.advanced(by: $0) }
    let known = chosen.map { years.contains($0) ? years : years + [$0] } ?? years
    return FormField(
      "asAt", "As at the end of",
      .select(
        known.map { Choice($0.description, $0.description, isChosen: $0 == chosen) }))
  }
}

/// What a reader of a standing should know.
enum WorthNotes {
  static func all(_ standing: Standing<Exact>, stray: Int, hasYears: Bool) -> [String] {
    guard hasYears else {
      return ["The register has no base year, so nothing that came can be set beside its plan."]
    }
    let lines = [standing.cashable, standing.nonCashable, standing.transfers, standing.costs]
    let outside =
      stray == 0
      ? []
      : [
        "\(Shown.count(stray, "actual figure")) outside the years of the appraisal: in no sum."
      ]
    return [
      "To date \(known(lines)). What is not known keeps its plan in the outlook; it is not £0."
    ] + outside
  }

  /// "12 of 40 yearly figures are known".
  static func known(_ lines: [LineStanding<Exact>]) -> String {
    let known = lines.reduce(0) { $0 + $1.knownCount }
    let expected = lines.reduce(0) { $0 + $1.expectedCount }
    return "\(Shown.quantity(Exact(known))) of \(Shown.count(expected, "yearly figure")) are known"
  }
}
