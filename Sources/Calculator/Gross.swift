/// The gross annual benefit: one formula a method.
struct Gross<N: Number> {
  let assumptions: Assumptions<N>
  let productiveHours: Outcome<N>
  private let confidence: ConfidenceTable<N>
  private let channels: [String: ChannelCost<N>]

  init(_ appraisal: Appraisal<N>) {
    let assumptions = appraisal.assumptions
    self.assumptions = assumptions
    confidence = appraisal.confidence
    productiveHours = Outcome { () throws(Undefined) in try assumptions.productiveHours() }
    // A name that stands twice counts with its first row, as a spreadsheet's look-up does.
    var channels = Dictionary(
      appraisal.channelCosts.map { (Label.folded($0.name), $0) },
      uniquingKeysWith: { first, _ in first })
    channels[""] = nil
    // Names as they stand too, for folding takes longer than all the rest.
    for row in appraisal.channelCosts { channels[row.name] = channels[Label.folded(row.name)] }
    self.channels = channels
  }

  /// Pounds a year of a benefit that still stands.
  func amount(of benefit: BenefitCase<N>) throws(Undefined) -> N {
    guard !benefit.isWithdrawn else { throw Undefined(because: "it was withdrawn") }
    try benefit.inputs.checkPopulation()
    try confidence.check(benefit.inputs)
    return try amount(of: benefit.inputs).checked()
  }

  /// Pounds a year before ramp, shares and bias.
  private func amount(of inputs: Inputs<N>) throws(Undefined) -> N {
    switch inputs.method {
    case .time: try time(inputs)
    case .unit: try unit(inputs)
    case .channel: try channel(inputs)
    case .contact: try contact(inputs)
    case .fte: try fte(inputs)
    case .amount: try need(inputs.amount, "amount")
    case .takeUp: try need(inputs.volume, "volume") * need(inputs.amount, "amount")
    case .score: throw Undefined(because: "a scored benefit has no money")
    }
  }

  /// Pounds an hour: the rate given, else worked out from the salary.
  func hourlyCost(of inputs: Inputs<N>) throws(Undefined) -> N {
    guard inputs.method == .time else {
      throw Undefined(because: "only the Time method has an hourly cost")
    }
    if let rate = inputs.hourlyRate { return try rate.checked() }
    guard let salary = inputs.salary else {
      throw Undefined(because: "hourly rate and salary are both blank")
    }
    let hours = try productiveHours.get()
    let uplift = .one + assumptions.onCostShare + assumptions.overheadShare
    return try (salary * uplift / hours).checked()
  }

  private func time(_ inputs: Inputs<N>) throws(Undefined) -> N {
    let volume = try need(inputs.volume, "volume")
    let before = try need(inputs.hoursBefore, "hours before")
    let after = try need(inputs.hoursAfter, "hours after")
    return try volume * (before - after) * hourlyCost(of: inputs)
  }

  private func unit(_ inputs: Inputs<N>) throws(Undefined) -> N {
    let volume = try need(inputs.volume, "volume")
    let before = try need(inputs.unitCostBefore, "unit cost before")
    let after = try need(inputs.unitCostAfter, "unit cost after")
    return volume * (before - after)
  }

  private func channel(_ inputs: Inputs<N>) throws(Undefined) -> N {
    let volume = try need(inputs.volume, "volume")
    let from = try channelCost(inputs.fromChannel, "from channel")
    let to = try channelCost(inputs.toChannel, "to channel")
    return volume * (from.cost - to.cost)
  }

  private func contact(_ inputs: Inputs<N>) throws(Undefined) -> N {
    let volume = try need(inputs.volume, "volume")
    let share = try need(inputs.avoidableShare, "avoidable share")
    return try volume * share * channelCost(inputs.fromChannel, "from channel").cost
  }

  /// Overhead stays behind when a post goes, so it is no part of this.
  private func fte(_ inputs: Inputs<N>) throws(Undefined) -> N {
    let posts = try need(inputs.posts, "posts")
    let salary = try need(inputs.salary, "salary")
    return posts * salary * (.one + assumptions.onCostShare)
  }

  /// The reference row a benefit names.
  func channelCost(_ name: String?, _ input: String) throws(Undefined) -> ChannelCost<N> {
    if let name, let row = channels[name] { return row }
    let folded = Label.folded(name ?? "")
    guard !folded.isEmpty else { throw Undefined(because: "\(input) is blank") }
    guard let row = channels[folded] else {
      throw Undefined(because: "there is no cost for the channel \"\(Label.trimmed(name ?? ""))\"")
    }
    return row
  }

  private func need(_ value: N?, _ name: String) throws(Undefined) -> N {
    guard let value else { throw Undefined(because: "\(name) is blank") }
    return value
  }
}
