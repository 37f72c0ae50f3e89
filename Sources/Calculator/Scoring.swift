extension BenefitCase {
  /// The mean of the scored criteria by weight. A blank is not a nought: it is left out, and the
  /// answer says how many were scored.
  func weightedScore() throws(Undefined) -> Score<N> {
    guard inputs.method == .score else {
      throw Undefined(because: "only the Score method has a score")
    }
    var weights = N.zero
    var points = N.zero
    var scored = 0
    for criterion in criteria {
      guard let score = criterion.score else { continue }
      weights = weights + criterion.weight
      points = points + criterion.weight * score
      scored += 1
    }
    guard scored > 0 else { throw Undefined(because: "no criterion is scored") }
    guard weights > .zero else {
      throw Undefined(because: "the weights do not add up to more than 0")
    }
    return Score(
      value: try (points / weights).checked(), scoredCount: scored, criterionCount: criteria.count)
  }
}
