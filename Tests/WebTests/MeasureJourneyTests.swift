import Foundation
import HTTPTypes
import Postgres
import Programme
import Store
import TestSupport
import Testing

@testable import Web

@Suite(
  "Measures and periods on the pages",
  .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct MeasureJourneyTests {
  private static let measure = [
    ("name", "Calls answered"), ("kind", "Cumulative"), ("unit", "calls"), ("direction", "Up"),
    ("frequency", "Month"), ("maySinkBelowZero", "No"), ("source", "Call log"),
    ("baseline", "12,000"), ("baselineDay", "2009-03-31"), ("target1.day", "2010-06-30"),
    ("target1.value", "300"), ("version", ""),
  ]

  /// The same with some fields changed.
  private static func measure(with changes: [String: String]) -> [(String, String)] {
    measure.map { ($0.0, changes[$0.0] ?? $0.1) }
  }

  /// What a grid of a page says was seen of a period.
  private static func seen(_ span: String, in page: Answer) throws -> String {
    let mark = "name=\"\(span).seen\" value=\""
    let start = try #require(page.text.firstRange(of: mark), "\(span)")
    return String(page.text[start.upperBound...].prefix { $0 != "\"" })
  }

  private static func row(
    _ span: String, _ page: Answer, forecast: String = "", actual: String = "",
    reason: String = "", evidence: String = ""
  ) throws -> [(String, String)] {
    [
      ("\(span).seen", try seen(span, in: page)), ("\(span).forecast", forecast),
      ("\(span).actual", actual), ("\(span).noDataBecause", reason), ("\(span).maturity", ""),
      ("\(span).evidence", evidence),
    ]
  }

  private func benefit(_ browser: Browser) async throws -> String {
    _ = try await browser.get("/benefits/new")
    return try #require(try await browser.post("/benefits", BenefitSample.fields).location)
  }

  @Test("MEA-2: a measure is added, refused with what was typed, changed and withdrawn")
  func life() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      let list = try await benefit(browser) + "/measures"
      #expect(try await browser.get(list).text.contains(">Money</a>"))
      let wrong = Self.measure(with: [
        "name": "", "baseline": "-5", "target1.value": "lots", "source": "The \"log\"",
      ])
      let refused = try await browser.post(list, wrong)
      #expect(refused.status == 422)
      for words in [
        "href=\"#name\"", "href=\"#baseline\"", "href=\"#target1-day\"", "value=\"-5\"",
        "value=\"lots\"", "The &quot;log&quot;",
      ] {
        #expect(refused.text.contains(words), "\(words)")
      }
      let added = try await browser.post(list, Self.measure)
      let page = try await browser.follow(added)
      let path = try #require(added.location)
      for words in ["Measure added", "12,000 calls on 31 March 2009", "30 June 2010", "Call log"] {
        #expect(page.text.contains(words), "\(words)")
      }
      #expect(try await browser.post(list, Self.measure).status == 422)
      #expect(try await browser.get("\(path)/edit").text.contains("value=\"Calls answered\""))
      let changed = Self.measure(with: ["name": "Calls taken", "version": "1"])
      #expect(try await browser.post("\(path)/edit", changed).status == 303)
      let late = try await browser.post(
        "\(path)/edit", Self.measure(with: ["name": "Mine", "version": "1"]))
      #expect(late.status == 409)
      for words in ["somebody else saved “Calls taken”", "value=\"Mine\"", "value=\"2\""] {
        #expect(late.text.contains(words), "\(words)")
      }
      #expect(try await browser.post("\(path)/withdraw", [("version", "2")]).status == 422)
      let gone = try await browser.post(
        "\(path)/withdraw", [("version", "2"), ("reason", "Counted elsewhere")])
      #expect(try await browser.follow(gone).text.contains("Counted elsewhere"))
    }
  }

  @Test("MEA-11, MEA-13: a grid keeps what was typed, refused or saved, and two people meet in it")
  func grid() async throws {
    try await TestSite.run { site in
      let first = try await site.browser(.council)
      let second = try await site.browser(.council)
      let list = try await benefit(first) + "/measures"
      let path = try #require(try await first.post(list, Self.measure).location)
      let page = try await first.get("\(path)?from=2009/10&years=1")
      let wrong =
        try Self.row("2009-M01", page, forecast: "100", actual: "ninety")
        + Self.row("2009-M02", page, actual: "-4") + Self.row("2009-M03", page, actual: "7")
      let refused = try await first.post("\(path)?from=2009/10&years=1", wrong)
      #expect(refused.status == 422)
      for words in [
        "href=\"#2009-M01-actual\"", "value=\"ninety\"", "value=\"-4\"", "value=\"7\"",
        "May 2009, actual",
      ] {
        #expect(refused.text.contains(words), "\(words)")
      }
      #expect(try await site.database.count("SELECT count(*) FROM period_value") == 0)

      let other = try await second.get("\(path)?from=2009/10&years=1")
      let rows =
        try Self.row("2009-M01", page, forecast: "100", actual: "90", evidence: "Log")
        + Self.row("2009-M02", page, forecast: "100", reason: "The log was lost")
        + Self.row("2009-M03", page, forecast: "100")
      let saved = try await first.follow(try await first.post("\(path)?years=1", rows))
      for words in ["Values saved", "290", "Worse than forecast", "no data: The log was lost"] {
        #expect(saved.text.contains(words), "\(words)")
      }
      // The second saw an empty grid and typed in another month: both changes stand.
      let april = try Self.row("2009-M01", other)
      let july = try Self.row("2009-M04", other, actual: "55")
      #expect(try await second.post(path, april + july).status == 303)
      #expect(try await site.database.count("SELECT sum(value)::int FROM period_value") == 145)
      // Then in the month that the first changed: nothing is saved, and both versions are shown.
      let clash = try await second.post(
        path,
        try Self.row("2009-M01", other, actual: "91") + Self.row("2009-M05", other, actual: "3"))
      #expect(clash.status == 409)
      for words in [
        "April 2009, actual", ">90<", ">91<", "name=\"2009-M05.actual\" value=\"3\"",
      ] {
        #expect(clash.text.contains(words), "\(words)")
      }
      #expect(try await site.database.count("SELECT sum(value)::int FROM period_value") == 145)
      let again =
        try Self.row("2009-M01", clash, actual: "91") + Self.row("2009-M05", clash, actual: "3")
      #expect(try await second.post(path, again).status == 303)
      #expect(try await site.database.count("SELECT sum(value)::int FROM period_value") == 149)
      let csv = try await second.get("\(path)/values.csv")
      #expect(csv.text.contains("2009/10,M02,2009-05-01,2009-05-31,100,,The log was lost"))
    }
  }

  @Test("Pasted rows are checked before they are saved, with or without their periods")
  func paste() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      let path = try await benefit(browser) + "/measures/money"
      let year = "?by=Month&from=2009/10&years=1"
      _ = try await browser.get(path)
      for text in ["", "April 2009\tlots", "1\t2\t3", "Apr-09\t1\nApril 2009\t2", "2009/10\t1\t2"] {
        let refused = try await browser.post(
          "\(path)/paste\(year)", [("pasted", text), ("columns", "forecast")])
        #expect(refused.status == 422, "\(text)")
        #expect(refused.text.contains("id=\"pasted-error\""), "\(text)")
      }
      let text = "Month\tForecast\tActual\nApr-09\t1,000\t900\n2009-05\t1,000\t\nQ2 2009/10\t\t50"
      let check = try await browser.post(
        "\(path)/paste\(year)", [("pasted", text), ("columns", "both")])
      for words in ["4 values would change", "April 2009, forecast", "1,000.00", "Save these"] {
        #expect(check.text.contains(words), "\(words)")
      }
      #expect(try await site.database.count("SELECT count(*) FROM period_value") == 0)
      let saved = try await browser.post(path, Self.hidden(in: check))
      #expect(saved.status == 303)
      #expect(try await site.database.count("SELECT sum(value)::int FROM period_value") == 950)
      let bare = try await browser.post(
        "\(path)/paste\(year)", [("pasted", "800\n700"), ("columns", "actual")])
      #expect(bare.text.contains("April 2009, actual"))
      #expect(bare.text.contains("May 2009, actual"))
    }
  }

  /// The cells that a page carries along unseen.
  private static func hidden(in page: Answer) -> [(String, String)] {
    page.text.components(separatedBy: "<input type=\"hidden\" name=\"").dropFirst().compactMap {
      let parts = $0.components(separatedBy: "\"")
      return parts.count > 2 && parts[0] != "csrf" ? (parts[0], parts[2]) : nil
    }
  }

  @Test("Whatever is typed into a cell is saved or refused with its words")
  func hostile() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      let path = try await benefit(browser) + "/measures/money"
      for column in ["forecast", "actual", "noDataBecause", "maturity", "evidence", "seen"] {
        for value in HostileInputTests.extremes {
          let answer = try await browser.post(path, [("2009-M01.\(column)", value)])
          #expect([303, 409, 422].contains(answer.status), "\(column)=\(value.prefix(40))")
        }
      }
      for name in ["2009-M13.actual", "2009-M01.version", "9999-M01.actual", "x", "2009-M01"] {
        #expect(try await browser.post(path, [(name, "1")]).status == 422, "\(name)")
      }
      for value in HostileInputTests.extremes {
        let answer = try await browser.post("\(path)/paste", [("pasted", value)])
        #expect([200, 422].contains(answer.status), "\(value.prefix(40))")
        #expect(!answer.text.contains("<script>alert"))
        for name in ["by", "from", "years"] {
          let shown = try await browser.get("\(path)?\(name)=\(URLEncoded.escaped(value))")
          #expect(shown.status < 500)
        }
      }
      #expect(try await browser.get(path).status == 200)
    }
  }

  @Test(
    "A period is known in the forms that people and spreadsheets write",
    arguments: [
      ("April 2010", "2010-M01"), ("Apr-10", "2010-M01"), ("mar 2011", "2010-M12"),
      ("2011-03", "2010-M12"), ("01/04/2010", "2010-M01"), ("Q3 2010/11", "2010-Q3"),
      ("2010/11 M02", "2010-M02"), ("2010/11", "2010-Year"), ("2010-Q1", "2010-Q1"),
      ("2010.5", nil), ("1,234.50", nil), ("-12", nil), ("", nil), ("April", nil),
      ("13/13/2010", nil), ("Q5 2010/11", nil),
    ] as [(String, String?)])
  func periodTexts(text: String, expected: String?) {
    #expect(PeriodText.read(text)?.text == expected)
  }
}
