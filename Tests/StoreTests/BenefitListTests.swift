import Calculator
import Foundation
import Postgres
import Programme
import TestSupport
import Testing

@testable import Store

@Suite(.enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct BenefitListTests {
  @Test(
    "BEN-8 Pages of every sort hold every benefit once, ties included",
    arguments: BenefitSort.allCases)
  func pages(sort: BenefitSort) async throws {
    try await TestDatabase.shared(.thirtyBenefits) { database in
      for viewer in TestDatabase.viewers {
        for descending in [false, true] {
          var filter = BenefitFilter()
          filter.sort = sort
          filter.descending = descending
          filter.limit = 7
          var seen: [ID<Benefit>] = []
          repeat {
            let page = try await database.store.benefits(filter, as: viewer)
            seen += page.rows.map(\.id)
            // What stands in an address is what comes back from it.
            filter.after = try page.next.map {
              try #require(BenefitCursor(text: $0.text))
            }
          } while filter.after != nil && seen.count < 200
          filter.after = nil
          filter.limit = 200
          let all = try await database.store.benefits(filter, as: viewer)
          #expect(seen == all.rows.map(\.id))
          #expect(seen.count == all.totals.count)
          #expect(Set(seen).count == seen.count)
        }
      }
    }
  }

  @Test(
    "BEN-9 A list shows exactly what the role may see, and its totals are of just that",
    arguments: Role.allCases)
  func visibleRows(role: Role) async throws {
    try await TestDatabase.shared(.thirtyBenefits) { database in
      let everything = try await database.superuser.withConnection { db in
        try db.query(
          """
          SELECT organisation_id, visibility, net_total, cashable_total, is_transfer FROM benefit
          """
        ) { row in
          ExpectedRow(
            owner: ID(try row.next()), visibility: try row.choice(Visibility.self),
            net: try row.optionalExact(), cashable: try row.optionalExact(),
            isTransfer: try row.next())
        }
      }
      for organisation in [World.westLothian, World.inverclyde, World.programmeOffice] {
        let viewer = World.viewer(role, of: organisation)
        let expected = everything.filter { viewer.sees($0.visibility, of: $0.owner) }
        var filter = BenefitFilter()
        filter.limit = 500
        let page = try await database.store.benefits(filter, as: viewer)
        #expect(page.rows.count == expected.count)
        #expect(page.totals == ExpectedRow.totals(expected))
        // Every reference has a B: the totals are worked out from the rows instead of the sums.
        filter.words = "b"
        let others = try await database.store.benefits(filter, as: viewer)
        #expect(others.totals == page.totals)
      }
    }
  }

  @Test("BEN-10 The totals of the sums and of the rows are the same to the last place")
  func totalsOfSumsAndRows() async throws {
    try await TestDatabase.run { database in
      let viewers = try await database.fill(benefits: 40)
      for viewer in viewers {
        let whole = try await database.store.benefits(BenefitFilter(), as: viewer).totals
        var parts: [BenefitTotals] = []
        for method in Calculator.Method.allCases {
          var filter = BenefitFilter()
          filter.method = method
          parts.append(try await database.store.benefits(filter, as: viewer).totals)
        }
        #expect(parts.reduce(0) { $0 + $1.count } == whole.count)
        #expect(parts.reduce(0) { $0 + $1.countWithoutMoney } == whole.countWithoutMoney)
        #expect(parts.map(\.cashable).reduce(.zero, +) == whole.cashable)
        #expect(parts.map(\.nonCashable).reduce(.zero, +) == whole.nonCashable)
        #expect(parts.map(\.transfers).reduce(.zero, +) == whole.transfers)
      }
    }
  }

  @Test("BEN-11 A council's totals are the calculator's to the last place")
  func totalsOfTheCalculator() async throws {
    try await TestDatabase.run { database in
      let officer = try await database.fill(benefits: 60)[0]
      let register = try #require(
        try await database.store.read(as: officer) { db in
          try db.register(of: officer.organisation, as: officer)
        })
      let figures = calculate(register.register.appraisal())
      var filter = BenefitFilter()
      filter.council = officer.organisationCode
      let totals = try await database.store.benefits(filter, as: officer).totals
      #expect(totals.cashable == figures.cashableTotal.reduce(.zero, +))
      #expect(totals.nonCashable == figures.nonCashableTotal.reduce(.zero, +))
      #expect(totals.transfers == figures.transferTotal.reduce(.zero, +))
    }
  }

  @Test(
    "BEN-12 Words are looked for as they are typed, never as a pattern",
    arguments: [
      ("repeat", true), ("REPEAT contacts", true), ("contacts repeat", true), ("%", false),
      ("rep_at", false), ("\\", false), ("repeat nothing", false), ("", true),
      ("' OR true --", false),
    ])
  func words(text: String, isFound: Bool) async throws {
    try await TestDatabase.shared(.oneBenefit) { database in
      let officer = World.viewer(.council)
      var filter = BenefitFilter()
      filter.words = text
      let page = try await database.store.benefits(filter, as: officer)
      #expect((page.rows.count == 1) == isFound)
      #expect(page.totals.count == page.rows.count)
    }
  }

  @Test(
    "A cursor that somebody made up shows a page or the first one, and harms nothing",
    arguments: BenefitSort.allCases)
  func madeUpCursors(sort: BenefitSort) async throws {
    try await TestDatabase.shared(.oneBenefit) { database in
      let officer = World.viewer(.council)
      let id = ID<Benefit>.random()
      for key in ["", "abc", "NaN", "1e400", "-Infinity", "9223372036854775807", "'; DROP"] {
        var filter = BenefitFilter()
        filter.sort = sort
        filter.after = BenefitCursor(key: key, id: id)
        _ = try? await database.store.benefits(filter, as: officer)
        #expect(await database.store.isReady())
      }
      for text in ["", ".", "zz.\(id)", "00.\(id)", "61.x", "6.\(id)", "ff.\(id)"] {
        #expect(BenefitCursor(text: text) == nil)
      }
    }
  }

  @Test("The list is one query, and a council's own list is read by an index")
  func planOfTheList() async throws {
    try await TestDatabase.run { database in
      try await database.fill(benefits: 400)
      try await database.execute("ANALYZE")
      let officer = World.viewer(.council)
      var filter = BenefitFilter()
      filter.council = officer.organisationCode
      let sql = filter.sql(as: officer)
      let plan = try await database.store.read(as: officer) { db in
        try db.query("EXPLAIN \(sql)") { row in try row.next(String.self) }.joined(separator: "\n")
      }
      #expect(plan.contains("Index Scan using benefit_"))
      #expect(!plan.contains("Seq Scan on benefit"))
    }
  }
}

