/// A cost with what it buys and what it really came to: all that one version of it holds.
public struct CostProfile: Hashable, Sendable {
  /// What is planned.
  public var cost: Cost
  /// The references of the benefits it buys, in order; none is the whole programme.
  public var buys: [String]
  /// What it came to, each financial year once, in order.
  public var actuals: [CostActual]

  /// A cost of the whole programme without actual figures, unless given.
  public init(_ cost: Cost, buys: [String] = [], actuals: [CostActual] = []) {
    self.cost = cost
    self.buys = buys
    self.actuals = actuals
  }

  /// Everything in which it differs from an earlier version (nil: from nothing).
  public func changes(since earlier: CostProfile?) -> [FieldChange] {
    let bought = FieldChange(
      field: CostProfile.buysName, label: "Benefits it buys",
      before: earlier?.buys.joined(separator: "; ") ?? "", after: buys.joined(separator: "; "))
    return cost.changes(since: earlier?.cost)
      + [bought].filter { $0.before != $0.after } + actualChanges(since: earlier?.actuals ?? [])
  }

  /// The name of the benefits it buys, in forms and in the journal.
  public static let buysName = "buys"

  private func actualChanges(since earlier: [CostActual]) -> [FieldChange] {
    let years = Set((earlier + actuals).map(\.year)).sorted()
    return years.compactMap { year in
      let before = earlier.first { $0.year == year }?.words ?? ""
      let after = actuals.first { $0.year == year }?.words ?? ""
      guard before != after else { return nil }
      return FieldChange(
        field: "actual.\(year.firstYear)", label: "Actual cost \(year)", before: before,
        after: after)
    }
  }
}

extension CostProfile {
  /// What is wrong with the profile as a whole, in a register with that base year: a year that
  /// stands twice, or lies outside the appraisal.
  public func problems(baseYear: FinancialYear?) -> [Problem] {
    var seen: Set<FinancialYear> = []
    let twice = actuals.filter { !seen.insert($0.year).inserted }.map { actual in
      CostProfile.problem(actual, "each financial year once", "Leave one of them.")
    }
    guard let baseYear else { return twice }
    let stray = actuals.filter { actual in
      !(0...Register.horizonYears).contains(actual.year.years(since: baseYear))
    }
    return twice
      + stray.map {
        CostProfile.problem(
          $0, "a year of the appraisal, from \(baseYear) on", "Correct the financial year.")
      }
  }

  private static func problem(
    _ actual: CostActual, _ expected: String, _ mend: String
  ) -> Problem {
    Problem(
      .error, at: .field("actual.\(actual.year.firstYear)"), subject: "Actual cost",
      found: actual.year.description, expected: expected, mend: mend)
  }
}
