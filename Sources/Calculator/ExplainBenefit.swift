extension Figures {
  /// How a benefit came about: its gross, then every year's net; for a scored one its score. Nil
  /// when there is no such benefit.
  public func working(ofBenefit id: String) -> Working? {
    guard let place = place(of: id) else { return nil }
    let benefit = appraisal.benefits[place]
    guard benefit.inputs.method != .score else { return scoreWorking(of: place) }
    let gross = GrossExplanation(appraisal).annual(of: benefit)
    let net = benefits[place].net
    let total = net.map { Outcome<N>.value($0.reduce(.zero, +)) }
    return Working(
      "net benefit of \(id), years 0 to \(years.count - 1)", Working.Sentence.yearlySum,
      total ?? .undefined(because: benefits[place].gross.reason ?? Words.tooLarge), .pounds,
      steps: [gross] + (net == nil ? [] : years.map { netWorking(of: place, year: $0, gross: nil) })
    )
  }

  /// How one year's net of a benefit came about, with its gross worked out inside. Nil when there
  /// is no such benefit or year, or the benefit has no money.
  public func working(ofBenefit id: String, inYear year: Int) -> Working? {
    guard let place = place(of: id), benefits[place].net != nil, years.contains(year)
    else { return nil }
    let gross = GrossExplanation(appraisal).annual(of: appraisal.benefits[place])
    return netWorking(of: place, year: year, gross: gross)
  }

  /// How the cashable part of a benefit's net in one year came about.
  public func working(ofCashable id: String, inYear year: Int) -> Working? {
    guard let place = place(of: id), years.contains(year) else { return nil }
    return cashableWorking(of: place, year: year)
  }

  func place(of id: String) -> Int? { appraisal.benefits.firstIndex { $0.id == id } }

  func cashableWorking(of place: Int, year: Int) -> Working? {
    let benefit = appraisal.benefits[place]
    let figures = benefits[place]
    guard let net = figures.net, let cashable = figures.cashable else { return nil }
    let isCash = benefit.isCashable && !benefit.isTransfer
    let share = isCash ? benefit.inputs.cashShare ?? .one : .zero
    let posts = isCash ? releasedPosts(of: benefit) : []
    return Working(
      "cashable part of \(benefit.id) in year \(year)",
      "net benefit × cash share" + (posts.isEmpty ? "" : " × posts released ÷ posts"),
      .value(cashable[year]), .pounds,
      inputs: [
        WorkingInput(
          "net benefit", net[year], .pounds, from: netSource(of: benefit.id, year: year)),
        WorkingInput("cash share", share, .share, from: cashShareSource(of: benefit)),
      ] + posts)
  }

  /// Where a benefit's net of a year is worked out, from its gross on.
  func netSource(of id: String, year: Int) -> String {
    "working of \(id): net benefit in year \(year)"
  }

  /// The posts and the part that counts as released, when the rule holds some back.
  private func releasedPosts(of benefit: BenefitCase<N>) -> [WorkingInput] {
    let isHeldBack = appraisal.postRule.releasedShare(of: benefit.inputs) != .one
    guard isHeldBack, let posts = benefit.inputs.posts else { return [] }
    let rule = appraisal.postRule
    return [
      WorkingInput(
        "posts released", rule.released(of: posts), .posts, from: "rule: \(rule.words)"),
      WorkingInput("posts", posts, .posts, from: "benefit \(benefit.id)"),
    ]
  }

  private func cashShareSource(of benefit: BenefitCase<N>) -> String {
    if benefit.isTransfer { return "the value reaches others" }
    guard benefit.isCashable else { return "the benefit is not cashable" }
    return benefit.inputs.cashShare == nil ? "blank: read as 1" : "benefit \(benefit.id)"
  }

  private func netWorking(of place: Int, year: Int, gross: Working?) -> Working {
    let benefit = appraisal.benefits[place]
    let terms = Terms(benefit, in: appraisal)
    let name = "net benefit in year \(year)"
    let net = Outcome<N>.value(benefits[place].net?[year] ?? .zero)
    let amount = benefits[place].gross.value ?? .zero
    let worked = WorkingInput("gross", amount, .poundsPerYear, from: "worked out above")
    let grossInput = gross == nil ? [worked] : []
    guard let offset = terms.offset(in: year) else {
      return Working(name, "0", net, .pounds, inputs: span(of: benefit))
    }
    let bias = amount * terms.additional < .zero ? "1 + optimism bias" : "1 − optimism bias"
    return Working(
      name,
      "gross × ramp share × (1 − drop-off) ^ years since the first × "
        + benefit.inputs.additionality.formula + " × claim share × (\(bias))"
        + (terms.level == .one ? "" : " × level of all benefits"), net, .pounds,
      inputs: grossInput + shares(of: benefit, terms: terms, offset: offset),
      steps: gross.map { [$0] } ?? [])
  }

  private func shares(
    of benefit: BenefitCase<N>, terms: Terms<N>, offset: Int
  ) -> [WorkingInput] {
    let typed = benefit.inputs
    let share = { (name: String, value: N?, reading: N) in
      WorkingInput(name, value, .share, from: "benefit \(benefit.id)", blank: reading)
    }
    let ramp = typed.ramp.isEmpty ? nil : typed.ramp[min(offset, typed.ramp.count - 1)]
    return [
      share("ramp share", ramp, terms.rampShare(at: offset)),
      share("drop-off", typed.dropOffShare, .zero),
      WorkingInput("years since the first", N(offset), .years, from: "start year \(terms.start)"),
    ] + additional(typed, share) + [
      share("claim share", typed.claimShare, .one), optimism(of: benefit, terms),
    ] + level(terms)
  }

  private func additional(
    _ typed: Inputs<N>, _ share: (String, N?, N) -> WorkingInput
  ) -> [WorkingInput] {
    let deadweight = share("deadweight", typed.deadweightShare, .zero)
    guard typed.additionality == .percentagePoint else { return [deadweight] }
    return [
      share("affected share", typed.affectedShare, .one),
      share("engagement", typed.engagementShare, .one),
      share("retention", typed.retentionShare, .one), share("impact", typed.impactShare, .zero),
      deadweight,
    ]
  }

  private func optimism(of benefit: BenefitCase<N>, _ terms: Terms<N>) -> WorkingInput {
    let grade = benefit.inputs.confidenceGrade.map { "confidence grade \($0)" }
    let isTyped = benefit.inputs.optimismBiasShare != nil
    guard let grade, !isTyped else {
      return WorkingInput(
        "optimism bias", benefit.inputs.optimismBiasShare, .share, from: "benefit \(benefit.id)",
        blank: .zero)
    }
    return WorkingInput("optimism bias", terms.optimism, .share, from: grade)
  }

  private func level(_ terms: Terms<N>) -> [WorkingInput] {
    guard terms.level != .one else { return [] }
    return [WorkingInput("level of all benefits", terms.level, .level, from: "varied")]
  }

  /// Why there is nothing in a year: when the benefit runs.
  private func span(of benefit: BenefitCase<N>) -> [WorkingInput] {
    let typed = benefit.inputs
    let start = WorkingInput(
      "first year", typed.startYear.map { N($0) }, .year, from: "benefit \(benefit.id)",
      blank: .zero)
    guard let years = typed.years else {
      return [
        start,
        WorkingInput(name: "years it lasts", value: "", unit: "years", source: "to the horizon"),
      ]
    }
    return [start, WorkingInput("years it lasts", N(years), .years, from: "benefit \(benefit.id)")]
  }
}
