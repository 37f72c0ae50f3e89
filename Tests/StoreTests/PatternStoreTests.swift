import Calculator
import Foundation
import Postgres
import Programme
import TestSupport
import Testing

@testable import Store

@Suite(.enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct PatternStoreTests {
  let officer = World.viewer(.council)

  static let pattern = Pattern(
    id: "missed-bins", edition: 3, title: "Fewer calls", description: "Why it matters",
    service: "Waste", category: "Avoided contact", method: "Amount", tangibility: "Tangible",
    cashability: "Non-cashable", stakeholders: ["Staff"],
    assumptions: [
      .init(field: "amount", value: "1000", reason: "A guess"),
      .init(field: "claimShare", value: "0.5", reason: "Half is ours"),
    ], measures: [], evidence: [], pitfalls: [])

  @Test("REC-2 What a benefit took from a pattern is stored with it, and who confirmed what")
  func adoption() async throws {
    try await TestDatabase.run { database in
      let benefit = try #require(Self.pattern.benefit(reference: "B001", council: "").value)
      let id = try await database.store.write(as: officer, .test("benefit.add")) { db in
        try db.addBenefit(
          benefit, to: officer.organisation, visibility: .shared, adopting: Self.pattern,
          by: .test("benefit.add"), as: officer)
      }
      let confirmed = try await database.store.write(as: officer, .test()) { db in
        try db.confirmAssumptions(
          [.amount, .volume], of: id, expecting: 1, by: .test("benefit.confirm"), as: officer)
      }
      #expect(confirmed == 1)
      let (stored, adoption, history) = try await database.store.read(as: officer) { db in
        (
          try db.benefit(id, as: officer), try db.adoption(of: id, as: officer),
          try db.history(of: id, as: officer)
        )
      }
      #expect(stored?.benefit.reference == "B001")
      #expect(adoption?.edition == 3)
      #expect(adoption?.assumptions.map(\.confirmedBy) == [officer.name, nil])
      #expect(stored.map { adoption?.open(in: $0.benefit).map(\.field) } == [.claimShare])
      #expect(history.first?.changes.map(\.field) == ["assumption.amount"])
      #expect(history.last?.changes.last?.after == "Fewer calls, edition 3")
      let stranger = World.viewer(.council, of: World.inverclyde)
      let unseen = try await database.store.read(as: stranger) { db in
        try db.adoption(of: id, as: stranger)
      }
      #expect(unseen == nil)
      await #expect(throws: Refusal.notFound) {
        try await database.store.write(as: stranger, .test()) { db in
          try db.confirmAssumptions([.claimShare], of: id, expecting: 1, by: .test(), as: stranger)
        }
      }
    }
  }

  @Test("REC-3 A council's pattern is its own until it is published, and only it removes it")
  func ownPatterns() async throws {
    try await TestDatabase.run { database in
      let other = World.viewer(.council, of: World.inverclyde)
      let ids = try await database.store.write(as: officer, .test("pattern.keep")) { db in
        var second = Self.pattern
        second.title = "For everybody"
        return try [
          db.keepPattern(Self.pattern, visibility: .draft, by: .test(), as: officer),
          db.keepPattern(second, visibility: .published, by: .test(), as: officer),
        ]
      }
      let own = try await database.store.read(as: officer) { db in try db.patterns(as: officer) }
      #expect(own.map(\.pattern.title) == ["Fewer calls", "For everybody"])
      #expect(own.map(\.pattern.id) == ids.map(\.description))
      let seen = try await database.store.read(as: other) { db in try db.patterns(as: other) }
      #expect(seen.map(\.pattern.title) == ["For everybody"])
      await #expect(throws: Refusal.forbidden) {
        try await database.store.write(as: other, .test()) { db in
          try db.removePattern(ids[1], by: .test(), as: other)
        }
      }
      await #expect(throws: Refusal.self) {
        try await database.store.write(as: officer, .test()) { db in
          _ = try db.keepPattern(Self.pattern, visibility: .draft, by: .test(), as: officer)
        }
      }
      try await database.store.write(as: officer, .test("pattern.remove")) { db in
        try db.removePattern(ids[1], by: .test("pattern.remove"), as: officer)
      }
      let left = try await database.store.read(as: other) { db in try db.patterns(as: other) }
      #expect(left.isEmpty)
    }
  }
}
