import Calculator
import Foundation
import HTTPTypes
import Postgres
import Programme
import Store
import TestSupport
import Testing

@testable import Web

@Suite(
  "One council's drafts never reach another",
  .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct CanaryTests {
  private static let canary = "zqxcanary"
  /// What an officer of West Lothian tells the co-ordinators in confidence.
  private static let concern = "zqxconcern"

  @Test(
    "No body and no header of any answer holds another council's canary", arguments: Role.allCases)
  func canary(role: Role) async throws {
    try await TestSite.shared(.canary) { site in
      let id = try await site.database.hidden
      let number = try await site.database.confided
      let browser = try await site.browser(role)
      let seesDrafts = World.viewer(role).sees(.draft, of: World.inverclyde)
      let paths = Route.all.filter { $0.method == .get && $0.path != "/sign-in" }.map(\.path)
      let queries = [
        "", "?words=\(Self.canary)", "?service=\(Self.canary)", "?council=S12000018",
        "?sort=title&order=descending", "?rows=service&columns=status&measure=count",
        "?rows=council&columns=stakeholder", "?kind=benefit", "?stakeholder=\(Self.canary)",
        "?rows=stakeholder&columns=year&figure=outlook&measure=count",
      ]
      let confided = ["?need=confided", "?words=zqx&state=all", "?state=Concern"]
      for path in paths {
        // One record has no filters.
        for query in queries + (path.hasPrefix("/issues") ? confided : [])
        where query.isEmpty || !(path.contains("{id}") || path.contains("{number}")) {
          let address =
            path.replacing("{id}", with: id).replacing("{code}", with: "S12000018")
            .replacing("{measure}", with: "money").replacing("{number}", with: number)
            .replacing("{step}", with: "publish") + query
          let answer = try await browser.get(address)
          let echoed = query.contains(Self.canary)
          let text = answer.readable
          let found = text.ranges(of: Self.canary).count
          let isLeak = found > 0 && !seesDrafts && !echoed
          #expect(!isLeak, "\(role) got the canary from \(address)")
          #expect(!text.contains("9090909") || seesDrafts, "\(role) got the sum from \(address)")
          let tellsConcern = text.contains(Self.concern) || text.contains("/issues/\(number)")
          #expect(!tellsConcern || role == .coordinator, "\(role) got the concern from \(address)")
          #expect(answer.status < 500, "\(address)")
        }
      }
    }
  }

  @Test("ISS-8: board and auditor of the co-ordinators' own body get nothing of a concern")
  func concern() async throws {
    try await TestSite.shared(.canary) { site in
      let number = try await site.database.confided
      let paths = [
        "/issues/\(number)", "/issues/\(number)/edit", "/issues/\(number)/steps/publish",
        "/issues?words=zqx&state=all", "/issues.csv?state=all", "/issues.xlsx?state=all", "/audit",
        "/audit.csv", "/audit.xlsx", "/lessons", "/", "/issues?need=confided",
      ]
      let teller = try await site.browser(.coordinator, of: World.programmeOffice)
      #expect(try await teller.get("/issues/\(number)").text.contains(Self.concern))
      #expect(try await teller.get("/audit.csv").text.contains(Self.concern))
      for role in [Role.board, .auditor, .viewer] {
        let browser = try await site.browser(role, of: World.programmeOffice)
        for path in paths {
          let answer = try await browser.get(path)
          let told =
            answer.readable.contains(Self.concern) || answer.text.contains("/issues/\(number)\"")
          #expect(!told, "\(role) got the concern from \(path)")
        }
        #expect(try await browser.get("/issues/\(number)").status == 404)
        #expect(try await browser.post("/issues/\(number)/watch").status == 404)
      }
    }
  }

  /// A draft of Inverclyde that carries the canary in every text.
  fileprivate static func hide(in database: TestDatabase) async throws {
    let officer = World.viewer(.council, of: World.inverclyde)
    var benefit = World.benefit("B001", title: "Title \(canary)")
    benefit.description = "Description \(canary)"
    benefit.service = "Service \(canary)"
    benefit.owner = "Owner \(canary)"
    benefit.stakeholders = [canary]
    benefit.additional = ["Heading \(canary)": canary]
    benefit.inputs.amount = .init(9_090_909)
    benefit.inputs.ramp = [.one, .one, .one, .one, .one]
    benefit.inputs.years = 1
    let hidden = benefit
    try await database.store.write(as: officer, .test()) { db in
      let cost = Cost(
        reference: "C1", council: "", description: "Cost \(canary)", amount: .one,
        fromYear: 0, toYear: 0)
      _ = try db.addCost(
        CostProfile(cost), to: officer.organisation, visibility: .draft, by: .test(), as: officer)
      _ = try db.addMapNode(
        MapNode(kind: .output, title: "Box \(canary)"), to: officer.organisation,
        visibility: .draft, by: .test(), as: officer)
      let id = try db.addBenefit(
        hidden, to: officer.organisation, visibility: .draft, by: .test(), as: officer)
      try db.measure(id, saying: canary, as: officer)
    }
    try await confide(in: database)
  }

  /// A concern that carries its own canary in every text, and what hangs on it.
  private static func confide(in database: TestDatabase) async throws {
    try await database.store.write(as: World.officer, .test()) { db in
      var issue = Programme.Issue(title: "Title \(concern)", state: .concern)
      issue.description = "Description \(concern)"
      (issue.nextAction, issue.councils) = ("Action \(concern)", ["West Lothian Council"])
      let number = try db.raiseIssue(issue, by: .test("issue.raise"), as: World.officer)
      try db.commentIssue(
        number, "Comment \(concern)", by: .test("issue.comment"), as: World.officer)
    }
  }
}

extension TestDatabase.Filling {
  fileprivate static let canary = TestDatabase.Filling("canary") {
    try await CanaryTests.hide(in: $0)
  }
}

extension TestDatabase {
  /// The benefit that is hidden.
  fileprivate var hidden: String {
    get async throws {
      try await superuser.withConnection { db in
        try db.first("SELECT id::text FROM benefit") { row in try row.next(String.self) } ?? ""
      }
    }
  }
}

extension TestDatabase {
  /// The number of the issue that was told in confidence.
  fileprivate var confided: String {
    get async throws {
      try await superuser.withConnection { db in
        try db.first("SELECT number::text FROM issue") { row in try row.next(String.self) } ?? ""
      }
    }
  }
}

extension Connection {
  /// A measure and a value of the benefit's money that say a word in every text.
  fileprivate func measure(
    _ benefit: ID<Benefit>, saying word: String, as officer: Viewer
  ) throws {
    var measure = Measure(
      name: "Name \(word)", unit: "Unit \(word)", kind: .cumulative, direction: .up,
      frequency: .month)
    measure.source = "Source \(word)"
    _ = try addMeasure(measure, to: benefit, by: .test(), as: officer)
    guard let span = PeriodSpan(text: "2009-M01") else { return }
    var value = PeriodValue(span)
    value.noDataBecause = "Reason \(word)"
    value.evidence = "Evidence \(word)"
    try savePeriodValues(
      [PeriodValueChange(value, upon: 0)], of: nil, in: benefit, by: .test(), as: officer)
  }
}
