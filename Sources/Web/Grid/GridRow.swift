import Programme
import Store

/// One council on the grid, on a day.
struct GridRow: Sendable {
  let standing: PartyStanding
  let today: Day

  var party: PartyRow { standing.party }
  var readiness: Readiness { standing.readiness ?? Readiness() }
  var totals: BenefitTotals { standing.totals ?? .none }
}

extension GridRow {
  /// Whether anything of its benefits is worked out in money.
  var hasMoney: Bool { totals.count > totals.countWithoutMoney }

  /// The plan changes on which it has still to say something: "3, 7".
  var silentWords: String {
    standing.silentOn.isEmpty ? "none" : standing.silentOn.map(String.init).joined(separator: ", ")
  }
}
