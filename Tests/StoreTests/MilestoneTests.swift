import Foundation
import Postgres
import Programme
import TestSupport
import Testing

@testable import Store

@Suite(
  "Milestones in the store", .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct MilestoneTests {
  typealias Day = Programme.Day

  let officer = World.officer
  let other = World.otherOfficer
  let partner = World.partner
  let coordinator = World.coordinator

  private func day(_ text: String) throws -> Day { try #require(Day(text: text)) }

  @discardableResult
  private func write<T: Sendable>(
    _ database: TestDatabase, as viewer: Viewer,
    _ change: @Sendable (isolated Database) throws -> T
  ) async throws -> T {
    try await database.store.write(as: viewer, .test("milestone.change"), change)
  }

  private func add(
    _ title: String, _ baseline: String, as viewer: Viewer, in database: TestDatabase
  ) async throws -> ID<Milestone> {
    let milestone = Milestone(title: title, baseline: try day(baseline))
    return try await write(database, as: viewer) { db in
      try db.addMilestone(
        milestone, of: viewer.organisation, owner: viewer.person, by: .test("milestone.add"),
        as: viewer)
    }
  }

  private func need(
    _ needed: ID<Milestone>, of id: ID<Milestone>, lagDays: Int = 0, as viewer: Viewer,
    in database: TestDatabase
  ) async throws {
    try await write(database, as: viewer) { db in
      try db.addNeed(needed, of: id, lagDays: lagDays, by: .test(), as: viewer)
    }
  }

  private func stored(
    _ id: ID<Milestone>, in database: TestDatabase
  ) async throws -> StoredMilestone {
    try #require(
      try await database.store.read(as: coordinator) { db in
        try db.milestone(id, as: coordinator)
      })
  }

  private func surroundings(
    _ id: ID<Milestone>, as viewer: Viewer, in database: TestDatabase
  ) async throws -> MilestoneSurroundings {
    try await database.store.read(as: viewer) { db in try db.surroundings(of: id, as: viewer) }
  }

  /// The problems' messages; nil when it is taken, or refused in another way.
  private func refused<T>(_ change: () async throws -> T) async -> String? {
    do {
      _ = try await change()
      return nil
    } catch Refusal.invalid(let problems) {
      return problems.map { "\($0.placeText): \($0.message)" }.joined(separator: " ")
    } catch {
      return "\(error)"
    }
  }

  private func notices(_ database: TestDatabase) async throws -> [String] {
    try await database.superuser.withConnection { db in
      try db.query("SELECT kind, person_id, path FROM notice ORDER BY kind, person_id, path") {
        row in
        let (kind, person) = (try row.next(String.self), ID<Person>(try row.next()))
        let names = [
          officer.person: "officer", other.person: "other", partner.person: "partner",
          coordinator.person: "coordinator",
        ]
        return "\(kind) \(names[person] ?? "?") \(try row.next(String.self))"
      }
    }
  }

  @Test(
    "MIL-5, MIL-6, MIL-7, MIL-8 and MIL-9: a slip shows what it moves, tells, and changes nothing of others"
  )
  func slip() async throws {
    try await TestDatabase.run { database in
      let release = try await add("Release 2", "2010-06-01", as: partner, in: database)
      let tested = try await add("Tested", "2010-06-20", as: officer, in: database)
      let live = try await add("Live", "2010-07-05", as: other, in: database)
      let training = try await add("Training", "2010-06-10", as: partner, in: database)
      try await need(release, of: tested, lagDays: 10, as: officer, in: database)
      try await need(tested, of: live, as: other, in: database)
      try await need(release, of: training, as: partner, in: database)
      for (needed, id) in [(live, release), (release, release)] {
        let words = await refused {
          try await need(needed, of: id, as: partner, in: database)
        }
        #expect(words?.hasPrefix("needs:") == true)
        #expect(words?.contains("Release 2 ←") == true)
      }
      #expect(
        await refused { try await need(tested, of: live, as: officer, in: database) }
          == "forbidden")

      func slip(_ seeing: String, own: Bool = true) async throws {
        try await write(database, as: partner) { db in
          try db.moveMilestone(
            release, expecting: 1,
            as: MilestoneSlip(
              day: "2010-07-01", reason: "Staff are short", seeing: seeing, movesOwn: own),
            by: .test("milestone.move"), as: partner)
        }
      }
      let effect = try await database.store.read(as: partner) { db in
        try db.checkMove(
          of: release, expecting: 1, to: "2010-07-01", because: "Staff are short", as: partner)
      }
      #expect(effect.own.map(\.milestone.id) == [training])
      #expect(effect.others.map(\.milestone.id) == [tested, live])
      // 1 July and ten days is 21 days after 20 June, and 6 days after 5 July.
      #expect(effect.pushed.map(\.days) == [21, 21, 6])
      #expect(effect.others.map(\.because) == ["Release 2", "Tested"])
      await #expect(throws: Refusal.conflict(current: 1)) { try await slip("something else") }
      try await slip(effect.fingerprint)

      #expect(try await stored(release, in: database).milestone.forecast == day("2010-07-01"))
      #expect(try await stored(release, in: database).milestone.baseline == day("2010-06-01"))
      #expect(try await stored(training, in: database).milestone.forecast == day("2010-07-01"))
      #expect(try await stored(tested, in: database).milestone.forecast == day("2010-06-20"))
      let around = try await surroundings(release, as: officer, in: database)
      #expect(around.moves.map(\.because) == ["Staff are short"])
      #expect(around.moves.map(\.from) == [try day("2010-06-01")])
      #expect(Set(around.stuck.keys) == [tested, live])
      #expect(
        try await notices(database) == [
          "milestoneMoved officer /milestones/\(tested)/move",
          "milestoneMoved other /milestones/\(live)/move",
        ])
      let early = await refused {
        try await write(database, as: officer) { db in
          try db.checkMove(
            of: tested, expecting: 1, to: "2010-07-05", because: "It waits", as: officer)
        }
      }
      #expect(early?.contains("“Release 2” of Lomond Systems, 1 July 2010") == true)
      await #expect(throws: Refusal.conflict(current: 2)) { try await slip(effect.fingerprint) }
      try await expectPages([tested, live], in: database)
    }
  }

  /// The list of what cannot hold, a row a page.
  private func expectPages(_ expected: [ID<Milestone>], in database: TestDatabase) async throws {
    var filter = MilestoneFilter()
    filter.limit = 1
    filter.state = .stuck
    let page = try await database.store.read(as: officer) { [filter] db in
      try db.milestonePage(filter, as: officer)
    }
    #expect(page.rows.map(\.id) == [expected.first])
    #expect(page.counts[.stuck] == 2 && page.counts[.slipped] == 2 && page.counts[.open] == 4)
    filter.after = page.next
    let rest = try await database.store.read(as: officer) { [filter] db in
      try db.milestonePage(filter, as: officer)
    }
    #expect(rest.rows.map(\.id) == [expected.last] && rest.next == nil)
  }

  @Test("MIL-12: a warning reaches whoever depends on it, and stands until the date is moved")
  func warning() async throws {
    try await TestDatabase.run { database in
      let release = try await add("Release 2", "2010-06-01", as: partner, in: database)
      let tested = try await add("Tested", "2010-06-20", as: officer, in: database)
      let live = try await add("Live", "2010-08-05", as: other, in: database)
      try await need(release, of: tested, as: officer, in: database)
      try await need(tested, of: live, as: other, in: database)
      let warning = EarlyWarning(daysLate: 14, likelihood: .likely, reason: "Two posts are vacant")
      func warn() async throws {
        try await write(database, as: partner) { db in
          try db.warn(warning, of: release, by: .test("milestone.warn"), as: partner)
        }
      }
      try await warn()
      #expect(
        try await notices(database) == [
          "earlyWarning coordinator /milestones/\(release)",
          "earlyWarning officer /milestones/\(tested)/move",
          "earlyWarning other /milestones/\(live)/move",
        ])
      #expect(try await stored(release, in: database).warning?.warning == warning)
      await #expect(throws: Refusal.forbidden) {
        try await write(database, as: officer) { db in
          try db.withdrawWarning(of: release, by: .test(), as: officer)
        }
      }
      try await warn()
      try await write(database, as: partner) { db in
        try db.withdrawWarning(
          of: release, by: Act(name: "milestone.unwarn", requestID: "t", reason: "Filled"),
          as: partner)
      }
      #expect(try await stored(release, in: database).warning == nil)
      try await warn()
      let june = try day("2010-06-15")
      try await write(database, as: partner) { db in
        let effect = try db.effect(ofMoving: release, to: june, as: partner)
        try db.moveMilestone(
          release, expecting: 1,
          as: MilestoneSlip(day: "2010-06-15", reason: "As warned", seeing: effect.fingerprint),
          by: .test("milestone.move"), as: partner)
      }
      let around = try await surroundings(release, as: officer, in: database)
      #expect(
        Set(around.warnings.map(\.settledBecause)) == [
          "The date was moved", "Withdrawn: Filled", "Replaced by a newer warning",
        ])
    }
  }

  @Test("MIL-2 and MIL-13: what is agreed moves plan and forecast of all, and the old plan is kept")
  func agreement() async throws {
    try await TestDatabase.run { database in
      let release = try await add("Release 2", "2010-06-01", as: partner, in: database)
      let tested = try await add("Tested", "2010-06-20", as: officer, in: database)
      let live = try await add("Live", "2010-07-05", as: other, in: database)
      try await need(tested, of: live, as: other, in: database)
      let moves = [
        MilestoneMove(milestone: release, from: try day("2010-06-01"), to: try day("2010-07-01")),
        MilestoneMove(milestone: tested, from: try day("2010-06-20"), to: try day("2010-07-20")),
      ]
      func agree(_ moves: [MilestoneMove]) async throws {
        try await write(database, as: officer) { db in
          try db.moveMilestones(
            moves, because: "Agreed change 4", by: .test("change.decide"), as: officer)
        }
      }
      try await agree(moves)
      for (id, text) in [(release, "2010-07-01"), (tested, "2010-07-20")] {
        let now = try await stored(id, in: database).milestone
        let agreed = try day(text)
        #expect(now.baseline == agreed && now.forecast == agreed)
        let around = try await surroundings(id, as: officer, in: database)
        #expect(Set(around.moves.map(\.what)) == [.baseline, .forecast])
      }
      #expect(try await notices(database) == ["milestoneMoved other /milestones/\(live)/move"])
      let again = await refused { try await agree(moves) }
      #expect(again?.contains("milestones: Release 2") == true)
      // The right to change what others keep ends with the statement that applies an agreement.
      let changed = try await write(database, as: officer) { db in
        try db.moveMilestones(
          [MilestoneMove(milestone: tested, from: moves[1].to, to: moves[1].from)], because: "Back",
          by: .test("change.decide"), as: officer)
        return try db.execute("UPDATE milestone SET title = 'Mine' WHERE id = \(release.uuid)")
      }
      #expect(changed == 0)
      let journal = try await database.store.read(as: officer) { db in
        try db.history(of: release, as: officer).map(\.actName)
      }
      #expect(journal == ["change.decide", "milestone.add"])
    }
  }

  @Test("MIL-2, MIL-3, MIL-4 and MIL-14: who may change what, from which version")
  func rights() async throws {
    try await TestDatabase.run { database in
      let tested = try await add("Tested", "2010-06-20", as: officer, in: database)
      let live = try await add("Live", "2010-06-05", as: other, in: database)
      try await need(tested, of: live, as: other, in: database)
      func replan(as viewer: Viewer, reason: String = "As the board decided") async throws {
        try await write(database, as: viewer) { db in
          try db.replanMilestone(
            tested, expecting: 1, to: "2010-09-01",
            by: Act(name: "milestone.replan", requestID: "t", reason: reason), as: viewer)
        }
      }
      await #expect(throws: Refusal.forbidden) { try await replan(as: officer) }
      #expect(await refused { try await replan(as: coordinator, reason: "") } != nil)
      try await replan(as: coordinator)
      #expect(try await stored(tested, in: database).milestone.baseline == day("2010-09-01"))

      for viewer in [other, partner] + [Role.viewer, .board, .auditor].map({ World.viewer($0) }) {
        #expect(
          await refused {
            try await write(database, as: viewer) { db in
              try db.withdrawMilestone(
                tested, expecting: 2, by: Act(name: "w", requestID: "t", reason: "No"), as: viewer)
            }
          } == "forbidden")
      }
      let admin = World.viewer(.admin)
      let seen = try await database.store.read(as: admin) { db in
        try db.milestones(as: admin).count
      }
      #expect(seen == 0)
      let text = try await stored(tested, in: database).milestone
      func change(from version: Int) async throws -> Int {
        try await write(database, as: officer) { db in
          try db.changeMilestone(
            tested, expecting: version, to: text, owner: officer.person, by: .test(), as: officer)
        }
      }
      await #expect(throws: Refusal.conflict(current: 2)) { _ = try await change(from: 1) }
      #expect(try await change(from: 2) == 2)
      #expect(try await surroundings(live, as: officer, in: database).stuck.count == 1)
      try await write(database, as: officer) { db in
        try db.withdrawMilestone(
          tested, expecting: 2, by: Act(name: "w", requestID: "t", reason: "Merged"), as: officer)
      }
      let around = try await surroundings(live, as: officer, in: database)
      #expect(around.stuck.isEmpty)
      #expect(around.needs.map(\.milestone.isPlanned) == [false])
    }
  }

  @Test(
    "MIL-10 and MIL-11: benefits wait for it as far as they are seen, and it is achieved and reopened"
  )
  func benefits() async throws {
    try await TestDatabase.run { database in
      let live = try await add("Live", "2010-03-05", as: officer, in: database)
      try await write(database, as: officer) { db in
        for (reference, visibility) in [("B001", Visibility.draft), ("B002", .shared)] {
          _ = try db.addBenefit(
            World.benefit(reference), to: officer.organisation, visibility: visibility,
            by: .test(), as: officer)
        }
        try db.setBenefits(["b001", "B002"], waitingFor: live, by: .test(), as: officer)
      }
      let words = await refused {
        try await write(database, as: officer) { db in
          try db.setBenefits(["B002", "B009"], waitingFor: live, by: .test(), as: officer)
        }
      }
      #expect(words?.contains("B009") == true)
      for (viewer, expected) in [
        (officer, ["B001", "B002"]), (coordinator, ["B002"]), (other, []), (partner, []),
      ] {
        let around = try await surroundings(live, as: viewer, in: database)
        #expect(around.benefits.map(\.reference) == expected, "\(viewer.name)")
      }
      let seen = try await database.store.read(as: coordinator) { db in
        try db.history(of: live, as: coordinator).flatMap(\.changes).map(\.field)
      }
      #expect(!seen.contains("benefits"))
      try await write(database, as: coordinator) { db in
        try db.setBenefits([], waitingFor: live, by: .test(), as: coordinator)
      }
      #expect(
        try await surroundings(live, as: officer, in: database).benefits.map(\.reference)
          == ["B001"])
      try await write(database, as: officer) { db in
        try db.achieveMilestone(live, expecting: 1, on: "2010-03-06", by: .test(), as: officer)
      }
      #expect(try await stored(live, in: database).milestone.slipDays == 1)
      try await write(database, as: officer) { db in
        try db.reopenMilestone(
          live, expecting: 2, by: Act(name: "r", requestID: "t", reason: "Not yet"), as: officer)
      }
      #expect(try await stored(live, in: database).milestone.actual == nil)
    }
  }
}
