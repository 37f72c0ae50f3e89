import Calculator
import Foundation
import Postgres
import Programme
import TestSupport
import Testing

@testable import Store

@Suite(.enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct SeedTests {
  static let councils = """
    code,name
    S12000040,West Lothian Council
    S12000018,Inverclyde Council
    S12000050,North Lanarkshire Council
    """
  static let demonstration = """
    {"programme": "A demonstration", "purpose": "To try it out", "from": "2004-04-01",
     "parties": [
      {"kind": "council", "name": "North Lanarkshire", "code": "S12000050",
       "capacity": "lead council"},
      {"kind": "supplier", "name": "Lomond Systems", "capacity": "supplier"}],
     "people": [
      {"name": "Iain", "email": "council@example.org", "role": "council",
       "organisation": "S12000050"},
      {"name": "Priya", "email": "partner@example.org", "role": "partner",
       "organisation": "Lomond Systems"}]}
    """

  @Test("The demonstration can be loaded any number of times, and its people can sign in")
  func demonstration() async throws {
    try await TestDatabase.run { database in
      var maker = SyntheticRegister(seed: 5)
      let register = maker.register(council: "North Lanarkshire Council", benefitCount: 20)
      let workbook = SeedWorkbook(
        council: try #require(CouncilCode(text: "S12000050")), fileName: "ours.xml",
        bytes: Array("the file".utf8), register: register, problems: [])
      for attempt in 0..<2 {
        #expect(try await database.store.seedReference(councils: SeedTests.councils) == 3)
        let isNew = try await database.store.seedDemonstration(
          SeedTests.demonstration, workbooks: [workbook],
          password: "a long password \(attempt)")
        #expect(isNew == (attempt == 0))
      }
      #expect(try await database.count("SELECT count(*) FROM benefit") == 20)
      #expect(try await database.count("SELECT count(*) FROM account") == 2)
      #expect(
        try await database.count(
          "SELECT count(*) FROM benefit WHERE visibility = 'draft'") == 4)
      let answer = try await database.store.signIn(
        email: " Council@Example.org ", password: "a long password 1", from: "192.0.2.1")
      guard case .signedIn(_, let session) = answer else {
        Testing.Issue.record("refused")
        return
      }
      #expect(session.viewer.organisationName == "North Lanarkshire Council")
      let page = try await database.store.benefits(BenefitFilter(), as: session.viewer)
      #expect(page.totals.count == 20)
      #expect(!session.programmeName.isEmpty)
      let runs = try await database.store.read(as: session.viewer) { db in
        try db.importRuns(as: session.viewer)
      }
      #expect(runs.map(\.fileName) == ["ours.xml"])
      #expect(runs.map(\.state) == [.confirmed])
    }
  }

  @Test(
    "A list of councils that is not one is refused, with the line",
    arguments: [
      "", "name,code\n", "code,name\nS1200004,West Lothian", "code,name\nS12000040,",
    ])
  func wrongList(text: String) {
    #expect(throws: StoreError.self) { try CouncilList.read(text) }
  }

  @Test("A made-up nation is the same for the same seed, and its totals are the calculator's")
  func generated() async throws {
    try await TestDatabase.run { database in
      #expect(try await database.store.generate(councils: 3, benefits: 12, seed: 9) == 36)
      #expect(try await database.store.generate(councils: 3, benefits: 12, seed: 9) == 0)
      let code = try #require(CouncilCode(text: "X00000002"))
      let viewer = try #require(try await database.store.operatorViewer(for: code))
      let stored = try #require(
        try await database.store.read(as: viewer) { db in
          try db.register(of: viewer.organisation, as: viewer)
        })
      var maker = SyntheticRegister(seed: 10)
      let made = maker.register(council: viewer.organisationName, benefitCount: 12)
      #expect(stored.register == made)
    }
  }

  @Test("A made-up nation has a value of every month, and the sums by year that follow from them")
  func generatedMonths() async throws {
    try await TestDatabase.run { database in
      let store = database.store
      #expect(
        try await store.generate(councils: 2, benefits: 9, years: 3, isMonthly: true, seed: 9) == 18
      )
      #expect(try await database.count("SELECT count(*) FROM period_value") == 18 * 3 * 12)
      let without = try await database.count(
        """
        SELECT count(*) FROM benefit b
        WHERE b.year_actual[1] IS DISTINCT FROM (
          SELECT sum(v.value) FROM period_value v
          WHERE v.benefit_id = b.id AND v.measure_id IS NULL AND v.year = b.year_from)
        """)
      #expect(without == 0)
      let money = try await database.count("SELECT count(*) FROM benefit WHERE year_actual[1] <> 0")
      #expect(money > 0)
      // The last year is still to come: of each series a third has no actual yet.
      #expect(try await database.count("SELECT count(value) FROM period_value") == 18 * 2 * 12)
    }
  }
}
