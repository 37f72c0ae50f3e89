import Calculator
import Foundation
import Postgres
import Programme
import TestSupport
import Testing

@testable import Store

@Suite(.enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct StoredChangeTests {
  typealias Day = Programme.Day
  let supplier = World.partner
  let officer = World.officer
  let other = World.otherOfficer
  let coordinator = World.coordinator

  @Test(
    "CHG-3 CHG-4 CHG-15 Positions are kept with their version, and an amendment opens them again")
  func negotiated() async throws {
    try await TestDatabase.run { database in
      let milestone = try await database.milestone("2010-06-01")
      let number = try await database.propose(moving: milestone, to: "2010-09-01")
      let change = try await database.change(number)
      #expect(change.parties.map(\.name) == ["Inverclyde Council", "West Lothian Council"])
      #expect(change.current?.milestones.map(\.effect.from.description) == ["2010-06-01"])
      try await database.answer(number, .accept, as: officer)
      #expect(try await database.silentParties(on: number) == ["Inverclyde Council"])
      try await database.answer(number, .accept, as: other)
      #expect(try await database.silentParties(on: number).isEmpty)
      #expect(try await database.change(number).process.tally(today: change.today).isUnanimous)
      let days = [milestone: try #require(Day(text: "2010-08-01"))]
      try await database.answer(
        number, .counter, words: "Too late", instead: "In August", days: days, as: other)
      let countered = try await database.change(number)
      #expect(countered.positions.map(\.position.answer) == [.accept, .accept, .counter])
      #expect(countered.process.tally(today: change.today).accepted == 1)
      await #expect(throws: Refusal.forbidden) {
        try await database.answer(number, .accept, as: supplier)
      }
      let counter = try #require(countered.positions.last)
      await #expect(throws: Refusal.conflict(current: countered.version)) {
        try await database.adopt(counter.id, on: number, expecting: 1)
      }
      try await database.adopt(counter.id, on: number, expecting: countered.version)
      let adopted = try await database.change(number)
      #expect(adopted.process.revision == 2)
      #expect(adopted.change.after == "In August")
      #expect(adopted.current?.milestones.map(\.effect.to.description) == ["2010-08-01"])
      #expect(adopted.process.tally(today: change.today).waiting == 2)
      #expect(adopted.positions.map(\.revision) == [1, 1, 1])
      await #expect(throws: Refusal.conflict(current: 2)) {
        try await database.answer(number, .accept, revision: 1, as: officer)
      }
      let told = try await database.count(
        "SELECT count(*) FROM notice WHERE kind IN ('positionAsked', 'changeAmended')")
      #expect(told == 4)
    }
  }

  @Test("CHG-9 CHG-10 CHG-16 What is agreed is in plan and register at once, or nothing is agreed")
  func applied() async throws {
    try await TestDatabase.run { database in
      let benefit = try await database.benefit("B001", .published)
      _ = try await database.benefit("B002", .shared)
      let milestone = try await database.milestone("2010-06-01")
      for line in ["B001", "S12000040 B002", "S12000018 B001"] {
        await #expect(throws: Refusal.self) {
          _ = try await database.propose(
            moving: milestone, to: "2010-09-01", [.init(line, .startYear, to: "2")])
        }
      }
      let number = try await database.propose(
        moving: milestone, to: "2010-09-01",
        [
          .init("S12000040 B001", .startYear, to: "2"), .init("S12000040 B001", .years, to: "3"),
        ], parties: [World.inverclyde])
      #expect(try await database.change(number).parties.count == 2)
      try await database.setStart(of: benefit, to: "1")
      let refused = await #expect(throws: Refusal.self) { try await database.decide(number) }
      guard case .invalid(let problems) = refused else { return }
      #expect(problems.map(\.found) == ["1"])
      #expect(try await database.change(number).process.state == .proposed)
      try await database.setStart(of: benefit, to: "0")
      try await database.decide(number)
      let agreed = try await database.change(number, as: officer)
      let shift = try #require(agreed.current?.benefits.first)
      #expect(shift.isApplied)
      #expect(shift.netBefore != shift.netAfter)
      #expect(agreed.current?.milestones.map(\.now.description) == ["2010-09-01"])
      let changed = try #require(
        try await database.store.read(as: officer) { db in try db.benefit(benefit, as: officer) })
      #expect(changed.benefit.inputs.startYear == 2)
      #expect(changed.stored.visibility == .published)
      let entry = try await database.store.read(as: officer) { db in
        try db.history(of: benefit, as: officer).first
      }
      #expect(entry?.reason == "Change \(number): The upgrade moves from March to June")
      #expect(entry?.actorName == coordinator.name)
    }
  }

  @Test("CHG-10 A milestone that was moved meanwhile is named, and nothing is agreed")
  func movedMeanwhile() async throws {
    try await TestDatabase.run { database in
      let milestone = try await database.milestone("2010-06-01")
      let number = try await database.propose(moving: milestone, to: "2010-09-01")
      let second = try await database.propose(moving: milestone, to: "2010-10-01")
      try await database.decide(second)
      let refused = await #expect(throws: Refusal.self) { try await database.decide(number) }
      guard case .invalid(let problems) = refused else { return }
      #expect(problems.map(\.found) == ["1 October 2010"])
      #expect(try await database.change(number).process.decision == nil)
    }
  }

  @Test(
    "CHG-3 The database itself lets nobody speak or acknowledge for another party",
    arguments: ["plan_change_position", "plan_change_acknowledgement", "plan_change_decision"])
  func secondLock(table: String) async throws {
    try await TestDatabase.shared(.everything) { database in
      let name = SQL.identifier(table)
      await #expect {
        try await database.store.write(as: officer, .test()) { db in
          try db.execute(
            """
            INSERT INTO \(name) OVERRIDING USER VALUE
            SELECT (json_populate_record(t, json_build_object('organisation_id',
              \(World.programmeOffice.uuid)))).* FROM \(name) t
            """)
        }
      } throws: { error in
        (error as? PostgresError)?.kind == .insufficientPrivilege
      }
    }
  }

  @Test("CHG-13 Of two decisions that race exactly one is made")
  func race() async throws {
    try await TestDatabase.run { database in
      let milestone = try await database.milestone("2010-06-01")
      let number = try await database.propose(moving: milestone, to: "2010-09-01")
      let made = await withTaskGroup(of: Bool.self) { group in
        for place in 0..<6 {
          group.addTask {
            let outcome: ChangeDecision.Outcome = place % 2 == 0 ? .agree : .reject
            return (try? await database.decide(number, outcome)) != nil
          }
        }
        return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      #expect(made == 1)
      #expect(try await database.count("SELECT count(*) FROM plan_change_decision") == 1)
      let change = try await database.change(number)
      let day = change.current?.milestones.first?.now.description
      #expect(day == (change.process.state == .agreed ? "2010-09-01" : "2010-06-01"))
    }
  }

  @Test(
    "CHG-11 CHG-12 CHG-14 Told, reminded once a day, deemed when silent, and acknowledged by each")
  func acknowledged() async throws {
    try await TestDatabase.run { database in
      let milestone = try await database.milestone("2010-06-01")
      let number = try await database.propose(moving: milestone, to: "2010-09-01")
      #expect(try await database.chase(number) == 2)
      let waits = try await database.store.read(as: officer) { [officer, supplier] db in
        try [officer, supplier].map { try db.changePage(ChangeFilter(), as: $0).rows.map(\.isOurs) }
      }
      #expect(waits == [[true], [false]])
      await #expect(throws: Refusal.self) { try await database.chase(number) }
      await #expect(throws: Refusal.self) { try await database.acknowledge(number, as: officer) }
      try await database.decide(number, .reject)
      try await database.tell(number, by: "2010-04-10")
      try await database.acknowledge(number, as: officer)
      #expect(try await database.silentParties(on: number) == ["Inverclyde Council"])
      await #expect(throws: Refusal.self) { try await database.acknowledge(number, as: officer) }
      database.clock.advance(seconds: 20 * 86_400)
      let late = try await database.change(number)
      let silent = try #require(late.process.parties.first { $0.id == World.inverclyde })
      #expect(late.process.acknowledgement(of: silent, today: late.today) == .deemed(days: 10))
      #expect(late.process.state == .communicated)
      let list = try await database.store.read(as: other) { [other] db in
        var filter = ChangeFilter()
        filter.need = .ours
        return try db.changePage(filter, as: other)
      }
      #expect(list.rows.map(\.number) == [number])
      #expect(list.rows.map(\.acknowledgedCount) == [1])
      #expect(list.counts[.overdue] == 1)
      #expect(try await database.chase(number) == 1)
      await #expect(throws: Refusal.self) {
        try await database.acknowledge(number, for: World.inverclyde, as: coordinator)
      }
      try await database.acknowledge(
        number, for: World.inverclyde, received: "By telephone from Ann", as: coordinator)
      #expect(try await database.change(number).process.state == .acknowledged)
    }
  }
}

