import Calculator
import Foundation
import Postgres
import Programme
import TestSupport
import Testing

@testable import Store

@Suite(.enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct UndoTests {
  let officer = World.viewer(.council)

  /// Adds benefits as one act.
  private func add(
    _ references: [String], to database: TestDatabase, _ act: Act = .test("benefit.paste")
  ) async throws -> [ID<Benefit>] {
    try await database.store.write(as: officer, act) { db in
      try db.addBenefits(
        references.map { NewBenefit(World.benefit($0, title: "T \($0)"), visibility: .shared) },
        to: officer.organisation, at: { .field("row\($0)") }, by: act, as: officer)
    }
  }

  private func setOwner(
    _ owner: String, of ids: [ID<Benefit>], at version: Int, in database: TestDatabase, _ act: Act
  ) async throws -> Int {
    try await database.store.write(as: officer, act) { db in
      let changes = try db.ownBenefits(ids, as: officer).map { stored in
        var benefit = stored.benefit
        benefit.owner = owner
        return BenefitChange(
          id: stored.id, version: version, benefit: benefit, visibility: .published)
      }
      return try db.changeBenefits(changes, by: act, as: officer)
    }
  }

  private func undo(
    _ act: Act, in database: TestDatabase, as viewer: Viewer? = nil,
    _ undoing: Act = .test("benefit.undo")
  ) async throws {
    let viewer = viewer ?? officer
    try await database.store.write(as: viewer, undoing) { db in
      try db.undo(act.id, by: undoing, as: viewer)
    }
  }

  private func stored(
    _ ids: [ID<Benefit>], in database: TestDatabase
  ) async throws -> [StoredBenefit] {
    try await database.store.read(as: officer) { db in try db.ownBenefits(ids, as: officer) }
  }

  @Test("REC-6 Rows are added all or none, and those without a reference get numbers of their own")
  func addMany() async throws {
    try await TestDatabase.run { database in
      let ids = try await add(["B007", "", "X1", ""], to: database)
      let references = try await stored(ids, in: database).map(\.benefit.reference)
      #expect(references == ["B007", "B008", "B009", "X1"])
      await #expect {
        _ = try await add(["new", "x1", "NEW", ""], to: database)
      } throws: { error in
        guard case .invalid(let problems) = error as? Refusal else { return false }
        return problems.map(\.place) == [.field("row1"), .field("row2")]
      }
      #expect(try await database.count("SELECT count(*) FROM benefit") == 4)
      let page = try await database.store.benefits(BenefitFilter(), as: officer)
      #expect(page.totals.count == 4)
    }
  }

  @Test("REC-7 Many are changed as one act; one that somebody changed since stops them all")
  func changeMany() async throws {
    try await TestDatabase.run { database in
      let ids = try await add(["B001", "B002", "B003"], to: database)
      let act = Act.test("benefit.bulk")
      #expect(try await setOwner("Head of ICT", of: ids, at: 1, in: database, act) == 3)
      let entries = try await database.count(
        "SELECT count(*) FROM journal_entry WHERE act_id = \(act.id)")
      #expect(entries == 3)
      _ = try await setOwner("Somebody", of: [ids[1]], at: 2, in: database, .test())
      await #expect(throws: Refusal.conflict(current: 3)) {
        _ = try await setOwner("Me", of: ids, at: 2, in: database, .test("benefit.bulk"))
      }
      let owners = try await stored(ids, in: database).map(\.benefit.owner)
      #expect(owners == ["Head of ICT", "Somebody", "Head of ICT"])
      #expect(try await setOwner("Somebody", of: [ids[1]], at: 3, in: database, .test()) == 0)
      let stranger = World.viewer(.council, of: World.inverclyde)
      await #expect(throws: Refusal.notFound) {
        try await database.store.write(as: stranger, .test()) { db in
          _ = try db.changeBenefits(
            [
              BenefitChange(
                id: ids[0], version: 2, benefit: World.benefit("B001"), visibility: .draft)
            ], by: .test(), as: stranger)
        }
      }
    }
  }

  @Test("REC-9 Undoing makes every benefit of an act what it was; undoing that, what it became")
  func backAndForth() async throws {
    try await TestDatabase.run { database in
      let adding = Act.test("benefit.paste")
      let ids = try await add(["B001", "B002"], to: database, adding)
      let before = try await stored(ids, in: database)
      let change = Act.test("benefit.bulk")
      _ = try await setOwner("Head of ICT", of: ids, at: 1, in: database, change)
      let after = try await stored(ids, in: database)

      let back = Act.test("benefit.undo")
      try await undo(change, in: database, back)
      let restored = try await stored(ids, in: database)
      #expect(restored.map(\.benefit) == before.map(\.benefit))
      #expect(restored.map(\.stored.visibility) == [.shared, .shared])
      #expect(restored.map(\.stored.version) == [3, 3])
      #expect(restored.map(\.figures) == before.map(\.figures))

      try await undo(back, in: database)
      #expect(try await stored(ids, in: database).map(\.benefit) == after.map(\.benefit))
      await #expect(throws: Refusal.self) { try await undo(change, in: database) }
    }
  }

  @Test("REC-9 What an act added goes with it, and comes back; the totals follow")
  func goingAndComing() async throws {
    try await TestDatabase.run { database in
      let adding = Act.test("benefit.paste")
      let ids = try await add(["B001", "B002"], to: database, adding)
      let before = try await stored(ids, in: database).map(\.benefit)
      let undoing = Act.test("benefit.undo")
      try await undo(adding, in: database, undoing)
      #expect(try await stored(ids, in: database).isEmpty)
      let empty = try await database.store.benefits(BenefitFilter(), as: officer)
      #expect(empty.totals.count == 0)
      try await undo(undoing, in: database)
      let again = try await stored(ids, in: database)
      #expect(again.map(\.benefit) == before)
      #expect(again.map(\.stored.visibility) == [.shared, .shared])
      await #expect(throws: Refusal.self) { try await undo(undoing, in: database) }
    }
  }

  @Test("REC-10 What somebody changed since is named, and nothing is undone")
  func changedSince() async throws {
    try await TestDatabase.run { database in
      let adding = Act.test("benefit.paste")
      let ids = try await add(["B001", "B002"], to: database, adding)
      _ = try await setOwner("Somebody", of: [ids[1]], at: 1, in: database, .test())
      await #expect {
        try await undo(adding, in: database)
      } throws: { error in
        guard case .invalid(let problems) = error as? Refusal else { return false }
        return problems.map(\.subject) == ["B002"]
      }
      #expect(try await stored(ids, in: database).count == 2)
    }
  }

  @Test("REC-11 Nobody else undoes a council's acts, and a decision is not undone in passing")
  func notTheirs() async throws {
    try await TestDatabase.run { database in
      let adding = Act.test("benefit.add")
      _ = try await add(["B001"], to: database, adding)
      for viewer in [World.viewer(.council, of: World.inverclyde), World.viewer(.coordinator)] {
        await #expect(throws: Refusal.self) {
          try await undo(adding, in: database, as: viewer)
        }
      }
      let decision = Act.test("benefit.approve")
      _ = try await add(["B002"], to: database, decision)
      await #expect(throws: Refusal.self) { try await undo(decision, in: database) }
      #expect(
        try await database.count("SELECT count(*) FROM benefit WHERE removed_at IS NULL") == 2)
    }
  }
}
