import Calculator
import Foundation
import Postgres
import Programme
import TestSupport
import Testing

@testable import Store

@Suite(
  "Offices, readiness, responsibilities, objectives and charter in the store",
  .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct PartyStoreTests {
  private func day(_ text: String) throws -> Programme.Day {
    guard let day = Programme.Day(text: text) else { throw StoreError.inconsistent(text) }
    return day
  }

  @discardableResult
  private func write<T: Sendable>(
    _ database: TestDatabase, _ viewer: Viewer,
    _ body: @Sendable (isolated Database) throws -> T
  ) async throws -> T {
    try await database.store.write(as: viewer, .test("office.add"), body)
  }

  @Test(
    "PTY-2 to PTY-5: offices come back exactly, follow one another, and are kept by their own party"
  )
  func offices() async throws {
    try await TestDatabase.run { database in
      let (officer, west) = (World.officer, World.westLothian)
      var office = Office(
        kind: .keyDecisionMaker, person: World.officer.person, holder: "",
        limit: Exact(text: "250000.01"), from: try day("2004-04-01"))
      let first = try await write(database, officer) { [office] db in
        try db.addOffice(office, of: west, by: .test(), as: officer)
      }
      office.person = nil
      office.holder = "Elspeth Shaw"
      office.limit = nil
      office.from = try day("2005-01-01")
      let second = try await write(database, World.coordinator) { [office] db in
        try db.addOffice(office, of: west, by: .test(), as: World.coordinator)
      }
      let read = try await database.store.read(as: World.partner) { db in
        (
          try db.office(first, as: World.partner), try db.offices(of: west, as: World.partner),
          try db.decisionMaker(of: west, as: World.partner),
          try db.decisionMaker(of: World.inverclyde, as: World.partner)
        )
      }
      #expect(read.0?.office.holder == World.officer.name && read.0?.version == 2)
      #expect(read.0?.office.limit == Exact(text: "250000.01"))
      #expect(read.0?.office.to == (try day("2004-12-31")))
      #expect(read.1.map(\.id) == [second, first])
      #expect(read.2 == DecisionMaker(office) && read.2?.limit == nil)
      #expect(read.3 == nil)

      try await refusals(of: office, first, second, in: database)
      await #expect(throws: Refusal.self) {
        try await write(database, officer) { db in
          try db.withdrawOffice(second, expecting: 1, by: .test(), as: officer)
        }
      }
      try await write(database, officer) { db in
        try db.withdrawOffice(
          second, expecting: 1,
          by: Act(name: "office.withdraw", requestID: "t", reason: "Never appointed"),
          as: officer)
      }
      let left = try await database.store.read(as: officer) { db in
        (
          try db.offices(of: west, as: officer),
          try db.history(of: "office", second.uuid, as: officer)
        )
      }
      #expect(left.0.map(\.id) == [first])
      #expect(left.1.map(\.version) == [2, 1])
      #expect(left.1.last?.changes.map(\.field) == ["kind", "holder", "from"])
    }
  }

  /// What others may not do with the second office of West Lothian, nor anybody with the first.
  private func refusals(
    of office: Office, _ first: ID<Office>, _ second: ID<Office>, in database: TestDatabase
  ) async throws {
    let (officer, west) = (World.officer, World.westLothian)
    for (viewer, refusal) in [
      (World.otherOfficer, Refusal.forbidden), (World.partner, .forbidden),
      (World.viewer(.auditor), .forbidden), (World.viewer(.viewer), .forbidden),
    ] {
      await #expect(throws: refusal) {
        try await write(database, viewer) { [office] db in
          try db.changeOffice(second, expecting: 1, to: office, by: .test(), as: viewer)
        }
      }
    }
    await #expect(throws: Refusal.conflict(current: 2)) {
      try await write(database, officer) { [office] db in
        try db.changeOffice(first, expecting: 1, to: office, by: .test(), as: officer)
      }
    }
    for wrong in [World.otherOfficer.person, World.partner.person] {
      var stranger = office
      stranger.person = wrong
      await #expect(throws: Refusal.self) {
        try await write(database, officer) { [stranger] db in
          try db.changeOffice(second, expecting: 1, to: stranger, by: .test(), as: officer)
        }
      }
    }
    await #expect(throws: Refusal.self) {
      try await write(database, officer) { [office] db in
        try db.addOffice(office, of: west, by: .test(), as: officer)
      }
    }
  }

  @Test("PTY-5 and PTY-6: a council says how ready it is, upon the version that it saw")
  func readiness() async throws {
    try await TestDatabase.run { database in
      let (officer, west) = (World.officer, World.westLothian)
      let answer = ReadinessAnswer(standing: .inPlace, day: try day("2004-04-01"), note: "Monthly")
      let readiness = Readiness([.localBoard: answer])
      for (version, expected) in [(0, 1), (1, 1)] {
        let made = try await write(database, officer) { db in
          try db.saveReadiness(
            readiness, of: west, expecting: version, by: .test(), as: officer)
        }
        #expect(made == expected)
      }
      await #expect(throws: Refusal.conflict(current: 1)) {
        try await write(database, World.coordinator) { db in
          try db.saveReadiness(
            Readiness(), of: west, expecting: 0, by: .test(), as: World.coordinator)
        }
      }
      for (viewer, party, refusal) in [
        (World.otherOfficer, west, Refusal.forbidden),
        (World.coordinator, World.supplier, .notFound),
        (World.coordinator, World.elsewhere, .notFound),
      ] {
        await #expect(throws: refusal) {
          try await write(database, viewer) { db in
            try db.saveReadiness(
              readiness, of: party, expecting: 0, by: .test(), as: viewer)
          }
        }
      }
      let all = try await database.store.read(as: World.partner) { db in
        try db.readiness(as: World.partner)
      }
      #expect(all.keys.map(\.self) == [west])
      #expect(all[west]?.readiness[.localBoard] == answer)
      #expect(all[west]?.readiness[.data].standing == .notYet)
    }
  }

  @Test("PTY-7 and PTY-8: a part that changes is unconfirmed, the others' confirmations stay")
  func responsibilities() async throws {
    try await TestDatabase.run { database in
      let (coordinator, officer, partner) = (World.coordinator, World.officer, World.partner)
      let activity = Activity(title: "Move the data")
      let parts = try ActivityParts([
        World.supplier: .accountable, World.westLothian: .responsible,
        World.inverclyde: .responsible,
      ])
      let id = try await write(database, coordinator) { db in
        try db.addActivity(activity, parts: parts, by: .test(), as: coordinator)
      }
      for viewer in [officer, partner, World.otherOfficer] {
        try await write(database, viewer) { db in
          try db.confirmResponsibility(id, expecting: 1, by: .test(), as: viewer)
        }
      }
      let asked = try await database.count(
        "SELECT count(*) FROM notice WHERE kind = 'responsibilityAsked'")
      #expect(asked == 3)
      let moved = try ActivityParts([
        World.westLothian: .accountable, World.supplier: .responsible,
        World.inverclyde: .responsible,
      ])
      let version = try await write(database, coordinator) { db in
        try db.changeActivity(
          id, expecting: 1, to: activity, parts: moved, by: .test(), as: coordinator)
      }
      #expect(version == 2)
      let stored = try await database.store.read(as: officer) { db in
        try db.activities(as: officer)
      }
      let confirmed = stored.first?.assignments.filter { $0.value.confirmedAt != nil }
      #expect(confirmed?.keys.map(\.self) == [World.inverclyde])
      #expect(stored.first?.accountable == World.westLothian)
      #expect(stored.first?.unconfirmedCount == 2)

      await #expect(throws: Refusal.conflict(current: 2)) {
        try await write(database, officer) { db in
          try db.confirmResponsibility(id, expecting: 1, by: .test(), as: officer)
        }
      }
      await #expect(throws: Refusal.notFound) {
        try await write(database, coordinator) { db in
          try db.confirmResponsibility(id, expecting: 2, by: .test(), as: coordinator)
        }
      }
      await #expect(throws: Refusal.forbidden) {
        try await write(database, officer) { db in
          try db.changeActivity(
            id, expecting: 2, to: activity, parts: moved, by: .test(), as: officer)
        }
      }
      await #expect(throws: Refusal.self) {
        try await write(database, coordinator) { db in
          try db.addActivity(activity, parts: parts, by: .test(), as: coordinator)
        }
      }
    }
  }

  @Test("PTY-9, PTY-10 and PTY-11: objectives, charter and other programmes keep what was agreed")
  func agreed() async throws {
    try await TestDatabase.run { database in
      let (coordinator, officer) = (World.coordinator, World.officer)
      let target = ObjectiveTarget(words: "Every council live", by: try day("2008-03-31"))
      var objective = ProgrammeObjective(title: "Better access", targets: [.after: target])
      let other = OtherProgramme(
        name: "Payroll", from: try day("2006-01-01"), people: ["Iain Sinclair", "A; B"],
        parties: [World.westLothian])
      let (id, otherID) = try await write(database, coordinator) { [objective] db in
        (
          try db.addObjective(objective, by: .test(), as: coordinator),
          try db.addOtherProgramme(other, by: .test(), as: coordinator)
        )
      }
      var benefit = World.benefit("B001")
      benefit.objective = "BETTER access"
      try await write(database, officer) { [benefit] db in
        _ = try db.addBenefit(
          benefit, to: World.westLothian, visibility: .published, by: .test(), as: officer)
        _ = try db.addBenefit(
          World.benefit("B002"), to: World.westLothian, visibility: .draft, by: .test(),
          as: officer)
      }
      objective.targets[.short] = ObjectiveTarget(words: "Five councils live")
      try await write(database, coordinator) { [objective] db in
        try db.changeObjective(id, expecting: 1, to: objective, by: .test(), as: coordinator)
      }
      let read = try await database.store.read(as: World.partner) { db in
        (
          try db.objectives(as: World.partner), try db.objectiveUse(as: World.partner),
          try db.otherProgramme(otherID, as: World.partner)
        )
      }
      #expect(read.0.map(\.objective) == [objective])
      #expect(read.1.map(\.words) == ["BETTER access"])
      #expect(read.2?.other == other)

      for (text, after) in [("We tell early.", 0), ("We tell early and mend.", 1)] {
        try await write(database, coordinator) { db in
          try db.publishCharter(
            Charter(text: text), after: after, by: .test(), as: coordinator)
        }
        try await write(database, World.partner) { db in
          try db.acceptCharter(after + 1, by: .test(), as: World.partner)
        }
      }
      for (number, refusal) in [(1, Refusal.conflict(current: 2)), (3, .conflict(current: 2))] {
        await #expect(throws: refusal) {
          try await write(database, officer) { db in
            try db.acceptCharter(number, by: .test(), as: officer)
          }
        }
      }
      await #expect(throws: Refusal.forbidden) {
        try await write(database, officer) { db in
          try db.publishCharter(Charter(text: "Mine"), after: 2, by: .test(), as: officer)
        }
      }
      let charters = try await database.store.read(as: officer) { db in
        try db.charters(as: officer)
      }
      #expect(charters.map(\.charter.text) == ["We tell early and mend.", "We tell early."])
      #expect(
        charters.map { $0.acceptances.keys.map(\.self) } == [[World.supplier], [World.supplier]])
      let asked = try await database.count(
        "SELECT count(*) FROM notice WHERE kind = 'charterAsked'")
      #expect(asked == 6)
    }
  }
}
