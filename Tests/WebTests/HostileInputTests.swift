import Foundation
import HTTPTypes
import Postgres
import Programme
import Store
import TestSupport
import Testing

@testable import Web

@Suite(
  "Whatever is sent, the server answers and stays",
  .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct HostileInputTests {
  /// Extremes for any field: too long, too large, broken, and what other programs would run.
  static let extremes = [
    "", " ", "\0", "\u{FFFE}", "\r\n", "-1", "1e400", "-1e400", "1e-400", "NaN", "inf",
    "9223372036854775807", "9223372036854775808", "-9223372036854775809",
    "170141183460469231731687303715884105728", "0.0000000000000000001", "1,00,0", "£", "%", "10%",
    "99999%", "0x10", "''; DROP TABLE benefit; --", "<script>alert(1)</script>",
    "\"\u{301} onload=\"x", "{{{title}}}", "../../etc/passwd", "=1+1", "\u{202E}", "é\u{301}",
    "2010-02-30", "9999-12-31", "S12000040", "00000000-0000-0000-0000-000000000000",
    String(repeating: "9", count: 5_000), String(repeating: "a", count: 9_001),
    String(repeating: "\u{301}", count: 300), String(repeating: "a;", count: 3_000),
  ]

  /// Some of the extremes, others for every place, so that each is tried at every fourth.
  private static func some(_ place: Int) -> [String] {
    extremes.enumerated().filter { ($0.offset + place).isMultiple(of: 4) }.map(\.element)
  }

  private static let queries = [
    "/changes": ["need", "state", "party", "words", "after", "unknown"],
    "/changes/new": ["milestone", "unknown"],
    "/milestones": ["party", "state", "from", "to", "words", "after", "unknown"],
    "/milestones/timeline": ["party", "from", "to", "unknown"],
    "/benefits": [
      "council", "status", "tangibility", "cashability", "method", "service", "words", "sort",
      "order", "after", "unknown", "objective", "category", "stakeholder", "confidence", "year",
      "figure",
    ],
    "/map": ["council", "service", "objective", "benefit"],
    "/worth": ["asAt"], "/councils/S12000040/worth": ["asAt"],
    "/costs": ["council", "words", "state", "unknown"],
    "/benefits.csv": ["words", "after"],
    "/benefits/pivot": ["rows", "columns", "measure", "figure", "year", "stakeholder"],
    "/audit.csv": ["kind", "before"],
    "/notices": ["kind", "show", "after", "unknown"], "/notices.csv": ["after"],
    "/periods": ["council"], "/periods/check": ["span", "council", "year", "part"],
    "/audit": ["kind", "before", "council"], "/sign-in": ["next"],
    "/calculator": [
      "council", "benefit", "discountRate", "horizonYears", "schedule", "convention",
      "level%2Fbenefits", "benefit%2FB001%2Fvolume", "channel%2FWeb", "unknown",
    ],
    "/issues": IssueFilter.names + ["unknown"], "/issues.csv": ["words", "after"],
    "/issues/bulk": ["issue", "all"], "/issues/new": ["about"],
    "/lessons": ["words", "kind", "cause", "after"],
    "/programme": ["capacity", "only", "sort", "order", "unknown"],
    "/offices": ["kind", "state", "sort", "order"], "/offices/new": ["party", "kind"],
    "/responsibilities": ["party", "capacity"],
    "/calculator/sensitivity": ["target", "by", "also"], "/calculator/scenarios": ["with"],
  ]

  @Test("Every query field with every extreme beside the others, and with some of them alone")
  func queries() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      for (path, names) in Self.queries {
        let together = Self.extremes.map { value in names.map { ($0, value) } }
        let alone = names.enumerated().flatMap { place, name in
          Self.some(place).map { [(name, $0)] }
        }
        for fields in together + alone {
          let query = fields.map { "\($0.0)=\(URLEncoded.escaped($0.1))" }.joined(separator: "&")
          let answer = try await browser.get("\(path)?\(query)")
          #expect(answer.status < 500, "\(path)?\(query.prefix(80))")
          #expect(!answer.isPage || !answer.text.contains("<script>alert"))
        }
      }
    }
  }

  /// Routes read a parameter of a name by the same function: the first gets every extreme.
  @Test("Every path parameter with every extreme, and with some in every path, is not found")
  func paths() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      let routes = Route.all.filter { $0.method == .get && $0.path.contains("{") }
      var seen: Set<String> = []
      for (place, route) in routes.enumerated() {
        let last = route.path.split(separator: "{").last.map(String.init) ?? ""
        let values = seen.insert(last).inserted ? Self.extremes : Self.some(place)
        for value in values where !value.isEmpty && value != "S12000040" {
          let escaped = URLEncoded.escaped(value)
          let path = [
            "{id}", "{code}", "{name}", "{measure}", "{file}", "{number}", "{step}", "{token}",
          ].reduce(route.path) {
            $0.replacing($1, with: escaped)
          }
          let answer = try await browser.get(path)
          let turnedAway = route.access == .may(.coordinate) ? 403 : 404
          #expect([turnedAway, 404, 414].contains(answer.status), "\(path.prefix(80))")
        }
      }
    }
  }

  /// One field of every kind, which gets every extreme; all others get some.
  private static let everyKind: Set<String> = [
    "title", "description", "Amount.amount", "claimShare", "startYear", "nextReview",
    "stakeholders", "method", "criterion1.name", "criterion1.score", "visibility", "version",
  ]

  @Test("Every field of the benefit's form with extremes is taken or refused with its words")
  func forms() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      for name in BenefitSubmission.names.sorted() {
        let values =
          Self.everyKind.contains(name)
          ? Self.extremes : Array(Self.some(name.utf8.count).prefix(6))
        for (number, value) in values.enumerated() {
          var changes = [name: value]
          if name != "reference" { changes["reference"] = "\(name) \(number)" }
          if name.hasPrefix("criterion") { changes["method"] = "Score" }
          let answer = try await browser.post("/benefits", BenefitSample.with(changes))
          #expect([303, 422].contains(answer.status), "\(name)=\(value.prefix(40))")
        }
      }
      let list = try await browser.get("/benefits")
      #expect(list.status == 200)
      #expect(!list.text.contains("<script>alert"))
      #expect(try await browser.get("/benefits.csv").status == 200)
      #expect(try await browser.get("/benefits/pivot").status == 200)
      #expect(try await browser.get("/councils/S12000040").status == 200)
      #expect(try await browser.get("/councils/S12000040/export/workbook").status == 200)
    }
  }

  @Test("A form that is refused comes back with what was typed and every problem")
  func formComesBack() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      let answer = try await browser.post(
        "/benefits",
        BenefitSample.with([
          "title": "", "Amount.amount": "lots", "claimShare": "150", "nextReview": "2010-02-30",
          "owner": "Head of \"ICT\" & more",
        ]))
      #expect(answer.status == 422)
      #expect(answer.text.contains("<title>Error: Record a benefit"))
      for kept in ["value=\"lots\"", "value=\"150\"", "Head of &quot;ICT&quot; &amp; more"] {
        #expect(answer.text.contains(kept), "\(kept)")
      }
      for link in ["#title", "#Amount-amount", "#claimShare", "#nextReview"] {
        #expect(answer.text.contains("href=\"\(link)\""), "\(link)")
      }
      #expect(try await site.database.count("SELECT count(*) FROM benefit") == 0)
    }
  }

  @Test("Uploads that are no workbook are refused with clear words, and nothing is stored")
  func uploads() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      _ = try await browser.get("/imports/new")
      let files: [[UInt8]] = [
        [], [0], Array("%PDF-1.4".utf8), Array("PK\u{3}\u{4}".utf8), Array("<html></html>".utf8),
        Array("a,b,c\r\n1,2,3".utf8), Array(repeating: 0xFF, count: 10_000),
        Array("<?xml version=\"1.0\"?><other/>".utf8),
      ]
      for bytes in files {
        let answer = try await browser.upload("/imports", name: "a.xml", bytes)
        #expect(answer.status == 422)
        #expect(answer.text.contains("id=\"file-error\""))
      }
      #expect(try await site.database.count("SELECT count(*) FROM import_run") == 0)
    }
  }
}
