import Calculator
import Programme

/// Registers made by chance from a seed, with everything that a workbook can hold.
struct GeneratedRegister {
  private var random: SplitMix

  init(seed: UInt64) { random = SplitMix(seed: seed) }

  /// Titles that have hurt other programs.
  private static let texts = [
    "Plain", "=1+1", "+44 131", "-5", "@sum", "a & b < c > \"d\"", "£ – ü 🏴", "two\nlines",
    "carriage\r\nreturn", "tab\there", "'apostrophe", "]]>", "<!--", "*?~ pattern", "100%", "TRUE",
  ]

  mutating func register(benefits: Int, isOwn: Bool = true) -> Register {
    var register = Register()
    register.cover.council = "Inverclyde Council"
    register.cover.project = text()
    register.cover.baseYear = FinancialYear(firstYear: 2009)
    register.cover.date = Day(year: 2010, month: 1, day: 15)
    register.cover.priceBase = random.pick([.real, .nominal])
    if isOwn { appraise(&register.cover) }
    register.channelCosts = ["Face to face", "Telephone", "Web"].map {
      ChannelCost(name: $0, cost: amount(1_000), source: text(), year: "2009")
    }
    register.benefits = (0..<benefits).map { benefit($0, isOwn: isOwn) }
    register.costs = (0..<4).map { number in
      let from = random.below(6)
      return Cost(
        reference: "C\(number)", council: "Inverclyde Council", description: text(),
        amount: random.below(4) == 0 ? -amount(900_000) : amount(90_000_000), fromYear: from,
        toYear: from + random.below(3), optimismBiasShare: maybe { $0.share() })
    }
    for benefit in register.benefits where random.below(3) == 0 {
      guard let year = register.cover.baseYear else { continue }
      register.actuals.append(
        Actual(
          benefitReference: benefit.reference, year: year, period: random.pick(Period.allCases),
          value: amount(9_000), evidence: text(), maturity: random.pick(Maturity.allCases)))
    }
    return register
  }

  /// A register with what only Concordat's own formats carry: forecasts of periods, and measures.
  mutating func measured(benefits: Int) -> Register {
    var register = register(benefits: benefits)
    for benefit in register.benefits {
      if random.below(2) == 0 { register.forecasts += forecasts(of: benefit) }
      if random.below(3) == 0 { register.measures += measures(of: benefit) }
    }
    return register
  }

  private mutating func forecasts(of benefit: Benefit) -> [PeriodForecast] {
    [2011, 2012].compactMap { FinancialYear(firstYear: $0) }.map { year in
      let isKnown = random.below(2) == 0
      return PeriodForecast(
        benefitReference: benefit.reference,
        span: PeriodSpan(year, random.pick(Period.allCases)),
        forecast: isKnown ? amount(90_000) : nil, noDataBecause: isKnown ? "" : "x" + text(),
        evidence: random.below(3) == 0 ? text() : "")
    }
  }

  private mutating func measures(of benefit: Benefit) -> [MeasureSeries] {
    [MeasureKind.percentage, .cumulative].map { kind in
      var measure = Measure(
        name: "\(kind.rawValue) \(text())", unit: "of \(text())", kind: kind,
        direction: random.pick(MeasureDirection.allCases),
        frequency: random.pick(Frequency.allCases))
      measure.source = text()
      measure.maySinkBelowZero = random.below(2) == 0
      measure.baseline = maybe { $0.share() }
      if measure.baseline != nil { measure.baselineDay = Day(year: 2009, month: 4, day: 1) }
      measure.targets = (2010...2012).compactMap { year in
        Day(year: year, month: 3, day: 31).map { MeasureTarget(day: $0, value: share()) }
      }
      return MeasureSeries(
        benefitReference: benefit.reference, measure: measure,
        withdrawnBecause: random.below(4) == 0 ? "y" + text() : "", values: values())
    }
  }

  private mutating func values() -> [PeriodValue] {
    (2009..<2013).compactMap { FinancialYear(firstYear: $0) }.map { year in
      var value = PeriodValue(PeriodSpan(year, random.pick(Period.allCases)))
      value.forecast = maybe { $0.share() }
      value.actual = maybe { $0.share() }
      value.maturity = value.actual == nil ? .preliminary : random.pick(Maturity.allCases)
      value.noDataBecause = value.actual == nil ? "z" + text() : ""
      value.evidence = text()
      return value
    }
  }

