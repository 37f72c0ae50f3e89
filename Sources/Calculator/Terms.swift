/// A benefit's shares and years with every blank read: how its gross becomes each year's net.
struct Terms<N: Number> {
  /// What is left when what would have happened anyway is taken out.
  let additional: N
  let claim: N
  let optimism: N
  let dropOff: N
  let cashShare: N
  /// The part of the posts that counts as released.
  let releasedShare: N
  let level: N
  /// Shares of the first, second, ... year; never empty.
  let ramp: [N]
  let start: Int
  let years: Int?

  /// What an appraisal says about every benefit's terms.
  struct Rules {
    var confidence: ConfidenceTable<N>
    var posts: PostRule
    var level: N
  }

  init(_ benefit: BenefitCase<N>, by rules: Rules) {
    additional = benefit.inputs.additionalShare
    claim = benefit.inputs.claimShare ?? .one
    optimism =
      benefit.inputs.optimismBiasShare ?? rules.confidence.share(of: benefit.inputs)
      ?? .zero
    level = rules.level
    dropOff = benefit.inputs.dropOffShare ?? .zero
    let isCash = benefit.isCashable && !benefit.isTransfer
    releasedShare = isCash ? rules.posts.releasedShare(of: benefit.inputs) : .one
    cashShare = isCash ? (benefit.inputs.cashShare ?? .one) * releasedShare : .zero
    ramp = Self.reading(ramp: benefit.inputs.ramp)
    start = benefit.inputs.startYear ?? 0
    years = benefit.inputs.years
  }

  init(_ benefit: BenefitCase<N>, in appraisal: Appraisal<N>) {
    self.init(benefit, by: appraisal.rules)
  }

  /// A blank holds the share before it; blanks before the first share are 0, as in the workbook;
  /// blanks throughout are the whole.
  static func reading(ramp: [N?]) -> [N] {
    guard ramp.contains(where: { $0 != nil }) else { return [.one] }
    return ramp.reduce(into: [N]()) { read, share in read.append(share ?? read.last ?? .zero) }
  }

  /// Full years since the first, nil while the benefit is not running.
  func offset(in year: Int) -> Int? {
    let (difference, overflow) = year.subtractingReportingOverflow(start)
    let offset = overflow ? Int.max : difference
    guard offset >= 0 else { return nil }
    if let years, offset >= years { return nil }
    return offset
  }

  /// The share reached so many years after the first; the last one holds on.
  func rampShare(at offset: Int) -> N { ramp[min(offset, ramp.count - 1)] }

  /// Optimism makes a benefit look larger and a dis-benefit smaller than it is.
  func bias(on amount: N) -> N { amount < .zero ? .one + optimism : .one - optimism }

  /// What is left of the gross before ramp and drop-off.
  func claimed(of gross: N) -> N {
    let kept = gross * additional
    return kept * claim * bias(on: kept) * level
  }

  /// Net benefit in each year from 0 to the horizon.
  func net(of gross: N, horizon: Int) -> [N] {
    let kept = .one - dropOff
    var level: N?
    return (0...horizon).map { year in
      guard let offset = offset(in: year) else { return .zero }
      // One step from the year before: products of the whole keep more places than small powers.
      let here = level.map { $0 * kept } ?? claimed(of: gross) * kept.power(offset)
      level = here
      return here * rampShare(at: offset)
    }
  }
}

extension Appraisal {
  var rules: Terms<N>.Rules {
    Terms<N>.Rules(confidence: confidence, posts: postRule, level: benefitLevel)
  }
}
