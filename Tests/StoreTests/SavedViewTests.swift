import Foundation
import Programme
import TestSupport
import Testing

@testable import Store

@Suite(.enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct SavedViewTests {
  /// Somebody with an account, so that what they keep is theirs.
  private func person(
    _ role: Role, of organisation: ID<Organisation>, _ email: String, in database: TestDatabase
  ) async throws -> Viewer {
    let id = try await database.store.addPerson(
      Person(name: email, email: email, role: role), password: "correct horse battery",
      organisation: organisation, programme: World.programme, by: .test("person.add"))
    let viewer = World.viewer(role, of: organisation)
    return Viewer(
      person: id, name: email, role: role, organisation: organisation,
      organisationName: viewer.organisationName, organisationCode: viewer.organisationCode,
      programme: World.programme)
  }

  @Test("BEN-23 A kept pivot is seen by its person or its organisation, and by auditors")
  func sight() async throws {
    try await TestDatabase.run { database in
      let here = World.westLothian
      let author = try await person(.council, of: here, "author@example.org", in: database)
      let colleague = try await person(.viewer, of: here, "reader@example.org", in: database)
      for (name, isShared) in [("Mine", false), ("Ours", true)] {
        _ = try await database.store.write(as: author, .test("view.keep")) { db in
          try db.addSavedView(
            name: name, query: "rows=status", isShared: isShared, by: .test(), as: author)
        }
      }
      let sights: [(Viewer, [String])] = [
        (author, ["Mine", "Ours"]), (colleague, ["Ours"]),
        (World.viewer(.council, of: World.inverclyde), []),
        (World.viewer(.coordinator, of: World.programmeOffice), []),
        (World.viewer(.auditor, of: World.programmeOffice), ["Mine", "Ours"]),
        (World.viewer(.admin), []),
      ]
      for (viewer, names) in sights {
        let seen = try await database.store.read(as: viewer) { db in
          try db.savedViews(as: viewer)
        }
        #expect(seen.map(\.name) == names, "\(viewer.name)")
        #expect(seen.allSatisfy { $0.isOwn == (viewer == author) }, "\(viewer.name)")
      }
      let ours = try #require(
        try await database.store.read(as: colleague) { db in
          try db.savedViews(as: colleague).first
        })
      await #expect(throws: Refusal.forbidden) {
        try await database.store.write(as: colleague, .test()) { db in
          try db.removeSavedView(ours.id, by: .test(), as: colleague)
        }
      }
    }
  }

  @Test(
    "A kept pivot needs a name of its own")
  func names() async throws {
    try await TestDatabase.run { database in
      let officer = World.viewer(.council)
      try await database.store.write(as: officer, .test()) { db in
        _ = try db.addSavedView(
          name: "Ours", query: "", isShared: true, by: .test(), as: officer)
        for name in ["", "ours", String(repeating: "a", count: 81), "a\u{0}b"] {
          #expect(throws: Refusal.self, "\(name)") {
            try db.addSavedView(name: name, query: "", isShared: true, by: .test(), as: officer)
          }
        }
      }
    }
  }
}
