/// What each variable does to a result, one at a time, the largest swing first.
public struct Tornado<N: Number>: Sendable, Hashable {
  /// The result.
  public let target: Target
  /// The result as it stands.
  public let base: Outcome<N>
  /// By the size of the swing; bars without one last; equal swings by the text of the variable.
  public let bars: [TornadoBar<N>]
}

/// Varies one thing at a time, in exact decimals.
public func tornado(
  _ appraisal: Appraisal<Exact>, over ranges: [VariableRange<Exact>], of target: Target
) -> Tornado<Exact> { Tornado(appraisal, ranges, target) }

/// Varies one thing at a time, in doubles: faster.
public func tornado(
  _ appraisal: Appraisal<Double>, over ranges: [VariableRange<Double>], of target: Target
) -> Tornado<Double> { Tornado(appraisal, ranges, target) }

extension Appraisal {
  /// Every variable a share lower and higher than it is, whole years left out: what a tornado
  /// starts with. A variable at 0 has no range, nor has a share beyond the whole.
  public func ranges(by share: N) -> [VariableRange<N>] {
    variables.compactMap { variable in
      guard !variable.isWhole, let value = value(of: variable).value, value != .zero
      else { return nil }
      let high = value * (.one + share)
      let isCapped = variable.kind == .share && variable != .discountRate && value <= .one
      return VariableRange(
        variable, low: value * (.one - share), high: isCapped ? min(high, .one) : high)
    }
  }
}

extension Tornado {
  fileprivate init(_ appraisal: Appraisal<N>, _ ranges: [VariableRange<N>], _ target: Target) {
    self.target = target
    base = appraisal.outcome(of: target)
    bars = ranges.map { TornadoBar($0, in: appraisal, of: target) }.sorted(by: Self.isLarger)
  }

  private static func isLarger(_ left: TornadoBar<N>, _ right: TornadoBar<N>) -> Bool {
    let sizes = (left.swing.value?.magnitude, right.swing.value?.magnitude)
    switch sizes {
    case (let mine?, let other?) where mine != other: return mine > other
    case (.some, nil): return true
    case (nil, .some): return false
    default: return left.range.variable < right.range.variable
    }
  }
}

extension TornadoBar {
  fileprivate init(_ range: VariableRange<N>, in appraisal: Appraisal<N>, of target: Target) {
    self.range = range
    present = appraisal.value(of: range.variable)
    atLow = appraisal.outcome(of: target, with: range.variable, at: range.low)
    atHigh = appraisal.outcome(of: target, with: range.variable, at: range.high)
    let ends = (atLow, atHigh)
    swing = Outcome { () throws(Undefined) in try (ends.1.get() - ends.0.get()).checked() }
  }
}

extension Appraisal {
  /// A result as things stand.
  func outcome(of target: Target) -> Outcome<N> { Engine(self).outcome(of: target) }

  /// A result with one variable set; a refusal is the reason why there is none.
  func outcome(of target: Target, with variable: Variable, at value: N) -> Outcome<N> {
    var changed = self
    do throws(VariableRefusal) {
      try changed.set(variable, to: value)
    } catch { return .undefined(because: error.because) }
    return changed.outcome(of: target)
  }
}
