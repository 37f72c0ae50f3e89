import Calculator
import Foundation
import Postgres
import Programme
import TestSupport
import Testing

@testable import Store

@Suite(.enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct ImportTests {
  let officer = World.viewer(.council)

  @Test("BEN-13 An import brings a register in whole, and the same file twice changes nothing")
  func twice() async throws {
    try await TestDatabase.run { database in
      let register = made(benefits: 25)
      let first = try await bring(register, into: database)
      let rows = 1 + register.channelCosts.count + 25 + register.costs.count
      #expect(first.outcome.added == rows + register.actuals.count)
      #expect(try await stored(in: database).register == register)
      let entries = try await database.count("SELECT count(*) FROM journal_entry")
      let second = try await bring(register, into: database)
      #expect(second.outcome.added == 0)
      #expect(second.outcome.changed == 0)
      #expect(try await database.count("SELECT count(*) FROM journal_entry") == entries)
      #expect(try await database.count("SELECT max(version) FROM benefit") == 1)
    }
  }

  @Test("BEN-14 An import with an error anywhere leaves nothing behind")
  func atomic() async throws {
    try await TestDatabase.run { database in
      var register = made(benefits: 25)
      register.benefits[24].reference = register.benefits[0].reference.lowercased()
      await #expect(throws: Refusal.self) { try await bring(register, into: database) }
      for table in ["benefit", "cost", "period_value", "journal_entry", "register"] {
        let left = try await database.count("SELECT count(*) FROM \(SQL.identifier(table))")
        #expect(left == 0, "\(table)")
      }
    }
  }

  @Test("BEN-15 An undone import leaves the register as it was, as one act")
  func undo() async throws {
    try await TestDatabase.run { database in
      var before = made(benefits: 20)
      before.cover.convention = .midYear
      before.cover.postRule = .whole
      before.cover.rateBase = .real
      before.cover.schedule = .health
      before.cover.deflator = "An index, made up"
      before.cover.deflatorIndexes = [DeflatorIndex(text: "2005/06 91.031")].compactMap(\.self)
      _ = try await bring(before, into: database)
      #expect(try await stored(in: database).register == before)
      let figures = try await stored(in: database).benefits.map(\.figures)
      var after = before
      after.cover.assumptions.onCostShare = Exact(text: "0.31") ?? .zero
      after.cover.convention = .endYear
      after.cover.postRule = .any
      after.cover.rateBase = nil
      after.cover.schedule = .flat
      after.cover.deflatorIndexes = []
      after.channelCosts[0].cost = Exact(9)
      after.channelCosts.append(ChannelCost(name: "Kiosk", cost: Exact(1)))
      after.benefits[3].title = "Changed"
      after.benefits[4].criteria = [Criterion(name: "Reputation", weight: .one, score: nil)]
      after.benefits[5].inputs.ramp = []
      after.costs[0].amount = Exact(-5)
      after.actuals[0].value = Exact(7)
      after.benefits.append(World.benefit("X001"))
      after.costs.append(
        Cost(
          reference: "C9", council: "", description: "", amount: .one, fromYear: 0, toYear: 0))
      let (run, outcome) = try await bring(after, into: database)
      // A benefit, a cost and a channel.
      #expect(outcome.added == 3)
      #expect(try await stored(in: database).register != before)
      let act = Act.test("import.undo")
      try await database.store.write(as: officer, act) { db in
        try db.undoImport(run, as: officer, by: act)
      }
      let restored = try await stored(in: database)
      #expect(restored.register == before)
      #expect(restored.benefits.map(\.figures) == figures)
      let totals = try await database.store.benefits(BenefitFilter(), as: officer).totals
      #expect(totals.count == 20)
      let entries = try await database.store.read(as: officer) { db in
        var filter = JournalFilter()
        filter.act = act.id
        return try db.journal(filter, as: officer)
      }
      // The head, three benefits, a cost and an actual as they were; a benefit and a cost gone.
      #expect(entries.count == 8)
      await #expect(throws: Refusal.self) {
        try await database.store.write(as: officer, act) { db in
          try db.undoImport(run, as: officer, by: act)
        }
      }
    }
  }

  @Test("BEN-16 A benefit that somebody changed since the check is named, and nothing is applied")
  func conflict() async throws {
    try await TestDatabase.run { database in
      let before = made(benefits: 10)
      _ = try await bring(before, into: database)
      var after = before
      after.benefits[2].title = "From the file"
      after.benefits[3].title = "From the file"
      let changed = after
      let run = try await stage(into: database)
      let target = try await stored(in: database).benefits[3]
      try await database.store.write(as: officer, .test()) { db in
        var benefit = target.benefit
        benefit.title = "By hand"
        try db.changeBenefit(
          target.id, expecting: 1, to: benefit, visibility: .draft, by: .test(), as: officer)
      }
      await #expect {
        try await confirm(run, changed, in: database)
      } throws: { error in
        guard case .invalid(let problems) = error as? Refusal else { return false }
        return problems.map(\.subject) == [target.benefit.reference]
      }
      let titles = try await stored(in: database).benefits.map(\.benefit.title)
      #expect(titles.contains("By hand"))
      #expect(!titles.contains("From the file"))
    }
  }

  @Test("BEN-17 An import whose rows were changed since is not undone; the rows are named")
  func undoAfterChange() async throws {
    try await TestDatabase.run { database in
      let (run, _) = try await bring(made(benefits: 5), into: database)
      let target = try await stored(in: database).benefits[1]
      try await database.store.write(as: officer, .test()) { db in
        _ = try db.withdrawBenefit(
          target.id, expecting: 1, reason: "No longer true", by: .test(), as: officer)
      }
      await #expect {
        try await database.store.write(as: officer, .test()) { db in
          try db.undoImport(run, as: officer, by: .test())
        }
      } throws: { error in
        guard case .invalid(let problems) = error as? Refusal else { return false }
        return problems.map(\.subject) == [target.benefit.reference]
      }
    }
  }

  @Test(
    "BEN-18 The file is kept byte for byte, for the council and auditors alone")
  func fileIsKept() async throws {
    try await TestDatabase.run { database in
      let bytes = (0..<(2 * ImportLimit.chunkBytes + 17)).map { UInt8(truncatingIfNeeded: $0 * 7) }
      let run = try await database.store.write(as: officer, .test()) { db in
        try db.stageImport(
          fileName: "a\u{0}b.xml", bytes: bytes, problems: [], into: officer.organisation,
          by: .test(), as: officer)
      }
      for viewer in World.viewers {
        let kept = try await database.store.read(as: viewer) { db in
          try db.importedFile(run, as: viewer)
        }
        let isOwn = viewer.organisation == World.westLothian && viewer.role != .admin
        #expect(kept == (isOwn || viewer.role == .auditor ? bytes : nil), "\(viewer.name)")
      }
    }
  }

  @Test("Another cover renews the figures of benefits that stay as they are")
  func coverRenewsFigures() async throws {
    try await TestDatabase.run { database in
      var register = made(benefits: 24)
      _ = try await bring(register, into: database)
      register.cover.assumptions.onCostShare = Exact(text: "0.4") ?? .zero
      register.channelCosts[1].cost = Exact(5)
      _ = try await bring(register, into: database)
      let stored = try await stored(in: database)
      let figures = calculate(register.appraisal()).benefits.map(StoredFigures.init)
      #expect(stored.benefits.map(\.figures) == figures)
      #expect(stored.benefits.allSatisfy { $0.stored.version == 1 })
    }
  }

  private func made(benefits: Int) -> Register {
    var maker = SyntheticRegister(seed: 11)
    return maker.register(council: officer.organisationName, benefitCount: benefits)
  }

  private func stored(in database: TestDatabase) async throws -> StoredRegister {
    try #require(
      try await database.store.read(as: officer) { db in
        try db.register(of: officer.organisation, as: officer)
      })
  }

  private func stage(into database: TestDatabase) async throws -> ID<ImportRun> {
    try await database.store.write(as: officer, .test("import.stage")) { db in
      try db.stageImport(
        fileName: "register.xml", bytes: Array("a file".utf8), problems: [],
        into: officer.organisation, by: .test("import.stage"), as: officer)
    }
  }

  @discardableResult
  private func confirm(
    _ run: ID<ImportRun>, _ register: Register, in database: TestDatabase
  ) async throws -> ImportOutcome {
    try await database.store.write(as: officer, .test("import.confirm")) { db in
      try db.confirmImport(run, register: register, as: officer, by: .test("import.confirm"))
    }
  }

  @discardableResult
  private func bring(
    _ register: Register, into database: TestDatabase
  ) async throws -> (run: ID<ImportRun>, outcome: ImportOutcome) {
    let run = try await stage(into: database)
    return (run, try await confirm(run, register, in: database))
  }
}
