import Calculator
import Foundation
import Programme
import TestSupport
import Testing

@testable import Store

@Suite(.enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct StoredWorthTests {
  @Test("COST-15 The sums of the programme are those of each register, typed forecasts included")
  func sums() async throws {
    try await TestDatabase.run { database in
      var random = SeededGenerator(seed: 15)
      for officer in try await database.fill(benefits: 24).prefix(2) {
        let benefits = try await database.store.read(as: officer) { db in
          try db.benefits(of: officer.organisation, as: officer)
        }
        for benefit in benefits.prefix(14) {
          let values = SeriesText.random(&random)
          try await database.store.write(as: officer, .test()) { db in
            let before = try #require(try db.series(of: benefit.id, as: officer))[nil]
            let changes = values.filter { value in
              !before.rows.contains { $0.noun.span.overlaps(value.span) }
            }.map { PeriodValueChange($0, upon: before.row(of: $0.span)?.version ?? 0) }
            try db.savePeriodValues(changes, of: nil, in: benefit.id, by: .test(), as: officer)
          }
        }
      }
      for viewer in TestDatabase.viewers {
        try await database.store.read(as: viewer) { db in
          let all = try db.registerMoney(as: viewer)
          #expect(all.map(\.council.name) == ["Inverclyde Council", "West Lothian Council"])
          for money in all {
            let stored = try #require(try db.register(of: money.council.id, as: viewer))
            let whole = RegisterWorth(stored.register, costs: money.costs)
            let added = RegisterWorth(
              benefits: money.benefits, strayCount: money.strayCount, costs: money.costs,
              of: money.cover)
            #expect(
              added.tracked.words == whole.tracked.words, "\(viewer.name), \(stored.councilName)")
            #expect(added.strayCount == whole.strayCount)
            #expect(money.benefitCount == stored.benefits.count)
            #expect(whole.tracked.nonCashable.years.contains { $0.knownCount > 0 })
          }
        }
      }
    }
  }
}

extension TrackedWorth<Exact> {
  /// Every figure to twelve places: a share of a share may differ in the eighteenth.
  fileprivate var words: [String] {
    let lines = [
      ("cashable", cashable), ("nonCashable", nonCashable), ("transfers", transfers),
      ("costs", costs),
    ]
    return lines.flatMap { name, line in
      line.years.enumerated().map { place, year in
        let figures = [year.planned, year.plannedOfKnown, year.actual].map {
          $0.rounded(places: 12).text
        }
        return "\(name) \(place): \(figures.joined(separator: ", ")), "
          + "\(year.knownCount) of \(year.expectedCount)"
      }
    }
  }
}
