import Calculator
import Postgres
import Programme
import Store
import TestSupport
import Testing

@Suite(
  "What a register rests on", .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct AssumptionTests {
  private let officer = World.viewer(.council)

  /// A register with a benefit by channel, at the version that its channels were stored with.
  private func begin(_ database: TestDatabase) async throws -> Int {
    try await database.store.write(as: officer, .test()) { [officer] db in
      var inputs = Inputs<Exact>(method: .channel)
      (inputs.volume, inputs.fromChannel, inputs.toChannel) = (Exact(1_000), "Desk", "Web")
      inputs.ramp = [nil, nil, nil, nil, nil]
      try db.changeAssumptions(
        of: officer.organisation, expecting: 0, to: Cover(), channelCosts: Self.channels,
        by: .test(), as: officer)
      _ = try db.addBenefit(
        Benefit(reference: "B001", title: "Fewer visits", council: "", inputs: inputs),
        to: officer.organisation, visibility: .draft, by: .test(), as: officer)
      return try db.assumptions(of: officer.organisation, as: officer)?.version ?? 0
    }
  }

  private static let channels = [
    ChannelCost<Exact>(name: "Desk", cost: Exact(8), source: "survey", year: "2005/06"),
    ChannelCost<Exact>(name: "Web", cost: Exact(1), source: "survey", year: "2005/06"),
  ]

  @Test("BEN-7 Another channel cost changes the stored figures and totals in the same transaction")
  func refigured() async throws {
    try await TestDatabase.run { database in
      let version = try await begin(database)
      var dearer = Self.channels
      dearer[0].cost = Exact(11)
      let channels = dearer
      try await database.store.write(as: officer, .test()) { [officer] db in
        try db.changeAssumptions(
          of: officer.organisation, expecting: version, to: Cover(), channelCosts: channels,
          by: .test(), as: officer)
      }
      let page = try await database.store.read(as: officer) { [officer] db in
        try db.benefits(BenefitFilter(), as: officer)
      }
      // Six years of 1,000 contacts at £11 less £1.
      #expect(page.rows.first?.netTotal == Exact(60_000))
      #expect(page.totals.nonCashable == Exact(60_000))
    }
  }

  @Test("Assumptions that somebody else changed meanwhile are not overwritten")
  func conflict() async throws {
    try await TestDatabase.run { database in
      let version = try await begin(database)
      await #expect(throws: Refusal.conflict(current: version)) {
        try await database.store.write(as: officer, .test()) { [officer] db in
          try db.changeAssumptions(
            of: officer.organisation, expecting: version - 1, to: Cover(), channelCosts: [],
            by: .test(), as: officer)
        }
      }
    }
  }

  @Test("Saving the same assumptions makes no version and no journal entry")
  func unchanged() async throws {
    try await TestDatabase.run { database in
      let version = try await begin(database)
      let entries = try await database.count("SELECT count(*) FROM journal_entry")
      let cover = try await database.store.write(as: officer, .test()) { [officer] db in
        let stored = try #require(try db.assumptions(of: officer.organisation, as: officer))
        try db.changeAssumptions(
          of: officer.organisation, expecting: version, to: stored.cover,
          channelCosts: stored.channelCosts, by: .test(), as: officer)
        return try db.assumptions(of: officer.organisation, as: officer)
      }
      #expect(cover?.version == version)
      #expect(try await database.count("SELECT count(*) FROM journal_entry") == entries)
    }
  }

  @Test("A channel that a benefit needs is not lost; another council's register is not changed")
  func refused() async throws {
    try await TestDatabase.run { database in
      let version = try await begin(database)
      let change = { @Sendable (viewer: Viewer) in
        try await database.store.write(as: viewer, .test()) { [officer] db in
          try db.changeAssumptions(
            of: officer.organisation, expecting: version, to: Cover(),
            channelCosts: [Self.channels[0]], by: .test(), as: viewer)
        }
      }
      let refusal = await #expect(throws: Refusal.self) { try await change(officer) }
      guard case .invalid(let problems)? = refusal else {
        Testing.Issue.record("\(String(describing: refusal))")
        return
      }
      #expect(
        problems.map(\.message) == [
          "Channels: expected every channel that a benefit needs, found “Web”. B001 needs it: keep it, or give that benefit another channel first."
        ])
      await #expect(throws: Refusal.forbidden) {
        try await change(World.viewer(.council, of: World.inverclyde))
      }
      #expect(try await database.count("SELECT count(*) FROM channel_cost") == 2)
    }
  }
}
