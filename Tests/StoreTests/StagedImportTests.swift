import Calculator
import Foundation
import Postgres
import Programme
import TestSupport
import Testing

@testable import Store

@Suite(
  "A file that was checked and not yet applied",
  .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct StagedImportTests {
  let officer = World.viewer(.council)

  private func made(_ benefits: Int) -> Register {
    var maker = SyntheticRegister(seed: 11)
    return maker.register(council: officer.organisationName, benefitCount: benefits)
  }

  private func stage(in database: TestDatabase) async throws -> ID<ImportRun> {
    try await database.store.write(as: officer, .test("import.stage")) { [officer] db in
      try db.stageImport(
        fileName: "register.xml", bytes: [1, 2, 3], problems: [], into: officer.organisation,
        by: .test("import.stage"), as: officer)
    }
  }

  private func confirm(
    _ run: ID<ImportRun>, _ register: Register, in database: TestDatabase,
    matches: HeadingMatches = HeadingMatches()
  ) async throws -> ImportOutcome {
    try await database.store.write(as: officer, .test("import.confirm")) { [officer] db in
      try db.confirmImport(
        run, register: register, matches: matches, as: officer, by: .test("import.confirm"))
    }
  }

  private func discard(
    _ run: ID<ImportRun>, in database: TestDatabase, as viewer: Viewer? = nil
  ) async throws {
    let viewer = viewer ?? officer
    try await database.store.write(as: viewer, .test("import.discard")) { db in
      try db.discardImport(run, by: .test("import.discard"), as: viewer)
    }
  }

  private func run(_ id: ID<ImportRun>, in database: TestDatabase) async throws -> ImportRun {
    try await database.store.read(as: officer) { [officer] db in
      guard let run = try db.importRun(id, as: officer) else { throw Refusal.notFound }
      return run
    }
  }

  @Test("WB-62 A discarded import cannot be applied, is journalled once, and its file is kept")
  func discarded() async throws {
    try await TestDatabase.run { database in
      let id = try await stage(in: database)
      try await discard(id, in: database)
      try await discard(id, in: database)
      #expect(try await run(id, in: database).state == .discarded)
      await #expect(throws: Refusal.self) { try await confirm(id, made(3), in: database) }
      #expect(try await database.count("SELECT count(*) FROM benefit") == 0)
      #expect(try await database.count("SELECT count(*) FROM imported_file") == 1)
      let entries = try await database.store.read(as: officer) { [officer] db in
        try db.journal(JournalFilter(), as: officer)
      }
      #expect(entries.map(\.actName) == ["import.discard"])
      #expect(entries.map(\.label) == ["register.xml"])
    }
  }

  @Test("WB-62 An import that was applied, or another council's, is not discarded")
  func notDiscarded() async throws {
    try await TestDatabase.run { database in
      let id = try await stage(in: database)
      await #expect(throws: Refusal.notFound) {
        try await discard(id, in: database, as: World.viewer(.council, of: World.inverclyde))
      }
      await #expect(throws: Refusal.forbidden) {
        try await discard(id, in: database, as: World.viewer(.auditor))
      }
      _ = try await confirm(id, made(3), in: database)
      await #expect(throws: Refusal.self) { try await discard(id, in: database) }
      #expect(try await run(id, in: database).state == .confirmed)
    }
  }

  @Test("WB-63 The rows that a check counts are the rows that applying it counts")
  func sameCounts() async throws {
    try await TestDatabase.run { database in
      var register = made(12)
      for round in 0..<3 {
        if round == 1 {
          register.benefits[2].title = "Changed"
          register.channelCosts[0].cost = Exact(9)
          register.cover.project = "Another"
          register.costs.removeLast()
        }
        let stored = try await database.store.read(as: officer) { [officer] db in
          try db.register(of: officer.organisation, as: officer)?.register
        }
        let check = RegisterDifference(from: stored, to: register)
        let outcome = try await confirm(try await stage(in: database), register, in: database)
        #expect(outcome == ImportOutcome(check))
        #expect(round != 1 || outcome.changed == 3)
        #expect(round != 2 || (outcome.added == 0 && outcome.changed == 0))
      }
    }
  }

  @Test("WB-65 A check that is renewed compares with the register as it is now")
  func renewed() async throws {
    try await TestDatabase.run { database in
      var register = made(5)
      _ = try await confirm(try await stage(in: database), register, in: database)
      let id = try await stage(in: database)
      register.benefits[0].title = "By hand"
      _ = try await confirm(try await stage(in: database), register, in: database)
      register.benefits[0].title = "From the file"
      await #expect(throws: Refusal.self) { try await confirm(id, register, in: database) }
      let warning = Problem(
        .warning, at: .file, subject: "A", found: "", expected: "B", mend: "C")
      try await database.store.write(as: officer, .test("import.check")) { [officer] db in
        try db.recheckImport(id, problems: [warning], as: officer)
      }
      #expect(try await run(id, in: database).problems.warnings == 1)
      let matches = HeadingMatches([
        HeadingMatch(sheet: "Benefits", heading: "Our ref", meaning: .field("reference")),
        HeadingMatch(sheet: "Benefits", heading: "Sponsor", meaning: .leaveOut),
      ])
      #expect(try await confirm(id, register, in: database, matches: matches).changed == 1)
      #expect(try await run(id, in: database).matches == matches)
      await #expect(throws: Refusal.self) {
        try await database.store.write(as: officer, .test("import.check")) { [officer] db in
          try db.recheckImport(id, problems: [], as: officer)
        }
      }
    }
  }
}
