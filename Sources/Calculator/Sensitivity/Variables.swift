extension Appraisal {
  /// Everything that has a value here and can change a result: levels and rates first, then
  /// assumptions, channels, benefits and costs in the appraisal's order. For pickers and tornadoes.
  public var variables: [Variable] {
    let counted = benefits.filter(\.counts)
    return [.benefitLevel, .costLevel, .discountRate] + assumptionVariables(counted)
      + channelVariables(counted) + counted.flatMap(variables(of:))
      + costs.flatMap { line in CostInput.allCases.map { Variable.cost(line.id, $0) } }
  }

  private func assumptionVariables(_ counted: [BenefitCase<N>]) -> [Variable] {
    let hasHours = counted.contains { $0.inputs.method == .time && $0.inputs.hourlyRate == nil }
    let hasPosts = counted.contains { $0.inputs.method == .fte }
    return AssumptionInput.allCases.filter { hasHours || (hasPosts && $0 == .onCostShare) }
      .map { .assumption($0) }
  }

  private func channelVariables(_ counted: [BenefitCase<N>]) -> [Variable] {
    let used = Set(
      counted.map(\.inputs).flatMap { inputs -> [String] in
        [inputs.fromChannel, inputs.toChannel].prefix(inputs.method.channelCount).compactMap { $0 }
      }.map(Label.folded))
    return channelCosts.filter { used.contains(Label.folded($0.name)) }.map { .channel($0.name) }
  }

  private func variables(of benefit: BenefitCase<N>) -> [Variable] {
    benefit.usedInputs.map { .benefit(benefit.id, $0) }
  }
}

extension Method {
  /// How many channels it asks for.
  fileprivate var channelCount: Int {
    switch self {
    case .channel: 2
    case .contact: 1
    default: 0
    }
  }

  /// The inputs that its gross is made of.
  fileprivate var inputs: [BenefitInput] {
    switch self {
    case .time: [.volume, .hoursBefore, .hoursAfter, .hourlyRate]
    case .unit: [.volume, .unitCostBefore, .unitCostAfter]
    case .channel: [.volume]
    case .contact: [.volume, .avoidableShare]
    case .fte: [.posts, .salary]
    case .amount: [.amount]
    case .takeUp: [.volume, .amount]
    case .score: []
    }
  }
}

extension BenefitCase {
  /// The inputs that are there and go into the figures.
  fileprivate var usedInputs: [BenefitInput] {
    var used = inputs.method.inputs
    if inputs.method == .time, inputs.hourlyRate == nil { used.append(.salary) }
    guard !used.isEmpty else { return [] }
    used += [.deadweightShare, .claimShare, .optimismBiasShare, .dropOffShare]
    if inputs.additionality == .percentagePoint {
      used += [.affectedShare, .engagementShare, .retentionShare, .impactShare]
    }
    if isCashable { used.append(.cashShare) }
    used += [.startYear, .years, .ramp1, .ramp2, .ramp3, .ramp4, .ramp5]
    return used.filter { inputs[$0] != nil }
  }
}
