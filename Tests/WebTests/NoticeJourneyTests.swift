import Foundation
import HTTPTypes
import Postgres
import Programme
import Store
import TestSupport
import Testing

@testable import Web

@Suite(
  "Notices, from page to page",
  .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct NoticeJourneyTests {
  private func tell(_ site: TestSite, _ key: String, _ title: String) async throws {
    try await site.database.store.write(as: World.coordinator, .test("notice.tell")) { db in
      try db.notify(
        NoticeDraft(
          .positionAsked, key: key, title: title, words: "By <b>Friday</b>", path: "/councils",
          due: Day(year: 2010, month: 3, day: 29)),
        to: NoticeReach(parties: [World.westLothian]), as: World.coordinator)
    }
  }

  /// Where a form of the page is sent to whose address ends so.
  private func action(_ page: Answer, ending end: String) throws -> String {
    let actions = page.text.split(separator: "action=\"").dropFirst().map {
      String($0.prefix { $0 != "\"" })
    }
    return try #require(actions.first { $0.hasSuffix(end) })
  }

  @Test("NOT-3 A notice stands on the start page until it is opened; looking changes nothing")
  func journey() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      #expect(try await browser.get("/notices").text.contains("No notices yet"))
      try await tell(site, "1", "Go-live moves & “slips”")
      try await tell(site, "2", "Another")
      for _ in 0..<2 {
        let start = try await browser.get("/")
        #expect(start.text.contains("New for you") && start.text.contains("Go-live moves &amp;"))
        #expect(start.text.contains("2 days overdue") && start.text.contains("&lt;b&gt;Friday"))
      }
      let list = try await browser.get("/notices")
      #expect(list.text.contains("2 new of 2 notices"))
      let opened = try await browser.post(try action(list, ending: "/open"))
      #expect(opened.status == 303 && opened.location == "/councils")
      #expect(try await browser.get("/notices").text.contains("1 new of 2 notices"))
      let table = try await browser.get("/notices.csv?show=new")
      #expect(table.text.split(separator: "\r\n").count == 2)
      let new = try await browser.get("/notices?show=new")
      let all = try await browser.follow(
        try await browser.post(
          "/notices/read", [("kind", ""), ("back", "/notices"), ("until", try until(new))]))
      #expect(all.text.contains("0 new of 2 notices") && all.text.contains("Marked as read"))
      #expect(!(try await browser.get("/").text.contains("New for you")))
      let mark = try action(try await browser.get("/notices"), ending: "/mark")
      let away = try await browser.post(mark, [("mark", "new"), ("back", "//evil.example")])
      #expect(away.location == "/")
      #expect(try await browser.get("/notices").text.contains("1 new of 2 notices"))
      #expect(try await browser.get("/notices?kind=nonsense").status == 422)
    }
  }

  private func until(_ page: Answer) throws -> String {
    let mark = try #require(page.text.firstRange(of: "name=\"until\" value=\""))
    return String(page.text[mark.upperBound...].prefix { $0 != "\"" })
  }

  @Test("What comes by e-mail is chosen by kind; a calendar is read by its address alone")
  func settings() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      let page = try await browser.get("/notices/settings")
      #expect(page.text.contains("sends no e-mail yet"))
      let saved = try await browser.post(
        "/notices/settings", [("concern", "never"), ("digest", "nonsense")])
      #expect(try await browser.follow(saved).text.contains("Choices saved"))
      #expect(try await site.database.count("SELECT count(*) FROM notice_preference") == 1)
      let made = try await browser.follow(try await browser.post("/notices/calendar"))
      let field = try #require(made.text.firstRange(of: "id=\"address\" type=\"text\" value=\""))
      let address = String(made.text[field.upperBound...].prefix { $0 != "\"" })
      let path = String(address.dropFirst("http://127.0.0.1:8080".count))

      let typed = BenefitSample.with(["nextReview": "2010-05-01", "title": "Fewer, shorter; calls"])
      #expect(try await browser.post("/benefits", typed).status == 303)
      let stranger = Browser(site)
      let calendar = try await stranger.get(path)
      #expect(calendar.headers[.contentType] == "text/calendar; charset=utf-8")
      #expect(calendar.text.contains("DTSTART;VALUE=DATE:20100501\r\n"))
      #expect(calendar.text.contains("Fewer\\, shorter\\; calls"))
      #expect(try await stranger.get("/calendar/x.ics").status == 404)
      _ = try await browser.get("/notices/settings")
      #expect(try await browser.post("/notices/calendar/end").status == 303)
      #expect(try await stranger.get(path).status == 404)
    }
  }

  @Test("Every kind of notice has its words")
  func words() {
    #expect(Set(NoticeKind.allWords.keys) == Set(NoticeKind.allCases))
  }
}
