import Calculator
import Foundation
import Postgres
import Programme

extension BenefitSnapshot {
  /// The benefit as it is stored, with the figures stored beside it.
  public init(_ stored: StoredBenefit, baseYear: FinancialYear?) {
    self.init(stored.benefit)
    let figures = stored.figures
    let money = zip(figures.net ?? [], figures.cashable ?? [])
    years = money.enumerated().map { place, money in
      let label = baseYear?.advanced(by: place)?.description ?? "Year \(place)"
      return Year(label: label, net: money.0, cashable: money.1)
    }
    gross = figures.gross
    undefinedBecause = figures.undefinedBecause
    score = figures.score
    isTransfer = figures.isTransfer
  }
}

extension Connection {
  /// A benefit within sight as it stands now; nil when there is none.
  public func snapshot(of id: ID<Benefit>, as viewer: Viewer) throws -> BenefitSnapshot? {
    guard let stored = try benefit(id, as: viewer) else { return nil }
    let head = try registerHead(of: stored.stored.organisation, as: viewer)
    var snapshot = BenefitSnapshot(stored, baseYear: head?.cover.baseYear)
    for (heading, text) in try measureParts(of: id, as: viewer) { snapshot.parts[heading] = text }
    return snapshot
  }
}
