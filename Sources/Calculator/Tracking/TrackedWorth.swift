/// The money of a register, or of many, planned and known: what says at any date whether it is
/// worth it. Value that reaches others is in a line of its own and in no total.
public struct TrackedWorth<N: Number>: Sendable, Hashable {
  /// The cashable part of the council's benefits.
  public var cashable: TrackedLine<N>
  /// The rest of them.
  public var nonCashable: TrackedLine<N>
  /// Value that reaches others.
  public var transfers: TrackedLine<N>
  /// Costs, with optimism bias as planned, and as they really were.
  public var costs: TrackedLine<N>

  /// No money at all.
  public init(horizon: Int) {
    cashable = TrackedLine(horizon: horizon)
    nonCashable = cashable
    transfers = cashable
    costs = cashable
  }

  /// Two over the same years, added up.
  public static func + (left: TrackedWorth, right: TrackedWorth) -> TrackedWorth {
    var sum = left
    sum.cashable = left.cashable + right.cashable
    sum.nonCashable = left.nonCashable + right.nonCashable
    (sum.transfers, sum.costs) = (left.transfers + right.transfers, left.costs + right.costs)
    return sum
  }

  /// The same money in years that are counted from an earlier base.
  public func shifted(by offset: Int, horizon: Int) -> TrackedWorth {
    var worth = self
    let moved = { (line: TrackedLine<N>) in line.shifted(by: offset, horizon: horizon) }
    (worth.cashable, worth.nonCashable) = (moved(cashable), moved(nonCashable))
    (worth.transfers, worth.costs) = (moved(transfers), moved(costs))
    return worth
  }

  /// How its lines stand at the end of a year.
  public func lines(asAt year: Int) -> StandingLines<N> { StandingLines(self, asAt: year) }

  /// How it stands at the end of a year, weighed as the appraisal weighs: its rates, convention and
  /// prices. The appraisal's own benefits and costs are not looked at.
  public func standing(asAt year: Int, weighedBy appraisal: Appraisal<N>) -> Standing<N> {
    Standing(self, asAt: year, by: Worthing(appraisal, horizon: costs.years.count - 1))
  }
}

/// What is known to have come, by reference and year.
public struct KnownMoney<N: Number>: Sendable, Hashable {
  /// Of benefits, by reference.
  public var benefits: [String: [Int: KnownFigure<N>]]
  /// Of costs, by reference.
  public var costs: [String: [Int: KnownFigure<N>]]
  /// What the years of benefits come to where periods were forecast one by one, by reference: it
  /// stands for the calculator's forecast.
  public var plans: [String: [N]] = [:]

  /// Nothing is known unless given.
  public init(
    benefits: [String: [Int: KnownFigure<N>]] = [:], costs: [String: [Int: KnownFigure<N>]] = [:]
  ) {
    self.benefits = benefits
    self.costs = costs
  }
}

extension Figures {
  /// The figures beside what is known to have come of them. What came of a benefit is cash by the
  /// same share as its forecast; a benefit that was withdrawn counts no longer.
  public func tracked(_ known: KnownMoney<N>) -> TrackedWorth<N> {
    var worth = TrackedWorth<N>(horizon: years.count - 1)
    let still = zip(appraisal.benefits, benefits).filter { !$0.0.isWithdrawn }
    for (benefit, figures) in still {
      worth.add(
        figures, known.benefits[benefit.id] ?? [:], plan: known.plans[benefit.id], years: years)
    }
    for cost in appraisal.costs {
      let planned = years.map { cost.amount(in: $0) * appraisal.costLevel }
      worth.costs = worth.costs + TrackedLine(planned: planned, known: known.costs[cost.id] ?? [:])
    }
    return worth
  }
}

extension TrackedWorth {
  fileprivate mutating func add(
    _ benefit: BenefitFigures<N>, _ known: [Int: KnownFigure<N>], plan: [N]?, years: [Int]
  ) {
    let none = [N](repeating: .zero, count: years.count)
    let net = plan ?? benefit.net ?? none
    guard !benefit.isTransfer else {
      transfers = transfers + TrackedLine(planned: net, known: known)
      return
    }
    let planned = plan?.map { $0 * benefit.cashShare } ?? benefit.cashable ?? none
    let cash = known.mapValues { $0.part(benefit.cashShare) }
    let rest = known.mapValues { $0.rest(benefit.cashShare) }
    if benefit.cashShare != .zero {
      cashable = cashable + TrackedLine(planned: planned, known: cash)
    }
    if benefit.cashShare != .one {
      nonCashable =
        nonCashable
        + TrackedLine(planned: zip(net, planned).map { $0 - $1 }, known: rest)
    }
  }
}
