extension Figures {
  /// How one year's net came about: every benefit and every line of cost that falls in it. Nil
  /// outside the horizon.
  public func working(ofYear year: Int, in view: View = .whole) -> Working? {
    guard years.contains(year) else { return nil }
    let net = stated(in: view)[year] - costTotal[year]
    return Working(
      "net in year \(year)", "benefits in year \(year) − costs in year \(year)", .value(net),
      .pounds,
      steps: [benefitsWorking(year, in: view), costsWorking(year)])
  }

  /// The worth of a view.
  public func worth(in view: View) -> ValueView<N> {
    switch view {
    case .cash: cash
    case .whole: whole
    }
  }

  /// The benefits of a view by year, in the money they were stated in.
  func stated(in view: View) -> [N] {
    switch view {
    case .cash: cashableTotal
    case .whole: benefitTotal
    }
  }

  private func benefitsWorking(_ year: Int, in view: View) -> Working {
    let own = benefits.indices.filter { !benefits[$0].isTransfer }
    let name = "benefits in year \(year)"
    let total = Outcome.value(stated(in: view)[year])
    switch view {
    case .cash:
      return Working(
        name, Working.Sentence.sum, total, .pounds,
        steps: own.compactMap { cashableWorking(of: $0, year: year) })
    case .whole:
      return Working(
        name, Working.Sentence.sum, total, .pounds,
        inputs: own.compactMap { place in
          let id = benefits[place].id
          return benefits[place].net.map {
            WorkingInput(id, $0[year], .pounds, from: "net benefit of \(id) in year \(year)")
          }
        })
    }
  }

  private func costsWorking(_ year: Int) -> Working {
    let level = appraisal.costLevel
    let isLevelled = level != .one
    let levelled = isLevelled ? " × level of all costs" : ""
    let lines = appraisal.costs.filter { $0.falls(in: year) }.map { line in
      Working(
        "\(line.id) in year \(year)",
        "amount × (1 \(line.amount < .zero ? "−" : "+") optimism bias)" + levelled,
        .value(line.biasedAmount * level), .pounds,
        inputs: [
          WorkingInput("amount", line.amount, .poundsPerYear, from: "cost \(line.id)"),
          WorkingInput("optimism bias", line.optimismBiasShare, .share, from: "cost \(line.id)"),
        ] + (isLevelled ? [WorkingInput("level of all costs", level, .level, from: "varied")] : []))
    }
    return Working(
      "costs in year \(year)", Working.Sentence.sum, .value(costTotal[year]), .pounds,
      steps: lines)
  }
}
