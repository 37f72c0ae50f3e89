/// How the lines of money stand at the end of one year.
public struct StandingLines<N: Number>: Sendable {
  /// The cashable part of the council's benefits.
  public let cashable: LineStanding<N>
  /// The rest of them.
  public let nonCashable: LineStanding<N>
  /// Value that reaches others; in no total.
  public let transfers: LineStanding<N>
  /// Costs.
  public let costs: LineStanding<N>

  init(_ worth: TrackedWorth<N>, asAt year: Int) {
    cashable = worth.cashable.standing(asAt: year)
    nonCashable = worth.nonCashable.standing(asAt: year)
    transfers = worth.transfers.standing(asAt: year)
    costs = worth.costs.standing(asAt: year)
  }

  /// What has come less what it cost, in a view; undefined while nothing is known of what was
  /// planned by now on either side: a missing figure is no nought.
  public func netToDate(in view: View) -> Outcome<N> {
    let benefits = view == .cash ? [cashable] : [cashable, nonCashable]
    guard (benefits + [costs]).contains(where: \.isKnown) else {
      return .undefined(because: "no actual figure is known")
    }
    if benefits.contains(where: \.isMissing) {
      return .undefined(because: "no actual benefit is recorded")
    }
    if costs.isMissing { return .undefined(because: "no actual cost is recorded") }
    return Outcome(
      checked: benefits.reduce(.zero) { $0 + $1.actualToDate } - costs.actualToDate)
  }
}

/// Whether it is worth it, at the end of one year: the plan, what has come, and the outlook.
public struct Standing<N: Number>: Sendable {
  /// The year, counted from the base year; -1 is before it.
  public let asAt: Int
  /// The lines of money.
  public let lines: StandingLines<N>
  /// What the plan is worth, by view.
  public let planned: StandingViews<N>
  /// What the outlook is worth, by view.
  public let outlook: StandingViews<N>

  init(_ worth: TrackedWorth<N>, asAt year: Int, by worthing: Worthing<N>) {
    asAt = year
    lines = StandingLines(worth, asAt: year)
    planned = StandingViews(
      cashable: worth.cashable.planned, nonCashable: worth.nonCashable.planned,
      costs: worth.costs.planned, by: worthing)
    outlook = StandingViews(
      cashable: lines.cashable.outlookByYear, nonCashable: lines.nonCashable.outlookByYear,
      costs: lines.costs.outlookByYear, by: worthing)
  }

  /// The cashable part of the council's benefits.
  public var cashable: LineStanding<N> { lines.cashable }
  /// The rest of them.
  public var nonCashable: LineStanding<N> { lines.nonCashable }
  /// Value that reaches others; in no total.
  public var transfers: LineStanding<N> { lines.transfers }
  /// Costs.
  public var costs: LineStanding<N> { lines.costs }
  /// What has come less what it cost, in a view.
  public func netToDate(in view: View) -> Outcome<N> { lines.netToDate(in: view) }
}

extension LineStanding {
  /// Something was planned by now, and nothing is known of it.
  fileprivate var isMissing: Bool { !isKnown && plannedToDate != .zero }
}

/// What the same money is worth in the cash view and in the whole view.
public struct StandingViews<N: Number>: Sendable {
  /// Cashable benefits less costs.
  public let cash: ValueView<N>
  /// All the council's benefits less costs.
  public let whole: ValueView<N>
  /// Why nothing may be discounted; nil when it may.
  private let refusal: String?

  init(cashable: [N], nonCashable: [N], costs: [N], by worthing: Worthing<N>) {
    refusal = worthing.refusal
    cash = worthing.view(benefits: cashable, costs: costs)
    whole = worthing.view(benefits: zip(cashable, nonCashable).map { $0 + $1 }, costs: costs)
  }

  /// One of them.
  public func callAsFunction(_ view: View) -> ValueView<N> { view == .cash ? cash : whole }

  /// One result of a view, or why there is none.
  public func outcome(of worth: Worth, in view: View) -> Outcome<N> {
    self(view).outcome(of: worth).refused(refusal)
  }
}
