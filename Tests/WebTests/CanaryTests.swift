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

  @Test(
    "No body and no header of any answer holds another council's canary", arguments: Role.allCases)
  func canary(role: Role) async throws {
    try await TestSite.run { site in
      let id = try await hide(in: site)
      let browser = try await site.browser(role)
      let seesDrafts = World.viewer(role).sees(.draft, of: World.inverclyde)
      let paths = Route.all.filter { $0.method == .get && $0.path != "/sign-in" }.map(\.path)
      let queries = [
        "", "?words=\(Self.canary)", "?service=\(Self.canary)", "?council=S12000018",
        "?sort=title&order=descending", "?rows=service&columns=status&measure=count",
        "?rows=council&columns=stakeholder", "?kind=benefit", "?stakeholder=\(Self.canary)",
        "?rows=stakeholder&columns=year&figure=outlook&measure=count",
      ]
      for path in paths {
        for query in queries {
          let address =
            path.replacing("{id}", with: id).replacing("{code}", with: "S12000018")
            .replacing("{measure}", with: "money") + query
          let answer = try await browser.get(address)
          let echoed = query.contains(Self.canary)
          let text = answer.readable
          let found = text.ranges(of: Self.canary).count
          let isLeak = found > 0 && !seesDrafts && !echoed
          #expect(!isLeak, "\(role) got the canary from \(address)")
          #expect(!text.contains("9090909") || seesDrafts, "\(role) got the sum from \(address)")
          #expect(answer.status < 500, "\(address)")
        }
      }
    }
  }

  /// A draft of Inverclyde that carries the canary in every text.
  private func hide(in site: TestSite) async throws -> String {
    let officer = World.viewer(.council, of: World.inverclyde)
    var benefit = World.benefit("B001", title: "Title \(Self.canary)")
    benefit.description = "Description \(Self.canary)"
    benefit.service = "Service \(Self.canary)"
    benefit.owner = "Owner \(Self.canary)"
    benefit.stakeholders = [Self.canary]
    benefit.additional = ["Heading \(Self.canary)": Self.canary]
    benefit.inputs.amount = .init(9_090_909)
    benefit.inputs.ramp = [.one, .one, .one, .one, .one]
    benefit.inputs.years = 1
    let hidden = benefit
    let id = try await site.database.store.write(as: officer, .test()) { db in
      let cost = Cost(
        reference: "C1", council: "", description: "Cost \(Self.canary)", amount: .one,
        fromYear: 0, toYear: 0)
      _ = try db.addCost(
        CostProfile(cost), to: officer.organisation, visibility: .draft, by: .test(), as: officer)
      _ = try db.addMapNode(
        MapNode(kind: .output, title: "Box \(Self.canary)"), to: officer.organisation,
        visibility: .draft, by: .test(), as: officer)
      let id = try db.addBenefit(
        hidden, to: officer.organisation, visibility: .draft, by: .test(), as: officer)
      try db.measure(id, saying: Self.canary, as: officer)
      return id
    }
    return id.description
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
