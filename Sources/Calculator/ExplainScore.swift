extension Figures {
  /// The weighted score of a benefit with every criterion; blanks are shown and left out.
  func scoreWorking(of place: Int) -> Working {
    let benefit = appraisal.benefits[place]
    let scored = benefit.criteria.filter { $0.score != nil }
    let words = "\(scored.count) of \(benefit.criteria.count) scored"
    let points = scored.map { criterion in
      let source = criterion.note.isEmpty ? "benefit \(benefit.id)" : criterion.note
      return Working(
        criterion.name, "weight × score", .value(criterion.weight * (criterion.score ?? .zero)),
        .points,
        inputs: [
          WorkingInput("weight", criterion.weight, .weight, from: "benefit \(benefit.id)"),
          WorkingInput("score", criterion.score, .points, from: source),
        ])
    }
    let weights = scored.map {
      WorkingInput($0.name, $0.weight, .weight, from: "benefit \(benefit.id)")
    }
    return Working(
      "score of \(benefit.id) (\(words))", "weighted points ÷ weights",
      benefits[place].score.map(\.value), .points,
      steps: [
        Working(
          "weighted points", Working.Sentence.sum,
          .value(scored.reduce(.zero) { $0 + $1.weight * ($1.score ?? .zero) }), .points,
          steps: points),
        Working(
          "weights", Working.Sentence.sum, .value(scored.reduce(.zero) { $0 + $1.weight }),
          .weight, inputs: weights),
      ])
  }
}
