/// How what would have happened anyway is taken out of a benefit.
public enum Additionality: String, CaseIterable, Sendable {
  /// The gross × (1 − deadweight).
  case proportional = "Proportional"
  /// The gross, for a whole population, × affected × engagement × retention × (impact −
  /// deadweight): the change in the share of people for whom it works, in percentage points.
  case percentagePoint = "Percentage point"
}

extension Additionality {
  /// The share that is left, in the words of the workings.
  public var formula: String {
    switch self {
    case .proportional: "(1 − deadweight)"
    case .percentagePoint: "affected share × engagement × retention × (impact − deadweight)"
    }
  }
}

extension Inputs {
  /// The share of the gross that this change brings; blanks read as said at each input.
  var additionalShare: N {
    let deadweight = deadweightShare ?? .zero
    switch additionality {
    case .proportional: return .one - deadweight
    case .percentagePoint:
      let reached = (affectedShare ?? .one) * (engagementShare ?? .one) * (retentionShare ?? .one)
      return reached * ((impactShare ?? .zero) - deadweight)
    }
  }

  /// Refuses a population without an impact: no share would be a safe reading.
  func checkPopulation() throws(Undefined) {
    guard additionality == .percentagePoint, impactShare == nil else { return }
    throw Undefined(because: "impact is blank")
  }
}
