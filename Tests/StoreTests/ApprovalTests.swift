import Calculator
import Foundation
import Postgres
import Programme
import TestSupport
import Testing

@testable import Store

@Suite(.enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct ApprovalTests {
  @Test("APP-6 APP-8 An approval freezes a baseline that later changes leave byte for byte")
  func freeze() async throws {
    try await TestDatabase.run { database in
      let (iain, morag) = try await database.twoOfficers()
      let id = try await database.addProfiled(as: iain)
      #expect(try await database.approve(id, iain, morag) == 1)
      let frozen = try await database.contents(of: id)
      let stored = try #require(try await database.approval(of: id, as: iain))
      #expect(stored.benefit.benefit.status == .approved)
      #expect(stored.sinceBaseline?.isEmpty == true)
      #expect(stored.baseline?.engine == EngineVersion.current)
      #expect(stored.baseline?.content.json == frozen.first)
      #expect(stored.baseline?.fingerprint == Fingerprint.of(frozen.first ?? "").text)
      #expect(stored.baseline?.content.netTotal == stored.benefit.figures.netTotal)

      try await database.change(id, as: morag) { $0.inputs.amount = Exact(2_000) }
      let changed = try #require(try await database.approval(of: id, as: iain))
      #expect(changed.sinceBaseline?.fields.map(\.label) == ["Amount"])
      #expect(changed.sinceBaseline?.years.isEmpty == false)
      #expect(try await database.contents(of: id) == frozen)
      #expect(try await database.approve(id, morag, iain) == 2)
      #expect(try await database.contents(of: id).first == frozen.first)
      let both = try #require(try await database.approval(of: id, as: iain)).baselines
      #expect(both.map(\.number) == [2, 1])
      let history = try await database.store.read(as: iain) { db in try db.history(of: id, as: iain)
      }
      #expect(history.flatMap(\.changes).count { $0.field == "approval" } == 4)
    }
  }

  @Test("APP-9 Whoever approves approves exactly what he saw, as it was submitted")
  func anotherVersion() async throws {
    try await TestDatabase.run { database in
      let (iain, morag) = try await database.twoOfficers()
      let id = try await database.addProfiled(as: iain)
      try await database.submit(id, as: iain)
      let seen = try #require(try await database.approval(of: id, as: morag)).fingerprint
      try await database.change(id, as: iain) { $0.inputs.amount = Exact(2_000) }
      let now = try #require(try await database.approval(of: id, as: morag))
      #expect(now.sinceSubmission?.isEmpty == false)
      for fingerprint in [seen, now.fingerprint, ""] {
        await #expect(throws: Refusal.conflict(current: 2)) {
          try await database.approve(id, seeing: fingerprint, as: morag)
        }
      }
      // The assumptions that the figures rest on count as much as the benefit itself.
      try await database.change(id, as: iain) { $0.inputs.amount = Exact(1_000) }
      let again = try #require(try await database.approval(of: id, as: morag))
      #expect(again.fingerprint == seen)
      #expect(try await database.approve(id, seeing: seen, as: morag) == 1)
    }
  }

  @Test("APP-5 An officer approves his own only when there is no other, with a reason, in sight")
  func selfApproval() async throws {
    try await TestDatabase.run { database in
      let (iain, morag) = try await database.twoOfficers()
      let id = try await database.addProfiled(as: iain)
      try await database.submit(id, as: iain)
      await #expect(throws: Refusal.self) {
        try await database.approve(id, seeing: nil, reason: "Mine", as: iain)
      }
      try await database.retireOfficers()
      let only = try await database.addOfficer("Only", of: World.inverclyde)
      let own = try await database.addProfiled(as: only, visibility: .draft)
      try await database.submit(own, as: only)
      for reason in ["", "We have one officer"] {
        await #expect(throws: Refusal.self) {
          try await database.approve(own, seeing: nil, reason: reason, as: only)
        }
      }
      try await database.change(own, visibility: .shared, as: only) { _ in }
      await #expect(throws: Refusal.self) {
        try await database.approve(own, seeing: nil, reason: "", as: only)
      }
      try await database.approve(own, seeing: nil, reason: "We have one officer", as: only)
      let office = World.viewer(.coordinator, of: World.programmeOffice)
      let lists = try await database.store.read(as: office) { db in
        try db.approvalLists(as: office)
      }
      #expect(lists.selfApproved.map(\.benefit) == [own])
      #expect(lists.selfApproved.first?.approved?.reason == "We have one officer")
      #expect(lists.waiting.map(\.benefit) == [id])
      for (viewer, count) in [(iain, 0), (morag, 1)] {
        let page = try await database.store.read(as: viewer) { db in
          try db.startPage(as: viewer)
        }
        #expect(page.lists[.waitingApproval]?.count == count)
      }
    }
  }

  @Test("APP-1 A step out of turn is refused: two submissions, a decision about nothing")
  func outOfTurn() async throws {
    try await TestDatabase.run { database in
      let (iain, morag) = try await database.twoOfficers()
      let id = try await database.addProfiled(as: iain)
      await #expect(throws: Refusal.self) { try await database.approve(id, seeing: nil, as: morag) }
      try await database.submit(id, as: iain)
      await #expect(throws: Refusal.self) { try await database.submit(id, as: morag) }
      await #expect(throws: Refusal.forbidden) {
        try await database.store.write(as: morag, .test()) { db in
          try db.takeBackForecast(id, by: .test(), as: morag)
        }
      }
      try await database.store.write(as: morag, .test()) { db in
        try db.returnForecast(id, reason: "The volume is last year's", by: .test(), as: morag)
      }
      let returned = try #require(try await database.approval(of: id, as: iain))
      #expect(returned.state == .returned)
      #expect(returned.approvals.first?.decided?.reason == "The volume is last year's")
      #expect(returned.benefit.benefit.status == .profiled)
      #expect(try await database.approve(id, iain, morag) == 1)
      // What is approved already is not approved again.
      await #expect(throws: Refusal.self) { try await database.submit(id, as: iain) }
    }
  }

  @Test("APP-3 A status past Profiled is refused by hand and allowed once there is a baseline")
  func statusByHand() async throws {
    try await TestDatabase.run { database in
      let (iain, morag) = try await database.twoOfficers()
      let id = try await database.addProfiled(as: iain)
      await #expect(throws: Refusal.self) {
        try await database.change(id, as: iain) { $0.status = .realising }
      }
      _ = try await database.approve(id, iain, morag)
      try await database.change(id, as: iain) { $0.status = .realising }
      let stored = try #require(try await database.approval(of: id, as: iain))
      #expect(stored.sinceBaseline?.isEmpty == true)
    }
  }

  @Test("APP-10 Nobody changes or deletes a baseline, not even who approved it")
  func unchangeable() async throws {
    try await TestDatabase.run { database in
      let (iain, morag) = try await database.twoOfficers()
      let id = try await database.addProfiled(as: iain)
      _ = try await database.approve(id, iain, morag)
      for statement: SQL in [
        "UPDATE baseline SET content = '{}'", "DELETE FROM baseline", "DELETE FROM approval",
      ] {
        await #expect {
          try await database.store.write(as: morag, .test()) { db in try db.execute(statement) }
        } throws: { ($0 as? PostgresError)?.kind == .insufficientPrivilege }
      }
    }
  }

  @Test("APP-8 What was approved of a draft stays its council's when the benefit is published")
  func draftsStay() async throws {
    try await TestDatabase.run { database in
      let (iain, morag) = try await database.twoOfficers()
      let id = try await database.addProfiled(as: iain, visibility: .draft)
      _ = try await database.approve(id, iain, morag)
      try await database.change(id, visibility: .published, as: iain) {
        $0.inputs.amount = Exact(700)
      }
      let other = World.viewer(.council, of: World.inverclyde)
      for (viewer, count) in [(iain, 1), (other, 0)] {
        #expect(try await database.approval(of: id, as: viewer)?.baselines.count == count)
        let rows = try await database.store.read(as: viewer) { db in
          try db.query("SELECT id FROM baseline UNION ALL SELECT id FROM approval") { _ in 0 }
        }
        #expect(rows.count == 2 * count)
      }
      _ = try await database.approve(id, iain, morag)
      #expect(try await database.approval(of: id, as: other)?.baselines.map(\.number) == [2])
    }
  }
}

