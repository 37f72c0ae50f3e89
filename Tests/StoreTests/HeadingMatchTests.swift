import Foundation
import Postgres
import Programme
import TestSupport
import Testing

@testable import Store

@Suite(
  "What a council's own headings mean",
  .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct HeadingMatchTests {
  let officer = World.viewer(.council)

  private func match(_ heading: String, _ meaning: HeadingMatch.Meaning) -> HeadingMatch {
    HeadingMatch(sheet: "Benefits", heading: heading, meaning: meaning)
  }

  private func save(_ matches: [HeadingMatch], in database: TestDatabase) async throws {
    try await database.store.write(as: officer, .test("import.match")) { [officer] db in
      try db.saveHeadingMatches(
        matches, of: officer.organisation, by: .test("import.match"), as: officer)
    }
  }

  private func saved(
    in database: TestDatabase, as viewer: Viewer? = nil
  ) async throws -> [SavedHeadingMatch] {
    let viewer = viewer ?? officer
    return try await database.store.read(as: viewer) { db in
      try db.headingMatches(of: World.westLothian, as: viewer)
    }
  }

  private func journal(in database: TestDatabase) async throws -> [JournalEntry] {
    try await database.store.read(as: officer) { [officer] db in
      try db.journal(JournalFilter(), as: officer).filter { $0.kind == "heading" }
    }
  }

  @Test("WB-59 A heading has one meaning, the last that was said, and what changed is journalled")
  func saving() async throws {
    try await TestDatabase.run { database in
      let first = [
        match("Our ref", .field("reference")), match("Sponsor", .keep), match("Secret", .leaveOut),
      ]
      try await save(first, in: database)
      try await save([match("OUR-REF", .field("title")), match("Sponsor", .keep)], in: database)
      let saved = try await saved(in: database)
      #expect(
        saved.map(\.match) == [
          match("OUR-REF", .field("title")), match("Secret", .leaveOut), match("Sponsor", .keep),
        ])
      #expect(saved.map(\.version) == [2, 1, 1])
      let changes = try await journal(in: database).flatMap(\.changes)
      #expect(
        changes.map { "\($0.before) > \($0.after)" } == [
          "Reference > Title", " > left out", " > kept as additional data", " > Reference",
        ])
      #expect(saved.first?.changedBy == officer.name)
    }
  }

  @Test(
    "WB-59 A match that is removed is no longer applied, may be said anew, and stays journalled")
  func removing() async throws {
    try await TestDatabase.run { database in
      try await save([match("Our ref", .field("reference"))], in: database)
      let id = try #require(try await saved(in: database).first?.id)
      for refused in [World.viewer(.auditor), World.viewer(.council, of: World.inverclyde)] {
        await #expect(throws: Refusal.self) {
          try await database.store.write(as: refused, .test()) { db in
            try db.removeHeadingMatch(id, by: .test(), as: refused)
          }
        }
      }
      try await database.store.write(as: officer, .test("import.match")) { [officer] db in
        try db.removeHeadingMatch(id, by: .test("import.match"), as: officer)
      }
      #expect(try await saved(in: database).isEmpty)
      await #expect(throws: Refusal.notFound) {
        try await database.store.write(as: officer, .test()) { [officer] db in
          try db.removeHeadingMatch(id, by: .test(), as: officer)
        }
      }
      try await save([match("Our ref", .keep)], in: database)
      #expect(try await saved(in: database).map(\.version) == [1])
      #expect(try await journal(in: database).count == 3)
    }
  }

  @Test("WB-59 A heading is no essay, and a council keeps a bounded number of them")
  func bounded() async throws {
    try await TestDatabase.run { database in
      let long = String(repeating: "x", count: 201)
      await #expect(throws: Refusal.self) { try await save([match(long, .keep)], in: database) }
      let wide = String(repeating: "\u{1D11E}", count: 200)
      let many = (1..<ImportLimit.matchesListed).map { match("Column \($0)", .keep) }
      try await save(many + [match(wide, .keep)], in: database)
      try await save([match("column 7", .leaveOut)], in: database)
      await #expect(throws: Refusal.self) {
        try await save([match("One more", .keep)], in: database)
      }
      #expect(try await saved(in: database).count == ImportLimit.matchesListed)
    }
  }

  @Test("WB-59 Matches are the council's own, and the auditors'")
  func sight() async throws {
    try await TestDatabase.run { database in
      try await save([match("Our ref", .keep)], in: database)
      for viewer in World.viewers {
        let seen = try await saved(in: database, as: viewer).count { $0.match.heading == "Our ref" }
        let isOwn = viewer.organisation == World.westLothian && viewer.role != .admin
        #expect(seen == (isOwn || viewer.role == .auditor ? 1 : 0), "\(viewer.name)")
        let isOwnOfficer = viewer.mayChange(recordsOf: World.westLothian)
        let written: Void? = try? await database.store.write(as: viewer, .test()) { db in
          try db.saveHeadingMatches(
            [match("Another", .keep)], of: World.westLothian, by: .test(), as: viewer)
        }
        #expect((written != nil) == isOwnOfficer, "\(viewer.name)")
      }
    }
  }
}
