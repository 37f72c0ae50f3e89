import Calculator
import Foundation
import Postgres
import Programme
import TestSupport
import Testing

@testable import Store

@Suite(.enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct StoredReviewTests {
  let officer = World.viewer(.council)

  @Test("REV-1 A review is kept with the benefit as it left it, and none is changed by a later one")
  func kept() async throws {
    try await TestDatabase.run { database in
      let id = try await add(World.benefit("B001"), to: database)
      #expect(try await review(id, 1, .sample, in: database) == 1)
      var benefit = try await stored(id, in: database).benefit
      benefit.inputs.amount = Exact(700)
      try await change(id, 2, to: benefit, in: database)
      var second = Review.sample
      second.finding = "The amount was too high."
      second.decision = .changeForecast
      second.confidence = .low
      second.nextReview = Programme.Day(year: 2010, month: 12, day: 1)
      second.schedule = .day
      #expect(try await review(id, 3, second, in: database) == 2)
      let reviews = try await database.store.read(as: officer) { db in
        try db.reviews(of: id, as: officer)
      }
      #expect(reviews.map(\.review) == [second, .sample])
      #expect(reviews.map(\.dueOn) == [Review.sample.nextReview, nil])
      let changes = try #require(reviews.first).snapshot
        .changes(since: try #require(reviews.last).snapshot)
      #expect(changes.map(\.field) == ["amount", "nextReview"])
      #expect(try await stored(id, in: database).benefit.nextReview == second.nextReview)
      let entries = try await database.count(
        "SELECT count(*) FROM journal_entry WHERE kind = 'review'")
      #expect(entries == 2)
    }
  }

  @Test("REV-2 A review of a benefit that was changed meanwhile changes nothing")
  func stale() async throws {
    try await TestDatabase.run { database in
      let id = try await add(World.benefit("B001"), to: database)
      try await change(id, 1, to: World.benefit("B001", title: "Another"), in: database)
      await #expect(throws: Refusal.conflict(current: 2)) {
        try await review(id, 1, .sample, in: database)
      }
      #expect(try await database.count("SELECT count(*) FROM review") == 0)
    }
  }

  @Test("REV-3 Withdrawing by a review is withdrawing: out of every total, with its reason")
  func withdrawing() async throws {
    try await TestDatabase.run { database in
      let id = try await add(World.benefit("B001"), to: database)
      var giveUp = Review.sample
      giveUp.decision = .withdrawn
      giveUp.schedule = .never
      giveUp.nextReview = nil
      await #expect(throws: Refusal.self) { try await review(id, 1, giveUp, in: database) }
      giveUp.reason = "The office stays open"
      #expect(try await review(id, 1, giveUp, in: database) == 1)
      let benefit = try await stored(id, in: database)
      #expect(benefit.benefit.status == .withdrawn)
      #expect(benefit.figures.netTotal == nil)
      let history = try await database.store.read(as: officer) { db in
        try db.history(of: id, as: officer)
      }
      #expect(history.first?.reason == "The office stays open")
    }
  }

  @Test("REV-3 A status that needs a reason is not to be had by changing the benefit without one")
  func statusWithoutReason() async throws {
    try await TestDatabase.run { database in
      let id = try await add(World.benefit("B001"), to: database)
      for status in [BenefitStatus.withdrawn, .sustained] {
        var benefit = World.benefit("B001")
        benefit.status = status
        await #expect(throws: Refusal.self) { try await change(id, 1, to: benefit, in: database) }
      }
    }
  }

  @Test("REV-5 The list has each benefit where it stands, soonest first, page by page")
  func list() async throws {
    try await TestDatabase.run { database in
      // The clock of the tests stands at 31 March 2010 in London.
      let days = ["2010-03-30", "2010-03-31", "2010-04-30", "2010-05-01", ""]
      for (place, day) in days.enumerated() {
        var benefit = World.benefit("B00\(place)")
        benefit.nextReview = Programme.Day(text: day)
        benefit.owner = place < 2 ? "Head of ICT" : ""
        _ = try await add(benefit, to: database)
      }
      let id = try await add(World.benefit("B009"), to: database)
      try await review(id, 1, .sample, in: database)
      let page = try await page(ReviewFilter(), in: database)
      #expect(page.rows.map(\.reference) == ["B000", "B001", "B002", "B003", "B009", "B004"])
      #expect(page.counts == [nil: 6, .overdue: 1, .due: 2, .never: 5, .unplanned: 1])
      var filter = ReviewFilter()
      filter.owner = "head of ict"
      filter.need = .overdue
      #expect(try await self.page(filter, in: database).rows.map(\.reference) == ["B000"])
      filter = ReviewFilter()
      filter.limit = 2
      var paged: [String] = []
      repeat {
        let next = try await self.page(filter, in: database)
        paged += next.rows.map(\.reference)
        filter.after = next.next
      } while filter.after != nil
      #expect(paged == page.rows.map(\.reference))
      let owners = try await database.store.read(as: officer) { db in try db.owners(as: officer) }
      #expect(owners == ["Head of ICT"])
    }
  }

  @Test("REV-6 A hand-over changes the owner when it is accepted, not before")
  func handover() async throws {
    try await TestDatabase.run { database in
      var benefit = World.benefit("B001")
      benefit.owner = "Head of ICT"
      let id = try await add(benefit, to: database)
      try await write(in: database) { db, act in
        try db.offerHandover(
          to: "Head of Customer Services", note: "", of: id, by: act, as: officer)
      }
      #expect(try await stored(id, in: database).benefit.owner == "Head of ICT")
      await #expect(throws: Refusal.self) {
        try await write(in: database) { db, act in
          try db.offerHandover(to: "Somebody", note: "", of: id, by: act, as: officer)
        }
      }
      await #expect(throws: Refusal.self) {
        try await write(in: database) { db, act in
          try db.acceptHandover(note: " ", of: id, by: act, as: officer)
        }
      }
      try await write(in: database) { db, act in
        try db.acceptHandover(note: "By telephone", of: id, by: act, as: officer)
      }
      #expect(try await stored(id, in: database).benefit.owner == "Head of Customer Services")
      let kept = try await database.store.read(as: officer) { db in
        try db.handovers(of: id, as: officer)
      }
      #expect(kept.map(\.handover.state) == [.accepted])
      #expect(kept.first?.handover.acceptanceNote == "By telephone")
      await #expect(throws: Refusal.self) {
        try await write(in: database) { db, act in
          try db.takeBackHandover(of: id, by: act, as: officer)
        }
      }
    }
  }

  @Test("REV-7 Only officers of the council itself review its benefits")
  func onlyOwnOfficers() async throws {
    try await TestDatabase.run { database in
      let id = try await add(World.benefit("B001"), to: database)
      for viewer in World.viewers {
        if viewer.role == .council, viewer.organisation == World.westLothian { continue }
        await #expect(throws: Refusal.self, "\(viewer.name)") {
          try await database.store.write(as: viewer, .test()) { db in
            _ = try db.addReview(.sample, of: id, expecting: 1, by: .test(), as: viewer)
          }
        }
      }
      #expect(try await database.count("SELECT count(*) FROM review") == 0)
    }
  }

  @Test("REV-7 What was found of a draft stays its council's when the benefit is published")
  func draftsStay() async throws {
    try await TestDatabase.run { database in
      let id = try await add(World.benefit("B001"), to: database, visibility: .draft)
      try await review(id, 1, .sample, in: database)
      let benefit = try await stored(id, in: database).benefit
      try await change(id, 2, to: benefit, in: database)
      var second = Review.sample
      second.finding = "Known to all"
      try await review(id, 3, second, in: database)
      for (viewer, count) in [(officer, 2), (World.viewer(.council, of: World.inverclyde), 1)] {
        let reviews = try await database.store.read(as: viewer) { db in
          (
            try db.reviews(of: id, as: viewer).count,
            try db.query("SELECT id FROM review") { _ in 0 }
          )
        }
        #expect(reviews.0 == count && reviews.1.count == count, "\(viewer.name)")
      }
    }
  }

  private func add(
    _ benefit: Benefit, to database: TestDatabase, visibility: Visibility = .published
  ) async throws -> ID<Benefit> {
    try await database.store.write(as: officer, .test()) { db in
      try db.addBenefit(
        benefit, to: officer.organisation, visibility: visibility, by: .test(), as: officer)
    }
  }

  @discardableResult
  private func review(
    _ id: ID<Benefit>, _ version: Int, _ review: Review, in database: TestDatabase
  ) async throws -> Int {
    try await database.store.write(as: officer, .test("review.add")) { db in
      try db.addReview(
        review, of: id, expecting: version, by: .test("review.add"), as: officer)
    }
  }

  private func change(
    _ id: ID<Benefit>, _ version: Int, to benefit: Benefit, in database: TestDatabase
  ) async throws {
    try await database.store.write(as: officer, .test()) { db in
      _ = try db.changeBenefit(
        id, expecting: version, to: benefit, visibility: .published, by: .test(), as: officer)
    }
  }

  private func write(
    in database: TestDatabase,
    _ body: @Sendable @escaping (isolated Database, Act) throws -> Void
  ) async throws {
    let act = Act.test("handover.add")
    try await database.store.write(as: officer, act) { db in try body(db, act) }
  }

  private func stored(
    _ id: ID<Benefit>, in database: TestDatabase
  ) async throws -> StoredBenefit {
    try await database.store.read(as: officer) { db in
      guard let benefit = try db.benefit(id, as: officer) else { throw Refusal.notFound }
      return benefit
    }
  }

  private func page(
    _ filter: ReviewFilter, in database: TestDatabase
  ) async throws -> ReviewPage {
    try await database.store.read(as: officer) { db in
      try db.reviewPage(filter, as: officer)
    }
  }
}

extension Review {
  /// A review that finds nothing.
  static var sample: Review {
    guard let day = Programme.Day(text: "2010-03-01") else { preconditionFailure("no such day") }
    return Review(
      reviewedOn: day, reviewer: "Iain Sinclair", finding: "It goes as planned.",
      decision: .carryOn, schedule: .halfYear, nextReview: day.adding(months: 6))
  }
}