/// A row as it is behind row-level security.
private struct ExpectedRow: Sendable {
  let owner: ID<Organisation>
  let visibility: Visibility
  let net: Exact?
  let cashable: Exact?
  let isTransfer: Bool

  static func totals(_ rows: [ExpectedRow]) -> BenefitTotals {
    let own = rows.filter { !$0.isTransfer }
    let cashable = own.compactMap(\.cashable).reduce(.zero, +)
    return BenefitTotals(
      count: rows.count, countWithoutMoney: rows.count { $0.net == nil }, cashable: cashable,
      nonCashable: own.compactMap(\.net).reduce(.zero, +) - cashable,
      transfers: rows.filter(\.isTransfer).compactMap(\.net).reduce(.zero, +))
  }
}

extension TestDatabase.Filling {
  static let oneBenefit = TestDatabase.Filling("one benefit") { database in
    let officer = World.viewer(.council)
    _ = try await database.store.write(as: officer, .test()) { db in
      try db.addBenefit(
        World.benefit("B001"), to: officer.organisation, visibility: .draft, by: .test(),
        as: officer)
    }
  }

  static let thirtyBenefits = TestDatabase.Filling("thirty benefits") {
    try await $0.fill(benefits: 30)
  }
}

extension TestDatabase {
  /// Gives the two councils a register each, of all visibilities, and returns an officer of each and
  /// a co-ordinator.
  @discardableResult
  func fill(benefits: Int) async throws -> [Viewer] {
    for (index, officer) in TestDatabase.viewers.prefix(2).enumerated() {
      var maker = SyntheticRegister(seed: UInt64(index + 1))
      let register = maker.register(council: officer.organisationName, benefitCount: benefits)
      try await store.write(as: officer, .test("register.seed")) { db in
        try db.seed(register, by: .test("register.seed"), as: officer)
      }
    }
    return TestDatabase.viewers
  }

  /// An officer of each of the two councils, and a co-ordinator.
  static let viewers = [
    World.viewer(.council), World.viewer(.council, of: World.inverclyde),
    World.viewer(.coordinator, of: World.programmeOffice),
  ]
}
