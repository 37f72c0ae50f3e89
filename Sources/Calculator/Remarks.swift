extension Engine {
  /// Everything the reader should know, benefit by benefit, then about the whole.
  func remarks(on figures: [BenefitFigures<N>], worth: [ValueView<N>]) -> [Remark] {
    let refusal = worthing.refusal
    var remarks = zip(appraisal.benefits, figures).flatMap(self.remarks(on:figures:))
    remarks += priceRemarks(refusal)
    if horizon != appraisal.horizonYears {
      remarks.append(
        Remark(
          benefitID: nil, code: .horizonLimited,
          words:
            "the horizon was taken as \(horizon) years: 1 to \(Limit.horizonYears) are possible"
        ))
    }
    if refusal == nil, !worth.allSatisfy({ $0.npv.isFinite }) {
      remarks.append(
        Remark(
          benefitID: nil, code: .tooLarge,
          words: "the totals have no present value: \(Words.tooLarge)"))
    }
    return remarks
  }

  private func priceRemarks(_ refusal: String?) -> [Remark] {
    if let refusal {
      return [
        Remark(
          benefitID: nil, code: .pricesRefused, words: "nothing can be discounted: \(refusal)")
      ]
    }
    guard appraisal.isDeflated, let last = appraisal.prices.deflator?.lastYear,
      let base = appraisal.prices.baseYear, base + horizon > last
    else { return [] }
    return [
      Remark(
        benefitID: nil, code: .deflatorExtended,
        words: "the deflator ends with \(DeflatorTable<N>.name(ofYear: last)): "
          + "its last growth was held for the years after")
    ]
  }

  private func remarks(on benefit: BenefitCase<N>, figures: BenefitFigures<N>) -> [Remark] {
    let scored = benefit.inputs.method == .score
    let found = scored ? scoreRemarks(figures) : moneyRemarks(benefit, figures)
    return found.map { Remark(benefitID: benefit.id, code: $0.code, words: $0.words) }
  }

  private typealias Found = (code: Remark.Code, words: String)

  private func scoreRemarks(_ figures: BenefitFigures<N>) -> [Found] {
    guard let score = figures.score.value, score.scoredCount < score.criterionCount
    else { return [] }
    return [(.partlyScored, "the score is over the criteria that are scored: \(score.words)")]
  }

  private func moneyRemarks(_ benefit: BenefitCase<N>, _ figures: BenefitFigures<N>) -> [Found] {
    var found: [Found] = []
    if let reason = figures.gross.reason { found.append((.noGross, "no gross benefit: \(reason)")) }
    if figures.gross.value != nil, figures.net == nil {
      found.append((.tooLarge, "the net benefit was left out of the totals: \(Words.tooLarge)"))
    }
    let terms = Terms(benefit, in: appraisal)
    found += unusedRemarks(benefit.inputs)
    found += cashRemarks(benefit, figures, terms) + rampRemarks(benefit.inputs)
    if !(0...horizon).contains(where: { terms.offset(in: $0) != nil }) {
      found.append((.outsideHorizon, "no year of it lies between year 0 and year \(horizon)"))
    }
    for (name, share) in benefit.inputs.shares where share < .zero || share > .one {
      found.append((.shareOutOfRange, "\(name) is not between 0 and 1: \(share.text)"))
    }
    return found
  }

  private func unusedRemarks(_ inputs: Inputs<N>) -> [Found] {
    var found: [Found] = []
    if inputs.confidenceGrade != nil, inputs.optimismBiasShare != nil {
      found.append(
        (.unusedConfidence, "the confidence grade was not used: an optimism bias is given"))
    }
    let population = [
      inputs.affectedShare, inputs.engagementShare, inputs.retentionShare, inputs.impactShare,
    ]
    if inputs.additionality == .proportional, population.contains(where: { $0 != nil }) {
      found.append(
        (
          .unusedPopulation,
          "the shares of a population were not used: additionality is proportional"
        )
      )
    }
    return found
  }

  private func cashRemarks(
    _ benefit: BenefitCase<N>, _ figures: BenefitFigures<N>, _ terms: Terms<N>
  ) -> [Found] {
    let inputs = benefit.inputs
    guard benefit.isCashable, !benefit.isTransfer else {
      guard let share = inputs.cashShare, share != .zero else { return [] }
      let why = benefit.isTransfer ? "accrues to others" : "is not cashable"
      return [(.unusedCashShare, "the cash share was not used: the benefit \(why)")]
    }
    var found: [Found] = []
    if inputs.cashShare == nil {
      found.append((.blankCashShare, "the cash share is blank and was counted as the whole"))
    }
    if let posts = inputs.posts, terms.releasedShare != .one {
      let released = appraisal.postRule.released(of: posts)
      found.append(
        (.postsHeldBack, "of \(posts.text) posts \(released.text) count as released, for cash"))
    }
    let hasOverhead = appraisal.assumptions.overheadShare > .zero
    if inputs.method == .time, inputs.hourlyRate == nil, hasOverhead, figures.cashShare != .zero {
      found.append((.overheadAsCash, "the hourly cost counted as cash includes overhead"))
    }
    return found
  }

  private func rampRemarks(_ inputs: Inputs<N>) -> [Found] {
    guard inputs.ramp.contains(where: { $0 != nil }) else {
      return [(.blankRamp, "the ramp is blank: the whole was counted from the first year")]
    }
    guard inputs.ramp.contains(nil) else { return [] }
    return [
      (.blankRampShare, "a blank in the ramp was read as the share before it (0 before the first)")
    ]
  }
}

extension Inputs {
  /// Every share that was given, with its name.
  var shares: [(name: String, share: N)] {
    let named: [(String, N?)] = [
      ("deadweight", deadweightShare), ("affected share", affectedShare),
      ("engagement", engagementShare), ("retention", retentionShare), ("impact", impactShare),
      ("claim share", claimShare),
      ("optimism bias", optimismBiasShare), ("cash share", cashShare),
      ("drop-off", dropOffShare), ("avoidable share", avoidableShare),
    ]
    let ramps = ramp.enumerated().map { ("ramp share \($0.offset + 1)", $0.element) }
    return (named + ramps).compactMap { name, share in share.map { (name, $0) } }
  }
}
