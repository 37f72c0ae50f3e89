import Calculator
import Foundation
import Postgres
import Programme
import TestSupport
import Testing

@testable import Store

@Suite(.enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct BenefitWriteTests {
  let officer = World.viewer(.council)

  @Test("BEN-1 Every field of a benefit comes back as it was stored")
  func everyFieldComesBack() async throws {
    try await TestDatabase.run { database in
      var maker = SyntheticRegister(seed: 7)
      var benefits = maker.register(council: "West Lothian Council", benefitCount: 24).benefits
      benefits[0].additional = ["Our column": "£5 – \"quoted\", {braced} \\ back\nslash"]
      benefits[0].stakeholders = ["Customers", "Staff; both, \"really\"", "NULL"]
      benefits[0].nextReview = Programme.Day(year: 2010, month: 2, day: 28)
      benefits[1].inputs.amount = Exact(text: "123456789012.123456789012345678")
      benefits[2].inputs.additionality = .percentagePoint
      benefits[2].inputs.affectedShare = Exact(text: "0.5")
      benefits[2].inputs.engagementShare = Exact(text: "0.25")
      benefits[2].inputs.retentionShare = Exact(text: "0.125")
      benefits[2].inputs.impactShare = Exact(text: "0.75")
      benefits[2].inputs.confidenceGrade = 6
      benefits[2].inputs.proxyValue = Exact(text: "-0.01")
      for benefit in benefits {
        let id = try await add(benefit, to: database)
        let stored = try await database.store.read(as: officer) { db in
          try db.benefit(id, as: officer)
        }
        #expect(stored?.benefit == benefit)
        #expect(stored?.stored.version == 1)
        #expect(stored?.councilCode?.description == "S12000040")
      }
    }
  }

  @Test("BEN-2 A change names the version it was made from; a second one from it is a conflict")
  func staleChange() async throws {
    try await TestDatabase.run { database in
      let id = try await add(World.benefit("B001"), to: database)
      let changed = try await change(id, expecting: 1, title: "First", in: database)
      #expect(changed.version == 2)
      await #expect(throws: Refusal.conflict(current: 2)) {
        try await change(id, expecting: 1, title: "Second", in: database)
      }
      let stored = try await database.store.read(as: officer) { db in
        try db.benefit(id, as: officer)
      }
      #expect(stored?.benefit.title == "First")
    }
  }

  @Test("BEN-2 Of twenty racing changes of one version exactly one is made")
  func racingChanges() async throws {
    try await TestDatabase.run { database in
      let id = try await add(World.benefit("B001"), to: database)
      let made = await withTaskGroup(of: Bool.self) { group in
        for number in 0..<20 {
          group.addTask {
            (try? await change(id, expecting: 1, title: "Title \(number)", in: database)) != nil
          }
        }
        return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      #expect(made == 1)
    }
  }

  @Test("BEN-3 A change of nothing makes neither a version nor an entry")
  func changeOfNothing() async throws {
    try await TestDatabase.run { database in
      let id = try await add(World.benefit("B001"), to: database)
      let changed = try await change(
        id, expecting: 1, title: World.benefit("B001").title, in: database)
      #expect(changed.version == 1)
      #expect(try await database.count("SELECT count(*) FROM journal_entry") == 1)
    }
  }

  @Test("BEN-4 A reference is used once in a register, whatever its case")
  func referenceIsTaken() async throws {
    try await TestDatabase.run { database in
      _ = try await add(World.benefit("B001"), to: database)
      await #expect {
        try await add(World.benefit("b001"), to: database)
      } throws: { error in
        guard case .invalid(let problems) = error as? Refusal else { return false }
        return problems.first?.place == .field("reference")
      }
      let next = try await database.store.read(as: officer) { db in
        try db.nextReference(in: officer.organisation, as: officer)
      }
      #expect(next == "B002")
    }
  }

  @Test("BEN-5 A benefit is withdrawn with a reason, which the journal keeps")
  func withdrawal() async throws {
    try await TestDatabase.run { database in
      let id = try await add(World.benefit("B001"), to: database)
      await #expect(throws: Refusal.self) {
        try await database.store.write(as: officer, .test()) { db in
          try db.withdrawBenefit(id, expecting: 1, reason: " \n", by: .test(), as: officer)
        }
      }
      let withdrawn = try await database.store.write(as: officer, .test()) { db in
        try db.withdrawBenefit(
          id, expecting: 1, reason: "The office closed", by: .test("benefit.withdraw"),
          as: officer)
      }
      #expect(withdrawn.noun.status == .withdrawn)
      let page = try await database.store.benefits(BenefitFilter(), as: officer)
      #expect(page.totals.count == 1)
      #expect(page.totals.cashable == .zero)
      #expect(page.rows.map(\.netTotal) == [nil])
      let history = try await database.store.read(as: officer) { db in
        try db.history(of: id, as: officer)
      }
      #expect(history.map(\.actName) == ["benefit.withdraw", "benefit.change"])
      #expect(history.first?.reason == "The office closed")
      #expect(history.first?.changes.map(\.field) == ["status"])
    }
  }

  @Test("BEN-6 Only officers of the council itself change its benefits")
  func onlyOwnOfficers() async throws {
    try await TestDatabase.run { database in
      let id = try await add(World.benefit("B001"), to: database, visibility: .published)
      for viewer in World.viewers {
        let mayChange = viewer.role == .council && viewer.organisation == World.westLothian
        let expected: Refusal = viewer.role == .admin ? .notFound : .forbidden
        let act = Act.test()
        do {
          try await database.store.write(as: viewer, act) { db in
            _ = try db.changeBenefit(
              id, expecting: 1, to: World.benefit("B001", title: "Other"),
              visibility: .published, by: act, as: viewer)
          }
          #expect(mayChange, "\(viewer.name)")
        } catch let refusal as Refusal {
          #expect(refusal == expected, "\(viewer.name)")
        }
      }
    }
  }

  @Test("BEN-7 The figures stored are the calculator's")
  func figuresAreTheCalculators() async throws {
    try await TestDatabase.run { database in
      var maker = SyntheticRegister(seed: 3)
      let register = maker.register(council: "West Lothian Council", benefitCount: 16)
      for benefit in register.benefits { _ = try await add(benefit, to: database) }
      let stored = try #require(
        try await database.store.read(as: officer) { db in
          try db.register(of: officer.organisation, as: officer)
        })
      let figures = calculate(stored.register.appraisal()).benefits
      #expect(stored.benefits.map(\.figures) == figures.map(StoredFigures.init))
    }
  }

  private func add(
    _ benefit: Benefit, to database: TestDatabase, visibility: Visibility = .draft
  ) async throws -> ID<Benefit> {
    try await database.store.write(as: officer, .test()) { db in
      try db.addBenefit(
        benefit, to: officer.organisation, visibility: visibility, by: .test(), as: officer)
    }
  }

  private func change(
    _ id: ID<Benefit>, expecting version: Int, title: String, in database: TestDatabase
  ) async throws -> Stored<Benefit> {
    try await database.store.write(as: officer, .test()) { db in
      try db.changeBenefit(
        id, expecting: version, to: World.benefit("B001", title: title), visibility: .draft,
        by: .test(), as: officer)
    }
  }
}
