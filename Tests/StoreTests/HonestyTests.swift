import Calculator
import Foundation
import Postgres
import Programme
import TestSupport
import Testing

@testable import Store

@Suite(.enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct StoredHonestyTests {
  let here = World.viewer(.council)
  let there = World.viewer(.council, of: World.inverclyde)

  @Test("HON-1 Shares of several councils add up exactly, whatever their order, and never apart")
  func attribution() async throws {
    try await TestDatabase.run { database in
      let source = try await addSource(to: database)
      var random = SeededGenerator(seed: 11)
      var expected: [ID<Organisation>: Exact] = [:]
      var benefits: [(Viewer, ID<Benefit>)] = []
      for place in 0..<8 {
        let viewer = place % 2 == 0 ? here : there
        let id = try await add("B00\(place)", as: viewer, to: database)
        benefits.append((viewer, id))
      }
      for (viewer, id) in benefits.shuffled(using: &random) {
        let share = try #require(Exact(text: "0.0\(Int.random(in: 1...9, using: &random))"))
        try await set(share, of: source, in: id, as: viewer, database)
        expected[viewer.organisation, default: .zero] =
          expected[viewer.organisation, default: .zero] + share
      }
      for (viewer, other) in [(here, there), (there, here)] {
        let claims = try await claims(of: source, as: viewer, database)
        #expect(claims.own == expected[viewer.organisation])
        #expect(claims.others == expected[other.organisation])
        #expect(!claims.isTooMuch)
      }
    }
  }

  @Test("HON-2 More than the whole blocks approval on both sides; withdrawing one gives it back")
  func tooMuch() async throws {
    try await TestDatabase.run { database in
      let source = try await addSource(to: database)
      let (ours, theirs) = (
        try await add("B001", as: here, to: database),
        try await add("B001", as: there, to: database)
      )
      try await set(Exact(text: "0.6"), of: source, in: ours, as: here, database)
      #expect(try await obstacles(of: ours, as: here, database).isEmpty)
      try await set(Exact(text: "0.6"), of: source, in: theirs, as: there, database)
      for (id, viewer) in [(ours, here), (theirs, there)] {
        let problems = try await obstacles(of: id, as: viewer, database)
        #expect(problems.map(\.severity) == [.error])
        var filter = BenefitFilter()
        filter.needs = .overclaimedSource
        let listed = try await database.store.benefits(filter, as: viewer)
        #expect(listed.rows.contains { $0.id == id })
      }
      try await database.store.write(as: there, .test()) { db in
        _ = try db.withdrawBenefit(theirs, expecting: 1, reason: "No", by: .test(), as: there)
      }
      #expect(try await obstacles(of: ours, as: here, database).isEmpty)
    }
  }

  @Test("HON-2 Of two councils that claim 60 % each and approve at once, one at most succeeds")
  func racing() async throws {
    try await TestDatabase.run { database in
      let source = try await addSource(to: database)
      let benefits = [
        (here, try await add("B001", as: here, to: database)),
        (there, try await add("B001", as: there, to: database)),
      ]
      let share = SourceShare(share: try #require(Exact(text: "0.6")), note: "")
      let approved = await withTaskGroup(of: Bool.self) { group in
        for (viewer, id) in benefits {
          group.addTask {
            let problems = try? await database.store.write(as: viewer, .test()) { db in
              try db.setShare(share, of: source, in: id, by: .test(), as: viewer)
              let problems = try db.attributionObstacles(of: id, as: viewer)
              guard problems.isEmpty else { throw Refusal.invalid(problems) }
              return problems
            }
            return problems != nil
          }
        }
        return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      #expect(approved == 1)
    }
  }

  @Test("HON-3 Of another council's drafts a shared source tells the sum of their shares alone")
  func drafts() async throws {
    try await TestDatabase.run { database in
      let source = try await addSource(to: database)
      let hidden = try await add(
        "B001", title: "zqxcanary", as: there, visibility: .draft, to: database)
      try await set(Exact(text: "0.4"), of: source, in: hidden, as: there, database)
      let (claims, shares, entries) = try await database.store.read(as: here) { db in
        (
          try db.sharedSource(source, as: here)?.claims, try db.shares(of: source, as: here),
          try db.journal(JournalFilter(), as: here)
        )
      }
      #expect(claims?.others == Exact(text: "0.4"))
      #expect(shares.isEmpty)
      #expect(!entries.contains { $0.kind == "share" })
      let rows = try await database.store.read(as: here) { db in
        try db.first("SELECT count(*) FROM attribution") { row in try row.next(Int.self) }
      }
      #expect(rows == 0)
    }
  }

  @Test("HON-3 A source that another council draws on stays published, and is not removed")
  func narrowing() async throws {
    try await TestDatabase.run { database in
      let source = try await addSource(to: database)
      let theirs = try await add("B001", as: there, to: database)
      try await set(.one, of: source, in: theirs, as: there, database)
      await #expect(throws: Refusal.self) {
        try await database.store.write(as: here, .test()) { db in
          try db.changeSource(
            source, expecting: 1, to: SharedSource(kind: .measure, name: "Calls"),
            visibility: .draft, by: .test(), as: here)
        }
      }
      await #expect(throws: Refusal.self) {
        try await database.store.write(as: here, .test()) { db in
          try db.removeSource(source, expecting: 1, by: .test(), as: here)
        }
      }
      await #expect(throws: Refusal.forbidden) {
        try await database.store.write(as: there, .test()) { db in
          try db.removeSource(source, expecting: 1, by: .test(), as: there)
        }
      }
      try await set(nil, of: source, in: theirs, as: there, database)
      try await database.store.write(as: here, .test()) { db in
        try db.removeSource(source, expecting: 1, by: .test(), as: here)
      }
      let left = try await database.store.read(as: there) { db in
        try db.sharedSources(as: there)
      }
      #expect(left.isEmpty)
    }
  }

  @Test("HON-6 A measure that got worse flags its benefit from the moment the value is recorded")
  func fallen() async throws {
    try await TestDatabase.run { database in
      let id = try await add("B001", as: here, to: database)
      #expect(try await listed(.withoutCheck, database) == 1)
      var measure = Measure(
        name: "Satisfied", unit: "", kind: .percentage, direction: .up, frequency: .quarter)
      measure.baseline = Exact(text: "0.8")
      let named = measure
      let measureID = try await database.store.write(as: here, .test()) { db in
        let measureID = try db.addMeasure(named, to: id, by: .test(), as: here)
        var check = BenefitCheck()
        check.measure = measureID.description
        try db.saveCheck(check, of: id, expecting: 0, by: .test(), as: here)
        return measureID
      }
      #expect(try await listed(.withoutCheck, database) == 0)
      for (period, value, standing) in [
        ("2009-Q1", "0.82", CheckStanding.holds), ("2009-Q2", "0.7", .fallen),
        ("2009-Q3", "0.8", .holds),
      ] {
        try await database.store.write(as: here, .test()) { db in
          guard let span = PeriodSpan(text: period) else { throw Refusal.notFound }
          var row = PeriodValue(span)
          row.actual = Exact(text: value)
          try db.savePeriodValues(
            [PeriodValueChange(row, upon: 0)], of: measureID, in: id, by: .test(), as: here)
        }
        let stored = try await database.store.read(as: here) { db in
          try db.check(of: id, as: here)
        }
        #expect(stored.standing == standing, "\(period)")
        #expect(stored.measure?.last?.value == Exact(text: value))
        #expect(try await listed(.fallenCheck, database) == (standing.isFlagged ? 1 : 0))
      }
    }
  }

  @Test("HON-5 A payer that takes part is known, and one's own council is none")
  func payers() async throws {
    try await TestDatabase.run { database in
      let id = try await add("B001", as: here, to: database)
      for (place, payer) in ["NHS Lothian", "inverclyde council"].enumerated() {
        try await database.store.write(as: here, .test()) { db in
          var check = BenefitCheck()
          check.payer = payer
          try db.saveCheck(check, of: id, expecting: place, by: .test(), as: here)
        }
        let paid = try await database.store.read(as: there) { db in
          try db.paidByOthers(as: there)
        }
        #expect(paid.map(\.payerTakesPart) == [place == 1])
      }
      await #expect(throws: Refusal.conflict(current: 2)) {
        try await database.store.write(as: here, .test()) { db in
          try db.saveCheck(BenefitCheck(), of: id, expecting: 1, by: .test(), as: here)
        }
      }
      await #expect(throws: Refusal.self) {
        try await database.store.write(as: here, .test()) { db in
          var check = BenefitCheck()
          check.payer = "West Lothian Council"
          try db.saveCheck(check, of: id, expecting: 2, by: .test(), as: here)
        }
      }
    }
  }

  @Test("HON-4 A pair that somebody told apart is kept with its reason, by an officer of one side")
  func dismissal() async throws {
    try await TestDatabase.run { database in
      let ours = try await add("B001", as: here, to: database)
      let theirs = try await add("B001", as: there, to: database)
      let act = Act(name: "duplicate.dismiss", requestID: "test", reason: "Two offices")
      for viewer in [here, here] {
        try await database.store.write(as: viewer, act) { db in
          try db.dismissDuplicate(theirs, ours, by: act, as: viewer)
        }
      }
      let said = try await database.store.read(as: there) { db in
        try db.duplicateDismissals(as: there)
      }
      #expect(said.map(\.reason) == ["Two offices"])
      let candidates = try await database.store.read(as: here) { db in
        try db.duplicateCandidates(near: ours, as: here)
      }
      #expect(Set(candidates.map(\.id)) == [ours, theirs])
      let board = World.viewer(.board, of: World.programmeOffice)
      await #expect(throws: Refusal.forbidden) {
        try await database.store.write(as: board, act) { db in
          try db.dismissDuplicate(theirs, ours, by: act, as: board)
        }
      }
      await #expect(throws: Refusal.self) {
        try await database.store.write(as: there, .test()) { db in
          try db.dismissDuplicate(theirs, ours, by: .test(), as: there)
        }
      }
    }
  }

  @Test("The demonstration's living register is added once, with something in every way to stand")
  func demonstration() async throws {
    try await TestDatabase.run { database in
      let text = try String(contentsOfFile: Self.seed, encoding: .utf8)
        .replacing("S12000034", with: "S12000018")
      for place in 1...16 {
        let reference = "B0\(place < 10 ? "0" : "")\(place)"
        _ = try await add(reference, as: here, to: database)
      }
      try await database.store.seedLivingRegister(text)
      let reviews = try await database.count("SELECT count(*) FROM review")
      try await database.store.seedLivingRegister(text)
      #expect(try await database.count("SELECT count(*) FROM review") == reviews)
      let page = try await database.store.read(as: here) { db in
        try db.reviewPage(ReviewFilter(), as: here)
      }
      #expect((page.counts[.overdue] ?? 0) > 0)
      for kind in [Attention.waitingHandover, .overclaimedSource, .fallenCheck] {
        #expect(try await listed(kind, database) > 0, "\(kind)")
      }
    }
  }

  private static let seed = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Seed/living-register.json").path

  private func listed(_ kind: Attention, _ database: TestDatabase) async throws -> Int {
    var filter = BenefitFilter()
    filter.needs = kind
    return try await database.store.benefits(filter, as: here).totals.count
  }

  private func addSource(to database: TestDatabase) async throws -> ID<SharedSource> {
    try await database.store.write(as: here, .test("source.add")) { db in
      try db.addSource(
        SharedSource(kind: .measure, name: "Calls"), visibility: .published, by: .test(),
        as: here)
    }
  }

  private func add(
    _ reference: String, title: String = "Fewer repeat contacts", as viewer: Viewer,
    visibility: Visibility = .published, to database: TestDatabase
  ) async throws -> ID<Benefit> {
    try await database.store.write(as: viewer, .test()) { db in
      try db.addBenefit(
        World.benefit(reference, title: title), to: viewer.organisation, visibility: visibility,
        by: .test(), as: viewer)
    }
  }

  private func set(
    _ share: Exact?, of source: ID<SharedSource>, in benefit: ID<Benefit>, as viewer: Viewer,
    _ database: TestDatabase
  ) async throws {
    try await database.store.write(as: viewer, .test("share.change")) { db in
      try db.setShare(
        share.map { SourceShare(share: $0, note: "") }, of: source, in: benefit,
        by: .test("share.change"), as: viewer)
    }
  }

  private func claims(
    of source: ID<SharedSource>, as viewer: Viewer, _ database: TestDatabase
  ) async throws -> SourceClaims {
    let stored = try await database.store.read(as: viewer) { db in
      try db.sharedSource(source, as: viewer)
    }
    return try #require(stored).claims
  }

  private func obstacles(
    of benefit: ID<Benefit>, as viewer: Viewer, _ database: TestDatabase
  ) async throws -> [Problem] {
    try await database.store.write(as: viewer, .test()) { db in
      try db.attributionObstacles(of: benefit, as: viewer)
    }
  }
}
