import Calculator
import Programme
import Store

/// A council's register with what came of it, as far as the viewer sees both.
struct CouncilWorth: Sendable {
  let name: String
  let code: CouncilCode?
  let sight: RegisterSight
  let worth: RegisterWorth

  init(_ stored: StoredRegister, costs: [StoredCost], as viewer: Viewer) {
    name = stored.councilName
    code = stored.councilCode
    sight = RegisterSight(stored, as: viewer)
    worth = RegisterWorth(stored.register, costs: costs.map(\.profile))
  }

  /// From sums that the store made.
  init(_ money: RegisterMoney, as viewer: Viewer) {
    name = money.council.name
    code = money.council.code
    sight = RegisterSight(
      of: money.council.id, named: money.council.name, benefits: money.benefitCount,
      costs: money.costs.count, as: viewer)
    worth = RegisterWorth(
      benefits: money.benefits, strayCount: money.strayCount, costs: money.costs, of: money.cover)
  }
}

/// All registers within sight, those that can be summed up and those that cannot.
struct WorthSum: Sendable {
  /// The councils whose money is in the sums.
  let included: [CouncilWorth]
  /// Those whose money is not, each with the reason.
  let leftOut: [(subject: CouncilWorth, because: String)]
  /// The sums; nil when there is nothing to sum up.
  let worth: ProgrammeWorth?

  init(_ councils: [CouncilWorth]) {
    included = councils.filter { WorthSum.obstacle($0) == nil }
    leftOut = councils.compactMap { council in
      WorthSum.obstacle(council).map { (council, $0) }
    }
    worth = ProgrammeWorth(included.map(\.worth))
  }

  /// Why a register is in no sum; nil when it is.
  private static func obstacle(_ council: CouncilWorth) -> String? {
    if council.sight.hidesCosts { return RegisterSight.because }
    return council.worth.baseYear == nil ? "because its register has no base year" : nil
  }

  /// How much of the programme the sums are made of.
  var sight: String {
    let partly = included.contains { $0.sight.notice != nil }
    return "Sums of \(Shown.count(included.count, "register"))"
      + (partly ? ", as far as their councils share them with you" : "")
      + ". Present values are from \(worth?.baseYear.description ?? "the base year") on, at the "
      + "Green Book's standard rates, with money as each register states it."
  }
}

extension Database {
  /// A council's register with what came of it; nil when nothing of it is within sight.
  func worth(of council: CouncilRow, as viewer: Viewer) throws -> CouncilWorth? {
    guard let stored = try register(of: council.id, as: viewer) else { return nil }
    var filter = CostFilter()
    filter.council = council.code
    return CouncilWorth(stored, costs: try costs(filter, as: viewer), as: viewer)
  }

  /// Every register within sight with what came of it, by council.
  func worths(as viewer: Viewer) throws -> [CouncilWorth] {
    try registerMoney(as: viewer).map { CouncilWorth($0, as: viewer) }
  }
}
