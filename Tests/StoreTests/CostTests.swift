import Calculator
import Foundation
import Programme
import TestSupport
import Testing

@testable import Store

@Suite(
  "Costs in the store", .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct CostTests {
  let officer = World.viewer(.council)
  let coordinator = World.viewer(.coordinator, of: World.programmeOffice)

  private func profile(_ reference: String, buys: [String] = []) -> CostProfile {
    var cost = Cost(
      reference: reference, council: "West Lothian Council", description: "Licences",
      amount: Exact(text: "56281.44") ?? .zero, fromYear: 1, toYear: 5)
    cost.optimismBiasShare = Exact(text: "0.15")
    return CostProfile(cost, buys: buys)
  }

  /// A register with a base year and two benefits: B001 is a draft, B002 is shared.
  private func begin(_ database: TestDatabase) async throws {
    try await database.store.write(as: officer, .test()) { db in
      var register = Register()
      register.cover.council = officer.organisationName
      register.cover.baseYear = FinancialYear(firstYear: 2009)
      register.benefits = [World.benefit("B001"), World.benefit("B002")]
      let merge = RegisterMerge(
        register, into: nil, try db.lockRegister(of: officer.organisation, as: officer))
      try db.apply(
        merge, visibility: { $0.reference == "B001" ? .draft : .shared }, by: .test(),
        as: officer)
    }
  }

  private func add(
    _ profile: CostProfile, to database: TestDatabase, visibility: Visibility = .shared
  ) async throws -> ID<Cost> {
    try await database.store.write(as: officer, .test("cost.add")) { db in
      try db.addCost(
        profile, to: officer.organisation, visibility: visibility, by: .test("cost.add"),
        as: officer)
    }
  }

  private func change(
    _ id: ID<Cost>, expecting version: Int, to profile: CostProfile, in database: TestDatabase
  ) async throws -> Int {
    try await database.store.write(as: officer, .test("cost.change")) { db in
      try db.changeCost(
        id, expecting: version, to: profile, visibility: .shared, by: .test("cost.change"),
        as: officer)
    }
  }

  private func cost(
    _ id: ID<Cost>, as viewer: Viewer, in database: TestDatabase
  ) async throws -> StoredCost? {
    try await database.store.read(as: viewer) { db in try db.cost(id, as: viewer) }
  }

  @Test(
    "COST-1, COST-2 and COST-6: a cost comes back as recorded, changes by version, and shows each what they see"
  )
  func life() async throws {
    try await TestDatabase.run { database in
      try await begin(database)
      let id = try await add(profile("C1", buys: ["b002", "B001", "B002"]), to: database)
      let first = try #require(try await cost(id, as: officer, in: database))
      #expect(first.profile == profile("C1", buys: ["B001", "B002"]))
      #expect(try await cost(id, as: coordinator, in: database)?.profile.buys == ["B002"])

      var changed = first.profile
      changed.actuals = [
        CostActual(year: try year(2011), value: nil, noValueBecause: "The ledger was closed"),
        CostActual(
          year: try year(2010), value: Exact(text: "58104.05"), evidence: "Ledger", maturity: .final
        ),
      ]
      #expect(try await change(id, expecting: 1, to: changed, in: database) == 2)
      let second = try #require(try await cost(id, as: officer, in: database))
      #expect(second.profile.actuals == changed.actuals.reversed())
      #expect(second.stored.version == 2)
      #expect(try await change(id, expecting: 2, to: second.profile, in: database) == 2)
      await #expect(throws: Refusal.conflict(current: 2)) {
        _ = try await change(id, expecting: 1, to: first.profile, in: database)
      }
      let history = try await database.store.read(as: officer) { db in
        try db.history(of: id, as: officer)
      }
      #expect(history.first?.changes.map(\.field) == ["actual.2010", "actual.2011"])
      let seen = try await database.store.read(as: coordinator) { db in
        try db.history(of: id, as: coordinator)
      }
      #expect(seen.isEmpty, "an entry that names a draft is a draft")
    }
  }

  @Test("COST-3, COST-4 and COST-5: what contradicts the register is refused at its field")
  func refusals() async throws {
    try await TestDatabase.run { database in
      try await begin(database)
      let id = try await add(profile("C1"), to: database)
      #expect(await field { try await add(profile("c1"), to: database) } == "reference")
      #expect(await field { try await add(profile("C2", buys: ["B9"]), to: database) } == "buys")
      var stray = profile("C2")
      stray.actuals = [CostActual(year: try year(2020), value: .one)]
      let refused = stray
      #expect(await field { try await add(refused, to: database) } == "actual.2020")

      #expect(await field { try await withdraw(id, because: " ", in: database) } == "reason")
      try await withdraw(id, because: "The contract ended", in: database)
      let withdrawn = try #require(try await cost(id, as: officer, in: database))
      #expect(withdrawn.withdrawnAt != nil)
      #expect(
        await field { try await change(id, expecting: 2, to: profile("C1"), in: database) } == "")
      let again = try await add(profile("C1"), to: database)
      let (counting, past, register) = try await database.store.read(as: officer) { db in
        var filter = CostFilter()
        let counting = try db.costs(filter, as: officer).map(\.id)
        filter.withdrawn = true
        return (
          counting, try db.costs(filter, as: officer).map(\.id),
          try db.register(of: officer.organisation, as: officer)
        )
      }
      #expect(counting == [again])
      #expect(past == [id])
      #expect(register?.costs.map(\.id) == [again])
    }
  }

  @Test("COST-6: only officers of the council itself change its costs")
  func onlyOwnOfficers() async throws {
    try await TestDatabase.run { database in
      try await begin(database)
      let id = try await add(profile("C1"), to: database, visibility: .published)
      for role in Role.allCases {
        for organisation in [World.westLothian, World.inverclyde] {
          let viewer = World.viewer(role, of: organisation)
          let mayChange = role == .council && organisation == World.westLothian
          guard !mayChange else { continue }
          let expected: Refusal = role == .admin ? .notFound : .forbidden
          let act = Act(name: "cost.withdraw", requestID: "test", reason: "Why")
          await #expect(throws: expected, "\(viewer.name)") {
            try await database.store.write(as: viewer, act) { db in
              try db.withdrawCost(id, expecting: 1, by: act, as: viewer)
            }
          }
        }
      }
    }
  }

  private func withdraw(
    _ id: ID<Cost>, because reason: String, in database: TestDatabase
  ) async throws {
    let act = Act(name: "cost.withdraw", requestID: "test", reason: reason)
    try await database.store.write(as: officer, act) { db in
      try db.withdrawCost(id, expecting: 1, by: act, as: officer)
    }
  }

  private func year(_ first: Int) throws -> FinancialYear {
    try #require(FinancialYear(firstYear: first))
  }

  /// The field that a change is refused at; "" for the record as a whole, nil when it is taken.
  private func field<T>(_ change: () async throws -> T) async -> String? {
    do {
      _ = try await change()
      return nil
    } catch Refusal.invalid(let problems) {
      if case .field(let name) = problems.first?.place { return name }
      return ""
    } catch {
      return "\(error)"
    }
  }

}