extension TestDatabase {
  /// An officer with an account but no password, so that no hash is worked out.
  func addOfficer(
    _ name: String, of organisation: ID<Organisation> = World.westLothian
  ) async throws -> Viewer {
    let id = ID<Person>.random()
    try await execute(
      """
      INSERT INTO person (id, programme_id, organisation_id, role, name, email)
      VALUES (\(id.uuid), \(World.programme.uuid), \(organisation.uuid), 'council', \(name),
        \(id.description))
      """)
    let party = World.viewer(.council, of: organisation)
    return Viewer(
      person: id, name: name, role: .council, organisation: organisation,
      organisationName: party.organisationName, organisationCode: party.organisationCode,
      programme: World.programme)
  }

  /// Two officers of West Lothian.
  func twoOfficers() async throws -> (Viewer, Viewer) {
    (try await addOfficer("Iain"), try await addOfficer("Morag"))
  }

  /// A benefit that can be submitted.
  func addProfiled(
    _ reference: String = "B001", as officer: Viewer, visibility: Visibility = .shared
  ) async throws -> ID<Benefit> {
    var benefit = World.benefit(reference)
    benefit.status = .profiled
    benefit.owner = "Head of ICT"
    return try await store.write(as: officer, .test()) { [benefit] db in
      try db.addBenefit(
        benefit, to: officer.organisation, visibility: visibility, by: .test(), as: officer)
    }
  }

