import Calculator
import Programme
import Store

/// What one benefit costs: the costs recorded for it, and those of the whole programme.
struct CostsOfBenefit: Part {
  let rows: [Row]
  /// "2 costs buy the whole programme"; nil when none does.
  let shared: Link?

  /// One cost, money in pounds.
  struct Row: Part {
    let cost: Link
    let years: String
    let planned: String
    let actual: String
    /// "B001, B004": all that it buys.
    let buys: String
  }

  /// Nil when no cost is seen.
  init?(_ costs: BenefitCosts, council: CouncilCode?) {
    guard !costs.own.isEmpty || costs.sharedCount > 0 else { return nil }
    rows = costs.own.map { stored in
      let line = stored.tracked
      return Row(
        cost: Link("\(stored.cost.reference) \(stored.cost.description)", "/costs/\(stored.id)"),
        years: CostWords.years(stored.cost, from: stored.baseYear),
        planned: Shown.bare(line.planned),
        actual: line.isKnown ? Shown.bare(line.actualToDate) : Shown.unknown,
        buys: stored.benefits.map(\.reference).joined(separator: ", "))
    }
    let words =
      costs.sharedCount == 1
      ? "1 cost buys the whole programme"
      : "\(Shown.count(costs.sharedCount, "cost")) buy the whole programme"
    shared =
      costs.sharedCount == 0
      ? nil : Link(words, Address("/costs").with("council", council?.description).text)
  }

  private init(rows: [Row], shared: Link?) {
    self.rows = rows
    self.shared = shared
  }

  static let sample = CostsOfBenefit(
    rows: [
      Row(
        cost: Link("C2 Licences and support", "/costs/1"), years: "2010/11 to 2014/15",
        planned: "281,407.20", actual: "58,104.00", buys: "B001, B004")
    ], shared: Link("1 cost buys the whole programme", "/costs"))
}
