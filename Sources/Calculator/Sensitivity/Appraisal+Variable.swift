extension Appraisal {
  /// What a variable is here; a blank with a safe reading is that reading. Undefined for a blank
  /// without one, and for a row that is not there.
  public func value(of variable: Variable) -> Outcome<N> {
    guard let slot = try? slot(of: variable) else {
      return .undefined(because: "the appraisal has no such row")
    }
    switch slot {
    // A published schedule is read at its first rate.
    case .discountRate: return .value(schedule.rate(inYear: 0))
    case .benefitLevel: return .value(benefitLevel)
    case .costLevel: return .value(costLevel)
    case .assumption(let input): return .value(assumptions[input])
    case .channel(let place): return .value(channelCosts[place].cost)
    case .benefit(let place, let input): return value(of: input, in: benefits[place])
    case .cost(let place, let input): return .value(costs[place][input])
    }
  }

  /// Sets a variable. Refuses a row that is not there, a value that is no number, and parts of a
  /// year where only whole ones have a meaning.
  public mutating func set(_ variable: Variable, to value: N) throws(VariableRefusal) {
    let slot = try slot(of: variable)
    guard value.isFinite else {
      throw VariableRefusal(variable: variable.text, because: "the value is no number")
    }
    if variable.isWhole {
      guard value == value.roundedDown, Int(exactly: value.double) != nil else {
        throw VariableRefusal(variable: variable.text, because: "only whole years can be set")
      }
    }
    write(value, to: slot)
  }

  /// The same appraisal with other values: a scenario. Refuses like ``set(_:to:)``.
  public func setting(_ values: [Variable: N]) throws(VariableRefusal) -> Appraisal {
    var changed = self
    for (variable, value) in values.sorted(by: { $0.key < $1.key }) {
      try changed.set(variable, to: value)
    }
    return changed
  }

  private func value(of input: BenefitInput, in benefit: BenefitCase<N>) -> Outcome<N> {
    let inputs = benefit.inputs
    if let value = inputs[input] { return .value(value) }
    if let reading = reading(ofBlank: input, in: benefit) { return .value(reading) }
    return .undefined(because: "\(input.label) is blank")
  }

  /// How a blank is read; nil when there is no safe reading.
  private func reading(ofBlank input: BenefitInput, in benefit: BenefitCase<N>) -> N? {
    if let place = input.rampPlace { return Terms(benefit, in: self).rampShare(at: place) }
    switch input {
    case .deadweightShare, .dropOffShare: return .zero
    case .claimShare, .cashShare, .affectedShare, .engagementShare, .retentionShare: return .one
    case .optimismBiasShare: return Terms(benefit, in: self).optimism
    case .startYear: return .zero
    default: return nil
    }
  }
}
