/// A variable with the place of its row in an appraisal, looked up once.
enum Slot: Sendable, Hashable {
  case discountRate, benefitLevel, costLevel
  case assumption(AssumptionInput)
  case channel(Int)
  case benefit(Int, BenefitInput)
  case cost(Int, CostInput)
}

extension Appraisal {
  /// Where a variable stands; refuses one whose row is not there.
  func slot(of variable: Variable) throws(VariableRefusal) -> Slot {
    switch variable {
    case .discountRate: return .discountRate
    case .benefitLevel: return .benefitLevel
    case .costLevel: return .costLevel
    case .assumption(let input): return .assumption(input)
    case .channel(let name):
      let folded = Label.folded(name)
      if let place = channelCosts.firstIndex(where: { Label.folded($0.name) == folded }) {
        return .channel(place)
      }
    case .benefit(let id, let input):
      if let place = benefits.firstIndex(where: { $0.id == id }) { return .benefit(place, input) }
    case .cost(let id, let input):
      if let place = costs.firstIndex(where: { $0.id == id }) { return .cost(place, input) }
    }
    throw VariableRefusal(variable: variable.text, because: "the appraisal has no such row")
  }

  /// Writes a value that was checked.
  mutating func write(_ value: N, to slot: Slot) {
    switch slot {
    case .discountRate:
      schedule = .flat(value)
      assumptions.discountRate = value
    case .benefitLevel: benefitLevel = value
    case .costLevel: costLevel = value
    case .assumption(let input): assumptions.with(input) { $0 = value }
    case .channel(let place): channelCosts[place].cost = value
    case .benefit(let place, let input): benefits[place].inputs.write(value, to: input)
    case .cost(let place, let input): costs[place].with(input) { $0 = value }
    }
  }
}

extension Inputs {
  fileprivate mutating func write(_ value: N, to input: BenefitInput) {
    switch input {
    case .startYear: startYear = Int(exactly: value.double)
    case .years: years = Int(exactly: value.double)
    default:
      if let place = input.rampPlace {
        write(value, toRamp: place)
      } else {
        with(input) { $0 = value }
      }
    }
  }

  /// Changes one share of the ramp. What was blank is first written out as it is read, so that no
  /// other share changes with it; the last share still holds on.
  private mutating func write(_ value: N, toRamp place: Int) {
    let isBlank = ramp.allSatisfy { $0 == nil }
    let reading = Terms<N>.reading(ramp: ramp)
    let count = isBlank ? place + 2 : max(ramp.count, place + 1)
    ramp = (0..<count).map { reading[min($0, reading.count - 1)] }
    ramp[place] = value
  }
}
