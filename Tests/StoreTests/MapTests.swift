import Calculator
import Foundation
import Programme
import TestSupport
import Testing

@testable import Store

@Suite(
  "The benefits map in the store",
  .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct MapTests {
  let officer = World.viewer(.council)
  let coordinator = World.viewer(.coordinator, of: World.programmeOffice)

  @discardableResult
  private func write<T: Sendable>(
    _ database: TestDatabase, as viewer: Viewer? = nil,
    _ change: @Sendable (isolated Database) throws -> T
  ) async throws -> T {
    try await database.store.write(as: viewer ?? officer, .test("map.change"), change)
  }

  private func add(
    _ kind: MapKind, _ title: String, _ visibility: Visibility = .shared,
    joined: MapJoin? = nil, in database: TestDatabase
  ) async throws -> ID<MapNode> {
    try await write(database) { db in
      try db.addMapNode(
        MapNode(kind: kind, title: title), joined: joined, to: officer.organisation,
        visibility: visibility, by: .test("map.add"), as: officer)
    }
  }

  private func benefit(
    _ reference: String, objective: String, _ visibility: Visibility = .shared,
    in database: TestDatabase
  ) async throws -> ID<Benefit> {
    try await write(database) { db in
      var benefit = World.benefit(reference)
      benefit.objective = objective
      return try db.addBenefit(
        benefit, to: officer.organisation, visibility: visibility, by: .test(), as: officer)
    }
  }

  private func stored(
    as viewer: Viewer? = nil, in database: TestDatabase
  ) async throws -> StoredMap {
    let viewer = viewer ?? officer
    return try #require(
      try await database.store.read(as: viewer) { db in
        try db.map(of: World.westLothian, as: viewer)
      })
  }

  @Test(
    "MAP-2, MAP-9 and MAP-10: boxes and links come back, are taken away and put back, and show each what they see"
  )
  func life() async throws {
    try await TestDatabase.run { database in
      let one = try await benefit("B001", objective: "Better access", in: database)
      let draft = try await benefit("B002", objective: "better ACCESS", .draft, in: database)
      _ = try await add(.objective, "Better  access!", in: database)
      let gone = try await benefit("B003", objective: "Gone", in: database)
      try await write(database) { db in
        try db.withdrawBenefit(
          gone, expecting: 1, reason: "No", by: .test("benefit.withdraw"), as: officer)
      }
      let change = try await add(
        .change, "Answer at once", joined: .before(.benefit(one)), in: database)
      _ = try await add(.output, "One record", .draft, joined: .before(.node(change)), in: database)
      let extra = try await write(database) { db in
        try db.addLink(from: change, to: .benefit(draft), by: .test("link.add"), as: officer)
      }
      let own = try await stored(in: database)
      #expect(own.map.column(.objective).count == 1)
      #expect(own.map.column(.benefit).map(\.key) == ["b001", "b002"])
      #expect(own.links.count == 3)
      let seen = try await stored(as: coordinator, in: database)
      #expect(seen.map.boxes.map(\.kind) == [.change, .benefit, .objective])
      #expect(seen.links.map(\.to) == [.benefit(one)])
      let journal = try await database.store.read(as: coordinator) { db in
        try db.journal(JournalFilter(), as: coordinator).map(\.label)
      }
      #expect(!journal.contains { $0.contains("B002") || $0.contains("One record") })

      try await write(database) { db in
        try db.removeLink(extra, expecting: 1, by: .test("link.remove"), as: officer)
      }
      #expect(try await stored(in: database).links.count == 2)
      await #expect(throws: Refusal.conflict(current: 2)) {
        try await write(database) { db in
          try db.removeLink(extra, expecting: 1, by: .test("link.remove"), as: officer)
        }
      }
      try await write(database) { db in
        try db.restoreLink(extra, expecting: 2, by: .test("link.restore"), as: officer)
      }
      #expect(try await stored(in: database).links.count == 3)
      let renamed = MapNode(kind: .change, title: "Answer at the first call", owner: "Head of ICT")
      let version = try await write(database) { db in
        try db.changeMapNode(
          change, expecting: 1, to: renamed, visibility: .shared, by: .test(), as: officer)
      }
      #expect(version == 2)
      await #expect(throws: Refusal.conflict(current: 2)) {
        try await write(database) { db in
          try db.changeMapNode(
            change, expecting: 1, to: renamed, visibility: .draft, by: .test(), as: officer)
        }
      }
      try await write(database) { db in
        try db.removeMapNode(change, expecting: 2, by: .test("map.remove"), as: officer)
      }
      #expect(try await stored(in: database).links.isEmpty)
      #expect(try await stored(in: database).nodes.count == 2)
    }
  }

  @Test("MAP-1, MAP-10 and MAP-11: what contradicts the map is refused, and so is everybody else")
  func refusals() async throws {
    try await TestDatabase.run { database in
      let output = try await add(.output, "One record", .published, in: database)
      let change = try await add(.change, "Answer at once", .published, in: database)
      try await write(database) { db in
        try db.addLink(from: output, to: .node(change), by: .test(), as: officer)
      }
      #expect(await place { try await add(.output, "ONE record", in: database) } == .field("title"))
      let attempts: [(ID<MapNode>, MapLink.MapEnd)] = [
        (change, .node(output)), (output, .node(change)), (output, .node(output)),
      ]
      for (from, to) in attempts {
        let found = await place {
          try await write(database) { db in
            try db.addLink(from: from, to: to, by: .test(), as: officer)
          }
        }
        #expect(found == .field("to"))
      }
      let kind = await place {
        try await write(database) { db in
          try db.changeMapNode(
            output, expecting: 1, to: MapNode(kind: .outcome, title: "One record"),
            visibility: .shared, by: .test(), as: officer)
        }
      }
      #expect(kind == .field("kind"))
      for role in Role.allCases {
        for organisation in [World.westLothian, World.inverclyde] {
          let viewer = World.viewer(role, of: organisation)
          if viewer.mayChange(recordsOf: World.westLothian) { continue }
          let expected: Refusal = role == .admin ? .notFound : .forbidden
          await #expect(throws: expected, "\(viewer.name)") {
            try await write(database, as: viewer) { db in
              try db.removeMapNode(output, expecting: 1, by: .test(), as: viewer)
            }
          }
        }
      }
    }
  }

  /// Where a change is refused; nil when it is taken.
  private func place<T>(_ change: () async throws -> T) async -> Problem.Place? {
    do {
      _ = try await change()
      return nil
    } catch Refusal.invalid(let problems) {
      return problems.first?.place
    } catch {
      return .file
    }
  }
}