  /// How it is appraised; the published rates are real, and no register here has a deflator.
  private mutating func appraise(_ cover: inout Cover) {
    cover.convention = random.pick(Convention.allCases)
    cover.postRule = random.pick(PostRule.allCases)
    cover.rateBase = cover.priceBase
    if cover.priceBase == .real { cover.schedule = random.pick(ScheduleChoice.allCases) }
  }

  private mutating func benefit(_ number: Int, isOwn: Bool) -> Benefit {
    var benefit = Benefit(
      reference: "B\(number)", title: "Title \(text())", council: "Inverclyde Council",
      inputs: inputs())
    benefit.description = text()
    benefit.service = random.pick(["Pest control", "Roads", "*?~ pattern", "=1+1", ""])
    benefit.stakeholders = random.pick([[], ["Customers"], ["Customers", "Staff"]])
    benefit.tangibility = random.pick([nil, .tangible, .intangible])
    benefit.cashability = random.pick([nil, .cashable, .nonCashable])
    benefit.status = random.pick(BenefitStatus.allCases)
    if isOwn, random.below(4) == 0 {
      benefit.accruesTo = random.pick(Beneficiary.allCases)
      benefit.budgetLine = text()
      benefit.evidence = text()
      benefit.nextReview = Day(year: 2011, month: 1 + random.below(12), day: 1)
      ownInputs(&benefit.inputs)
    }
    if benefit.inputs.method == .score {
      benefit.criteria = ["Reputation", "Staff"].map { name in
        Criterion(name: name, weight: amount(99), score: maybe { Exact($0.random.below(11)) })
      }
    }
    if random.below(3) == 0 { benefit.additional = ["Ward": text(), "Old reference": "007"] }
    return benefit
  }

  private mutating func ownInputs(_ inputs: inout Inputs<Exact>) {
    inputs.additionality = random.pick(Additionality.allCases)
    inputs.affectedShare = maybe { $0.share() }
    inputs.engagementShare = maybe { $0.share() }
    inputs.retentionShare = maybe { $0.share() }
    inputs.impactShare = maybe { $0.share() }
    inputs.confidenceGrade = maybe { 1 + $0.random.below(6) }
    inputs.proxyValue = maybe { $0.amount(9_999) }
    if random.below(2) == 0 { inputs.optimismBiasShare = nil }
  }

  private mutating func inputs() -> Inputs<Exact> {
    var inputs = Inputs<Exact>(method: random.pick(Method.allCases))
    inputs.volume = maybe { $0.amount(99_999) }
    inputs.salary = maybe { $0.amount(4_000_000) }
    inputs.hourlyRate = random.below(3) == 0 ? amount(9_999) : nil
    inputs.hoursBefore = maybe { $0.amount(999) }
    inputs.hoursAfter = maybe { $0.amount(999) }
    inputs.unitCostBefore = maybe { $0.amount(9_999) }
    inputs.unitCostAfter = maybe { $0.amount(9_999) }
    inputs.fromChannel = random.pick(["Face to face", "telephone", nil, "Pigeon"])
    inputs.toChannel = random.pick(["Web", "Telephone", nil])
    inputs.avoidableShare = maybe { $0.share() }
    inputs.posts = maybe { $0.amount(999) }
    inputs.amount = maybe { $0.random.below(5) == 0 ? -$0.amount(9_999) : $0.amount(999_999) }
    inputs.deadweightShare = maybe { $0.share() }
    inputs.claimShare = maybe { $0.share() }
    inputs.optimismBiasShare = maybe { $0.share() }
    inputs.cashShare = maybe { $0.share() }
    inputs.startYear = maybe { $0.random.below(7) }
    inputs.years = maybe { 1 + $0.random.below(6) }
    inputs.dropOffShare = maybe { $0.share() }
    inputs.ramp = (0..<5).map { _ in maybe { $0.share() } }
    if random.below(4) == 0 { inputs.ramp = [nil, nil, nil, nil, nil] }
    return inputs
  }

  private mutating func maybe<Value>(
    _ make: (inout GeneratedRegister) -> Value
  ) -> Value? {
    random.below(5) == 0 ? nil : make(&self)
  }

  private mutating func text() -> String { random.pick(GeneratedRegister.texts) }
  private mutating func amount(_ hundredths: Int) -> Exact {
    Exact(random.below(hundredths)) / Exact(100)
  }
  private mutating func share() -> Exact { Exact(random.below(101)) / Exact(100) }
}
