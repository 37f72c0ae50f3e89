import Calculator

/// Which results of a file differ, so that one that only follows from another says so.
struct FigureCauses {
  private let figures: Set<Figure>
  private let yearsOfNet: Set<Int>
  private let differsInFlow: Bool
  private let differsInFactor: Bool

  init(_ differing: [Figure]) {
    figures = Set(differing)
    yearsOfNet = Set(
      differing.compactMap { figure in
        if case .net(_, let year) = figure { year } else { nil }
      })
    let flows = differing.compactMap { figure -> Figure.Flow? in
      if case .flow(let flow, _) = figure { flow } else { nil }
    }
    differsInFactor = flows.contains(.discountFactor)
    differsInFlow = flows.contains { $0 != .discountFactor }
  }

  /// What a result follows from, in words; nil when nothing that it rests on differs.
  func words(for figure: Figure) -> String? {
    cause(of: figure).map { "It follows from \($0)." }
  }

  private func cause(of figure: Figure) -> String? {
    switch figure {
    case .productiveHours: nil
    case .hourlyCost: figures.contains(.productiveHours) ? "the productive hours" : nil
    case .gross(let id): figures.contains(.hourlyCost(benefit: id)) ? "the hourly cost" : nil
    case .net(let id, _): figures.contains(.gross(benefit: id)) ? "the gross benefit" : nil
    case .flow(.net, let year):
      hasFlow(year) ? "the costs and benefits of that year" : netCause(year)
    case .flow(.benefits, let year), .summary(_, _, let year): netCause(year)
    case .flow: nil
    case .worth: worthCause
    }
  }

  private func hasFlow(_ year: Int) -> Bool {
    figures.contains(.flow(.costs, year: year)) || figures.contains(.flow(.benefits, year: year))
  }

  private func netCause(_ year: Int) -> String? {
    yearsOfNet.contains(year) ? "the net benefits of that year" : nil
  }

  private var worthCause: String? {
    if differsInFactor { return "the discount factors" }
    return differsInFlow ? "the cash flow" : nil
  }
}

extension FigureComparison {
  /// The same differences, where those that follow from others say so.
  static func traced(_ differences: [Difference]) -> [Difference] {
    let causes = FigureCauses(differences.map(\.figure))
    return differences.map { one in
      guard one.reason == unexplained, let words = causes.words(for: one.figure) else { return one }
      return Difference(
        figure: one.figure, carried: one.carried, recomputed: one.recomputed, place: one.place,
        reason: words)
    }
  }

  /// What is said of a difference that nothing explains.
  static let unexplained =
    "A formula or an input in the file was changed after it was calculated."
}