extension TestDatabase {
  /// The parties that the grid says have still to say something to a change.
  fileprivate func silentParties(on number: Int) async throws -> [String] {
    try await store.read(as: World.coordinator) { db in
      try db.programmeStanding(as: World.coordinator).parties
        .filter { $0.silentOn.contains(number) }.map(\.party.name)
    }
  }

  /// A change that was counter-proposed, rejected, told and acknowledged.
  func fillChanges() async throws {
    let milestone = try await milestone("2010-06-01")
    _ = try await benefit("CHG1", .published)
    let number = try await propose(
      moving: milestone, to: "2010-09-01", [.init("S12000040 CHG1", .startYear, to: "2")])
    try await answer(
      number, .counter, words: "Late", instead: "In July",
      days: [milestone: try day("2010-07-01")], as: World.otherOfficer)
    try await decide(number, .reject)
    try await tell(number, by: "2010-05-20")
    try await acknowledge(number, as: World.otherOfficer)
  }

  func change(_ number: Int, as viewer: Viewer = World.partner) async throws
    -> StoredChange
  {
    let found = try await store.read(as: viewer) { db in try db.change(number, as: viewer) }
    return try #require(found)
  }

  func propose(
    moving milestone: ID<Milestone>, to day: String,
    _ benefits: [ChangeProposal.BenefitLine] = [],
    parties: [ID<Organisation>] = [World.westLothian, World.inverclyde]
  ) async throws -> Int {
    let reading = PlanChange.read([
      .title: "The upgrade moves from March to June", .before: "March", .after: "June",
      .reason: "Data is late", .positionsDue: "2010-04-15", .acknowledgementDue: "2010-05-15",
      .authority: "The co-ordinator",
    ])
    var proposal = ChangeProposal(try #require(reading.value), parties: parties)
    proposal.milestones = [.init(milestone, to: try self.day(day))]
    proposal.benefits = benefits
    let made = proposal
    return try await store.write(as: World.partner, .test("change.propose")) { db in
      try db.proposeChange(made, by: .test("change.propose"), as: World.partner)
    }
  }

  func answer(
    _ number: Int, _ answer: ChangePosition.Answer, words: String = "", instead: String = "",
    days: [ID<Milestone>: Programme.Day] = [:], revision: Int = 1, as viewer: Viewer
  ) async throws {
    try await store.write(as: viewer, .test("change.position")) { db in
      try db.takePosition(
        ChangePosition(answer, words: words, instead: instead), days: days, on: number,
        revision: revision, of: viewer.organisation, by: .test("change.position"), as: viewer)
    }
  }

  func adopt(
    _ position: ID<ChangePosition>, on number: Int, expecting version: Int
  ) async throws {
    try await store.write(as: World.partner, .test("change.amend")) { db in
      try db.adoptCounter(
        position, on: number, expecting: version, by: .test("change.amend"), as: World.partner)
    }
  }

  func decide(
    _ number: Int, _ outcome: ChangeDecision.Outcome = .agree
  ) async throws {
    let version = try await change(number).version
    let viewer = World.coordinator
    try await store.write(as: viewer, .test("change.decide")) { db in
      let decision = ChangeDecision(
        outcome, decidedBy: "The board", decidedOn: try db.today(), reason: "So it is",
        despite: "It cannot wait")
      try db.decideChange(
        number, expecting: version, decision, by: .test("change.decide"), as: viewer)
    }
  }

  func tell(_ number: Int, by day: String) async throws {
    let version = try await change(number).version
    let due = try self.day(day)
    try await store.write(as: World.partner, .test("change.tell")) { db in
      try db.communicateChange(
        number, expecting: version, acknowledgementDue: due, by: .test("change.tell"),
        as: World.partner)
    }
  }

  func chase(_ number: Int) async throws -> Int {
    try await store.write(as: World.partner, .test("change.chase")) { db in
      try db.chaseChange(number, by: .test("change.chase"), as: World.partner)
    }
  }

  func acknowledge(
    _ number: Int, for party: ID<Organisation>? = nil, received: String = "", as viewer: Viewer
  ) async throws {
    try await store.write(as: viewer, .test("change.acknowledge")) { db in
      try db.acknowledgeChange(
        ChangeAcknowledgement(by: viewer.name, received: received), of: number,
        for: party ?? viewer.organisation, by: .test("change.acknowledge"), as: viewer)
    }
  }

  private func day(_ text: String) throws -> Programme.Day {
    let day = Programme.Day(text: text)
    return try #require(day)
  }

  func milestone(_ day: String) async throws -> ID<Milestone> {
    let viewer = World.officer
    let planned = Milestone(title: "Upgrade", baseline: try self.day(day))
    return try await store.write(as: viewer, .test("milestone.add")) { db in
      try db.addMilestone(planned, of: viewer.organisation, by: .test("milestone.add"), as: viewer)
    }
  }

  func benefit(
    _ reference: String, _ visibility: Visibility
  ) async throws -> ID<Benefit> {
    var benefit = World.benefit(reference)
    benefit.inputs.startYear = 0
    benefit.inputs.years = 5
    let made = benefit
    return try await store.write(as: World.officer, .test("benefit.add")) { db in
      try db.addBenefit(
        made, to: World.westLothian, visibility: visibility, by: .test("benefit.add"),
        as: World.officer)
    }
  }

  func setStart(of id: ID<Benefit>, to year: String) async throws {
    let officer = World.officer
    try await store.write(as: officer, .test()) { db in
      guard let now = try db.benefit(id, as: officer) else { throw Refusal.notFound }
      var benefit = now.benefit
      benefit.inputs.startYear = Int(year)
      try db.changeBenefit(
        id, expecting: now.stored.version, to: benefit, visibility: now.stored.visibility,
        by: .test(), as: officer)
    }
  }
}
