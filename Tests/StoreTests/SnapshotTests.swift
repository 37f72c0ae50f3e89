import Calculator
import Programme
import TestSupport
import Testing

@testable import Store

@Suite(.enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct StoredSnapshotTests {
  @Test("A snapshot of any benefit comes back from its text as it was, and its years add up")
  func roundTrip() async throws {
    try await TestDatabase.run { database in
      let officer = try await database.fill(benefits: 40)[0]
      try await database.store.read(as: officer) { db in
        for benefit in try db.benefits(of: officer.organisation, as: officer) {
          let snapshot = try #require(try db.snapshot(of: benefit.id, as: officer))
          let again = try BenefitSnapshot(json: snapshot.json)
          #expect(again == snapshot)
          #expect(again.json == snapshot.json)
          #expect(snapshot.netTotal == benefit.figures.netTotal)
          #expect(snapshot.text(.title) == benefit.benefit.title)
        }
      }
    }
  }

  @Test("A text that is no snapshot is refused", arguments: ["", "{}", "[]", "{\"engine\":1}"])
  func unreadable(text: String) {
    #expect(throws: StoreError.self) { try BenefitSnapshot(json: text) }
  }
}
