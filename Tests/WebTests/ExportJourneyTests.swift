import Calculator
import Foundation
import HTTPTypes
import Programme
import Store
import TestSupport
import Testing

@testable import Exchange
@testable import Web

@Suite(
  "A register leaves and comes back",
  .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct ExportJourneyTests {
  private static let westLothian = TestDatabase.Filling("West Lothian\u{2019}s sample") {
    database in
    let browser = try await TestSite(database).browser(.council)
    _ = try await browser.get("/imports/new")
    let path = TestSite.root + "/Tests/Fixtures/samples/west-lothian-90.xml"
    let bytes = Array(try Data(contentsOf: URL(filePath: path)))
    let run = try #require(
      try await browser.upload("/imports", name: "wl.xml", bytes).location)
    _ = try await browser.get(run)
    _ = try await browser.post("\(run)/confirm")
  }

  @Test(
    "What a council exports comes in again with nothing to import",
    arguments: ["export/concordat.xml", "export/workbook.xlsx", "export/workbook"])
  func back(path: String) async throws {
    try await TestSite.shared(Self.westLothian) { site in
      let browser = try await site.browser(.council)
      let page = try await browser.get("/councils/S12000040")
      #expect(page.text.contains("href=\"/councils/S12000040/\(path)\""))
      let file = try await browser.get("/councils/S12000040/\(path)")
      #expect(file.status == 200)
      #expect(file.headers[.contentDisposition]?.hasPrefix("attachment; filename=\"West") == true)
      #expect(file.headers[.contentSecurityPolicy] == SecurityHeaders.sandbox)
      _ = try await browser.get("/imports/new")
      let sent = try await browser.upload("/imports", name: "back.xml", file.body)
      let check = try await browser.follow(sent)
      #expect(check.text.contains("nothing to import"), "\(path)")
    }
  }

  @Test("A register goes through two databases and comes out as the same bytes")
  func throughDatabases() async throws {
    var synthetic = SyntheticRegister(seed: 1_707)
    var register = synthetic.register(council: "West Lothian Council", benefitCount: 40)
    register.benefits[3].description = "line\r\nend\ttab & <b> \"q\" 'a' ü \u{2028} 🏴"
    register.benefits[4].additional = ["Ward & <x>": " kept\r\n as it is ", "Empty": ""]
    register.benefits[5].inputs.amount = Exact(text: "-1234567.000000000000000001")
    register.benefits[6].nextReview = Day(year: 1_899, month: 2, day: 28)
    register.forecasts = try ExportJourneyTests.forecasts(register.benefits[7].reference)
    register.measures = try ExportJourneyTests.measures(register.benefits[8].reference)
    let original = try ConcordatXML.write(
      register, figures: calculate(register.appraisal()), codes: [:])
    let first = try await throughDatabase(original)
    let second = try await throughDatabase(first)
    #expect(first == second)
    let back = try #require(RegisterFile.read(first).register)
    #expect(RegisterDifference(from: register, to: back).rows.isEmpty)
  }

  private static func forecasts(_ benefit: String) throws -> [PeriodForecast] {
    let (quarter, month) = (
      try #require(PeriodSpan(text: "2011-Q2")), try #require(PeriodSpan(text: "2011-M12"))
    )
    return [
      PeriodForecast(
        benefitReference: benefit, span: month, forecast: nil, noDataBecause: "Lost", evidence: "e"),
      PeriodForecast(
        benefitReference: benefit, span: quarter, forecast: Exact(text: "12.000000000000000001")),
    ]
  }

  private static func measures(_ benefit: String) throws -> [MeasureSeries] {
    var share = Measure(
      name: "Answered <first>", unit: "", kind: .percentage, direction: .up, frequency: .month)
    (share.baseline, share.baselineDay) = (.one, Day(year: 2009, month: 4, day: 1))
    share.targets = [
      MeasureTarget(day: try #require(Day(year: 2012, month: 3, day: 31)), value: .one)
    ]
    var (known, missing) = (
      PeriodValue(try #require(PeriodSpan(text: "2010-M01"))),
      PeriodValue(try #require(PeriodSpan(text: "2010-Q2")))
    )
    (known.forecast, known.actual, known.maturity) = (.one, .zero, .final)
    (missing.noDataBecause, missing.evidence) = ("Not counted", "Letter of 2 May")
    let whole = MeasureSeries(
      benefitReference: benefit, measure: share, values: [known, missing])
    var ended = whole
    (ended.withdrawnBecause, ended.values) = ("Counted twice", [known])
    return [whole, ended]
  }

  /// Imports a document into a database of its own, and exports it again.
  private func throughDatabase(_ document: [UInt8]) async throws -> [UInt8] {
    var exported: [UInt8] = []
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      _ = try await browser.get("/imports/new")
      let sent = try await browser.upload("/imports", name: "register.xml", document)
      let run = try #require(sent.location)
      _ = try await browser.get(run)
      _ = try await browser.post("\(run)/confirm")
      exported = try await browser.get("/councils/S12000040/export/concordat.xml").body
    }
    return exported
  }

  @Test("Concordat XML carries the council's code and is valid; the same register, the same bytes")
  func concordatXML() async throws {
    try await TestSite.shared(Self.westLothian) { site in
      let browser = try await site.browser(.council)
      let first = try await browser.get("/councils/S12000040/export/concordat.xml")
      #expect(ConcordatXML.validate(first.body).isEmpty)
      #expect(first.text.contains("<code>S12000040</code>"))
      let second = try await browser.get("/councils/S12000040/export/concordat.xml")
      #expect(second.body == first.body)
    }
  }

  @Test(
    "Every list is an Excel workbook too, with the rows of its CSV",
    arguments: ["/benefits", "/benefits/pivot", "/councils", "/councils/S12000040/export"])
  func lists(path: String) async throws {
    try await TestSite.shared(Self.westLothian) { site in
      let browser = try await site.browser(.council)
      let csv = try await browser.get("\(path).csv")
      let excel = try await browser.get("\(path).xlsx")
      #expect(
        excel.headers[.contentType]
          == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
      let sheet = try #require(excel.parts["xl/worksheets/sheet1.xml"])
      let lines = csv.text.components(separatedBy: "\r\n").count - 1
      #expect(sheet.ranges(of: "<row ").count == lines && lines > 1)
      #expect(!sheet.contains("<f>"))
      let pages = ["/benefits": "/benefits", "/benefits/pivot": path, "/councils": path]
      guard let page = pages[path] else { return }
      #expect(try await browser.get(page).text.contains("href=\"\(path).xlsx"))
    }
  }

  @Test("A text that looks like a formula is text in every format that leaves")
  func formulas() async throws {
    try await TestSite.run { site in
      let officer = World.viewer(.council)
      let text = "=HYPERLINK(\"http://x\")"
      try await site.database.store.write(as: officer, .test()) { db in
        _ = try db.addBenefit(
          World.benefit("B001", title: text), to: officer.organisation, visibility: .shared,
          by: .test(), as: officer)
      }
      let browser = try await site.browser(.council)
      for path in ["/benefits", "/councils/S12000040/export"] {
        let csv = try await browser.get("\(path).csv").text
        #expect(csv.contains("\"'=HYPERLINK") && !csv.contains(",=") && !csv.contains(",\"="))
        let sheet = try #require(
          try await browser.get("\(path).xlsx").parts["xl/worksheets/sheet1.xml"])
        #expect(sheet.contains("<is><t>=HYPERLINK") && !sheet.contains("<f>"))
      }
      let workbook = try await browser.get("/councils/S12000040/export/workbook.xlsx").readable
      #expect(workbook.contains("<is><t>=HYPERLINK") && !workbook.contains("<f>HYPERLINK"))
      let xml = try await browser.get("/councils/S12000040/export/concordat.xml").text
      #expect(xml.contains("<title>=HYPERLINK(&quot;http://x&quot;)</title>"))
    }
  }
}
