import Foundation
import Postgres
import Programme

extension Store {
  /// Loads measures and their values from the text of `Seed/measures.json` into a council's
  /// register, unless it has some. Safe to repeat; returns how many series were loaded. Throws
  /// ``StoreError`` or a `PostgresError`.
  @discardableResult
  public func seedMeasures(_ text: String, council: CouncilCode) async throws -> Int {
    let seeds = try MeasureSeed.list(json: text)
    guard let viewer = try await operatorViewer(for: council) else {
      throw StoreError.inconsistent("\(council) does not take part")
    }
    let act = Act(name: "measure.seed", requestID: "seed")
    return try await write(as: viewer, act) { db in
      guard try db.hasNoMeasures(viewer) else { return 0 }
      let benefits = try db.benefits(of: viewer.organisation, as: viewer)
      let ids = Dictionary(
        benefits.map { ($0.benefit.reference, $0.id) }, uniquingKeysWith: { $1 })
      for seed in seeds {
        guard let benefit = ids[seed.benefit] else {
          throw StoreError.inconsistent("there is no benefit \(seed.benefit) to measure")
        }
        try db.load(seed, into: benefit, by: act, as: viewer)
      }
      return seeds.count
    }
  }
}

extension Connection {
  fileprivate func hasNoMeasures(_ viewer: Viewer) throws -> Bool {
    try first(
      """
      SELECT FROM measure WHERE programme_id = \(viewer.programme.uuid)
        AND organisation_id = \(viewer.organisation.uuid) LIMIT 1
      """) == nil
  }

  fileprivate func load(
    _ seed: MeasureSeed, into benefit: ID<Benefit>, by act: Act, as viewer: Viewer
  ) throws {
    let measure = try seed.definition()
    let id = try measure.map { try addMeasure($0, to: benefit, by: act, as: viewer) }
    let values = try seed.values(of: measure ?? .money).filter { !$0.isEmpty }
    try savePeriodValues(
      values.map { PeriodValueChange($0, upon: 0) }, of: id, in: benefit, by: act, as: viewer)
  }
}
