import Foundation
import Postgres
import Programme
import TestSupport
import Testing

@testable import Store

@Suite(.enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct SimulationLeaseTests {
  private let officer = World.viewer(.council)

  private func ask(_ database: TestDatabase, _ title: String) async throws -> ID<SimulationRun> {
    let officer = officer
    return try await database.store.write(as: officer, .test()) { db in
      try db.askSimulation(
        title: title, question: "{}", trials: 100, of: officer.organisation, as: officer)
    }
  }

  private func run(_ id: ID<SimulationRun>, _ database: TestDatabase) async throws -> SimulationRun
  {
    let officer = officer
    let run = try await database.store.read(as: officer) { db in
      try db.simulationRun(id, as: officer)
    }
    return try #require(run)
  }

  @Test("A run whose worker was killed is taken up by another once its lease is over")
  func killed() async throws {
    try await TestDatabase.run { database in
      let store = database.store
      let id = try await ask(database, "one")
      let first = try #require(try await store.leaseSimulation(worker: UUID()))
      #expect(try await store.advanceSimulation(first, done: 50))
      database.clock.advance(seconds: SimulationLimit.leaseSeconds - 1)
      #expect(try await store.leaseSimulation(worker: UUID()) == nil, "the lease still holds")
      database.clock.advance(seconds: 2)
      let second = try #require(try await store.leaseSimulation(worker: UUID()))
      #expect(second.id == id && second.attempts == 2)
      #expect(try await !store.advanceSimulation(first, done: 60), "the first has lost it")
      try await store.finishSimulation(first, result: "stale")
      #expect(try await run(id, database).state == .running)
      try await store.finishSimulation(second, result: "fresh")
      let done = try await run(id, database)
      #expect(done.state == .done && done.trialsDone == 100)
    }
  }

  @Test("A worker that is told to stop gives its run back, and the attempt does not count")
  func released() async throws {
    try await TestDatabase.run { database in
      let id = try await ask(database, "one")
      for _ in 1...(SimulationLimit.attempts + 1) {
        let lease = try #require(try await database.store.leaseSimulation(worker: UUID()))
        #expect(lease.id == id && lease.attempts == 1)
        try await database.store.releaseSimulation(lease)
      }
    }
  }

  @Test("A run that was begun three times in vain counts as failed, with words")
  func givenUp() async throws {
    try await TestDatabase.run { database in
      let id = try await ask(database, "one")
      for _ in 1...SimulationLimit.attempts {
        #expect(try await database.store.leaseSimulation(worker: UUID()) != nil)
        database.clock.advance(seconds: SimulationLimit.leaseSeconds + 1)
      }
      #expect(try await database.store.leaseSimulation(worker: UUID()) == nil)
      let run = try await run(id, database)
      #expect(run.state == .failed && run.failure?.isEmpty == false)
    }
  }

  @Test("Many workers at once take each run once")
  func race() async throws {
    try await TestDatabase.run(connections: 8) { database in
      for number in 1...5 { _ = try await ask(database, "run \(number)") }
      let taken = try await withThrowingTaskGroup(of: ID<SimulationRun>?.self) { group in
        for _ in 1...12 {
          group.addTask { try await database.store.leaseSimulation(worker: UUID())?.id }
        }
        return try await group.reduce(into: [ID<SimulationRun>]()) { taken, id in
          if let id { taken.append(id) }
        }
      }
      #expect(taken.count == 5)
      #expect(Set(taken).count == 5)
    }
  }

  @Test("Who only reads the register leaves its officers' papers alone")
  func readers() async throws {
    try await TestDatabase.run { database in
      let id = try await ask(database, "one")
      let reader = World.viewer(.viewer)
      await #expect(throws: Refusal.forbidden) {
        try await database.store.write(as: reader, .test()) { db in
          try db.cancelSimulation(id, as: reader)
        }
      }
      let run = try await database.store.read(as: reader) { db in
        try db.simulationRun(id, as: reader)
      }
      #expect(run?.state == .waiting && run?.isOwn == false)
    }
  }

  @Test("Calling a run off takes it from its worker")
  func cancelled() async throws {
    try await TestDatabase.run { database in
      let id = try await ask(database, "one")
      let lease = try #require(try await database.store.leaseSimulation(worker: UUID()))
      let officer = officer
      try await database.store.write(as: officer, .test()) { db in
        try db.cancelSimulation(id, as: officer)
      }
      #expect(try await !database.store.advanceSimulation(lease, done: 1))
      #expect(try await run(id, database).state == .cancelled)
    }
  }
}
