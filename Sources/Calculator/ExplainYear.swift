extension Figures {
  /// How one year's net came about: every benefit and every line of cost that falls in it. Nil
  /// outside the horizon.
  public func working(ofYear year: Int, in view: View = .whole) -> Working? {
    guard years.contains(year) else { return nil }
    let net = stated(in: view)[year] - costTotal[year]
    return Working(
      "net in year \(year)", "benefits in year \(year) − costs in year \(year)", .value(net),
      .pounds, steps: [benefitsWorking(year, in: view), costsWorking(year)])
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

  /// A line for each benefit that counts in the year, and one that names all the others.
  func benefitsWorking(_ year: Int, in view: View) -> Working {
    let counted = benefits.indices.filter { counts($0, year, in: view) }
    let steps = view == .cash ? counted.compactMap { cashableWorking(of: $0, year: year) } : []
    return Working(
      "benefits in year \(year)", Working.Sentence.sum, .value(stated(in: view)[year]), .pounds,
      inputs: (view == .whole ? counted.compactMap { netInput(of: $0, year: year) } : [])
        + others(than: counted, in: view),
      steps: steps)
  }

  private func counts(_ place: Int, _ year: Int, in view: View) -> Bool {
    let benefit = benefits[place]
    let flows = view == .cash ? benefit.cashable : benefit.net
    return !benefit.isTransfer && flows.map { $0[year] != .zero } == true
  }

  /// A benefit's net of a year, by the name of its own working.
  private func netInput(of place: Int, year: Int) -> WorkingInput? {
    let id = benefits[place].id
    return benefits[place].net.map {
      WorkingInput(id, $0[year], .pounds, from: netSource(of: id, year: year))
    }
  }

  private func others(than counted: [Int], in view: View) -> [WorkingInput] {
    let counted = Set(counted)
    let ids = benefits.indices.filter { !counted.contains($0) }.map { benefits[$0].id }
    guard !ids.isEmpty else { return [] }
    let why = (view == .cash ? "not cashable, " : "") + "0 in the year, no money or goes to others"
    return [
      WorkingInput(
        "all other benefits", N.zero, .pounds, from: "\(why): " + ids.joined(separator: ", "))
    ]
  }

  func costsWorking(_ year: Int) -> Working {
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
