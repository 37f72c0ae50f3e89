import Calculator

/// A council's register with what is known to have come of it: the ground on which pages say
/// whether it is worth it.
public struct RegisterWorth: Sendable {
  /// How the register is appraised.
  public let appraisal: Appraisal<Exact>
  /// Year 0; nil when the register does not say, and then nothing known can be set beside it.
  public let baseYear: FinancialYear?
  /// The money, planned and known.
  public let tracked: TrackedWorth<Exact>
  /// How many known figures of what still counts lie outside the years of the appraisal, and are in
  /// no sum.
  public let strayCount: Int

  /// Sets what came of benefits and costs beside what was planned.
  public init(_ register: Register, costs: [CostProfile]) {
    appraisal = register.appraisal()
    baseYear = register.cover.baseYear
    let figures = calculate(appraisal)
    let known = KnownMoney(register, costs: costs, figures)
    tracked = figures.tracked(known)
    let years = 0...appraisal.horizonYears
    let gone = Set(register.benefits.filter { $0.status == .withdrawn }.map(\.reference))
    let all = known.benefits.filter { !gone.contains($0.key) }.map(\.value) + known.costs.values
    strayCount =
      all.reduce(0) { count, figures in count + figures.keys.count { !years.contains($0) } }
      + (baseYear == nil ? register.actuals.count : 0)
  }

  /// Money of benefits that was added up elsewhere, with the costs of the same register; `costs` and
  /// cover say all that the register itself would.
  public init(
    benefits: TrackedWorth<Exact>, strayCount: Int, costs: [CostProfile], of cover: Cover
  ) {
    var register = Register()
    register.cover = cover
    register.costs = costs.map(\.cost)
    let spent = RegisterWorth(register, costs: costs)
    appraisal = spent.appraisal
    baseYear = cover.baseYear
    tracked = benefits + spent.tracked
    self.strayCount = strayCount + spent.strayCount
  }

  /// How it stands at the end of a financial year; before the base year nothing has come yet.
  public func standing(asAt year: FinancialYear) -> Standing<Exact> {
    tracked.standing(asAt: place(of: year), weighedBy: appraisal)
  }

  /// How its lines of money stand at the end of a financial year.
  public func lines(asAt year: FinancialYear) -> StandingLines<Exact> {
    tracked.lines(asAt: place(of: year))
  }

  private func place(of year: FinancialYear) -> Int {
    baseYear.map { year.years(since: $0) } ?? -1
  }
}

extension KnownMoney<Exact> {
  /// What is known of a register's benefits and costs, by year from its base year.
  init(_ register: Register, costs: [CostProfile], _ figures: Figures<Exact>) {
    self.init()
    guard let baseYear = register.cover.baseYear else { return }
    let names = Dictionary(
      register.benefits.map { ($0.reference.lowercased(), $0.reference) },
      uniquingKeysWith: { first, _ in first })
    let byBenefit = Dictionary(grouping: register.actuals) { $0.benefitReference.lowercased() }
    for (folded, actuals) in byBenefit {
      guard let name = names[folded] else { continue }
      let years = Dictionary(grouping: actuals) { $0.year.years(since: baseYear) }
      benefits[name] = years.mapValues { KnownFigure(ofYear: $0) }
    }
    for profile in costs {
      let known = profile.actuals.compactMap { actual in
        actual.value.map { (actual.year.years(since: baseYear), KnownFigure($0)) }
      }
      self.costs[profile.cost.reference] = Dictionary(known, uniquingKeysWith: { $1 })
    }
    take(register.forecasts, beside: byBenefit, figures, from: baseYear)
  }

  /// Puts forecasts of single periods in the place of the calculator's, for the benefits that have
  /// any.
  private mutating func take(
    _ forecasts: [PeriodForecast], beside actuals: [String: [Actual]], _ figures: Figures<Exact>,
    from baseYear: FinancialYear
  ) {
    let typed = Dictionary(grouping: forecasts) { $0.benefitReference.lowercased() }
    for benefit in figures.benefits {
      guard let own = typed[benefit.id.lowercased()] else { continue }
      var values: [PeriodSpan: PeriodValue] = [:]
      for forecast in own {
        values[forecast.span, default: PeriodValue(forecast.span)].take(forecast)
      }
      for actual in actuals[benefit.id.lowercased()] ?? [] {
        values[actual.span, default: PeriodValue(actual.span)].take(actual)
      }
      let series = Series(money: Array(values.values), net: benefit.net, from: baseYear)
      let points = figures.years.map { place in
        baseYear.advanced(by: place).map { series.point(PeriodSpan($0, .year)) } ?? SeriesPoint()
      }
      plans[benefit.id] = points.map { $0.forecast ?? .zero }
      for (place, point) in points.enumerated() {
        guard let actual = point.actual else { continue }
        benefits[benefit.id, default: [:]][place] = KnownFigure(
          actual, planned: point.forecastToDate ?? .zero)
      }
    }
  }
}

extension KnownFigure<Exact> {
  /// What the figures of one benefit in one year come to, each part of the year counted once: a
  /// figure of the whole year stands for its quarters, and one of a quarter for its months.
  init(ofYear actuals: [Actual]) {
    if let whole = actuals.first(where: { $0.period == .year }) {
      self.init(whole.value)
      return
    }
    let quarters = actuals.filter { $0.period.months.count == 3 }
    let covered = Set(quarters.flatMap { Array($0.period.months) })
    let months = actuals.filter {
      $0.period.months.count == 1 && covered.isDisjoint(with: $0.period.months)
    }
    let count = covered.count + months.count
    self.init(
      (quarters + months).reduce(.zero) { $0 + $1.value },
      share: count == 12 ? .one : Exact(count) / Exact(12))
  }
}

extension Period {
  /// The months it covers, counted from April: 0 to 11.
  var months: Range<Int> {
    let place = Period.allCases.firstIndex(of: self) ?? 0
    switch place {
    case 0: return 0..<12
    case 1...4: return (place - 1) * 3..<place * 3
    default: return place - 5..<place - 4
    }
  }
}