  func approval(of id: ID<Benefit>, as viewer: Viewer) async throws -> BenefitApproval? {
    try await store.read(as: viewer) { db in try db.approval(of: id, as: viewer) }
  }

  func submit(_ id: ID<Benefit>, as officer: Viewer) async throws {
    try await store.write(as: officer, .test("benefit.submit")) { db in
      let seen = try db.approval(of: id, as: officer)?.fingerprint ?? ""
      try db.submitForecast(
        id, seeing: seen, note: "Ready", by: .test("benefit.submit"), as: officer)
    }
  }

  @discardableResult
  func approve(
    _ id: ID<Benefit>, seeing seen: String?, reason: String = "", as officer: Viewer
  ) async throws -> Int {
    try await store.write(as: officer, .test("benefit.approve")) { db in
      let now = try db.approval(of: id, as: officer)?.fingerprint ?? ""
      return try db.approveForecast(
        id, seeing: seen ?? now, reason: reason, by: .test("benefit.approve"), as: officer)
    }
  }

  /// One submits, another approves.
  func approve(_ id: ID<Benefit>, _ one: Viewer, _ other: Viewer) async throws -> Int {
    try await submit(id, as: one)
    return try await approve(id, seeing: nil, as: other)
  }

  func change(
    _ id: ID<Benefit>, visibility: Visibility? = nil, as officer: Viewer,
    _ change: @Sendable @escaping (inout Benefit) -> Void
  ) async throws {
    try await store.write(as: officer, .test()) { db in
      guard let stored = try db.benefit(id, as: officer)?.stored else { throw Refusal.notFound }
      var benefit = stored.noun
      change(&benefit)
      try db.changeBenefit(
        id, expecting: stored.version, to: benefit, visibility: visibility ?? stored.visibility,
        by: .test(), as: officer)
    }
  }

  /// The stored texts of a benefit's baselines, first to last.
  func contents(of id: ID<Benefit>) async throws -> [String] {
    try await superuser.withConnection { db in
      try db.query(
        "SELECT content FROM baseline WHERE benefit_id = \(id.uuid) ORDER BY number"
      ) { row in try row.next(String.self) }
    }
  }
}
