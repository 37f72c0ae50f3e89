extension Figures {
  /// The year before, and the straight line through the year in which the running net reaches 0.
  func paybackWorking(
    _ name: String, _ flows: [N], _ outcome: Outcome<N>, sustained: Bool = false,
    discounted: Bool = false
  ) -> Working {
    var running: [N] = []
    for flow in flows { running.append((running.last ?? .zero) + flow) }
    let nets = flows.indices.map {
      WorkingInput(
        "net in year \($0)", flows[$0], .pounds, from: netSource($0, discounted: discounted))
    }
    guard outcome.value != nil, let year = Payback.year(running, sustained: sustained) else {
      return Working(
        name, "the year in which the running net reaches 0", outcome, .years, inputs: nets)
    }
    guard year > 0 else { return Working(name, "0", outcome, .years, inputs: [nets[0]]) }
    return Working(
      name, "last year below 0 + |running net| ÷ net in year \(year)", outcome, .years,
      inputs: [
        WorkingInput("last year below 0", N(year - 1), .year, from: "running net"), nets[year],
      ],
      steps: [
        Working(
          "running net", Working.Sentence.sum, .value(running[year - 1]), .pounds,
          inputs: Array(nets[..<year]))
      ])
  }

  /// Where a year's net comes from.
  func netSource(_ year: Int, discounted: Bool = false) -> String {
    "benefits − costs in year \(year)" + (appraisal.isDeflated ? " × price factor" : "")
      + (discounted ? " × discount factor" : "") + ", worked out under net present value"
  }
}
