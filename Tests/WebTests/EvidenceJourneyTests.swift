import Foundation
import HTTPTypes
import Postgres
import Programme
import Store
import TestSupport
import Testing

@testable import Web

@Suite(
  "Evidence and closed periods on the pages",
  .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct EvidenceJourneyTests {
  @Test(
    "APP-15 Hostile names and contents are refused or made harmless, and nothing is shown inline")
  func hostile() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      let benefit = try #require(
        try await browser.post("/benefits", BenefitSample.fields).location)
      let path = "\(benefit)/evidence"
      for content in ["", "<script>alert(1)</script>", "#!/bin/sh", "PK\u{3}\u{4}", "\u{0}"] {
        let answer = try await browser.attach(path, name: "a.pdf", content)
        #expect(answer.status == 422, "\(content)")
        #expect(answer.text.contains("id=\"file-error\""))
      }
      let names = [
        "../../etc/passwd", "a.exe", "\u{202E}fdp.txt", "a<b>.html", "..", "=cmd.txt",
        String(repeating: "n", count: 900) + ".txt", "a\\b\\c.txt",
      ]
      for name in names {
        #expect(try await browser.attach(path, name: name, "harmless").status == 303, "\(name)")
      }
      let page = try await browser.get(path)
      let links = page.links(to: path)
      #expect(links.count == names.count)
      for link in links {
        let file = try await browser.get(link)
        #expect(file.text == "harmless")
        let disposition = file.headers[.contentDisposition] ?? ""
        #expect(disposition.hasPrefix("attachment; filename=\""))
        #expect(disposition.contains(".txt\";"))
        #expect(!disposition.contains("/") && !disposition.contains("\\"))
        #expect(file.headers[.contentType] == "text/plain; charset=utf-8")
        #expect(file.headers[.contentSecurityPolicy] == SecurityHeaders.sandbox)
        #expect(file.headers[.xContentTypeOptions] == "nosniff")
      }
    }
  }

  @Test("APP-16 A file is attached, fetched and removed with a reason, and then not found")
  func life() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      let benefit = try #require(
        try await browser.post("/benefits", BenefitSample.fields).location)
      let path = "\(benefit)/evidence"
      let attached = try await browser.attach(
        path, name: "ledger.csv", "Month,Amount", note: "Of <March>")
      let page = try await browser.follow(attached)
      for words in ["ledger.csv", "12 bytes", "Of &lt;March&gt;", "The benefit as a whole"] {
        #expect(page.text.contains(words), "\(words)")
      }
      let link = try #require(page.links(to: path).first)
      let asked = try await browser.get("\(link)/remove")
      #expect(asked.text.contains("Why is it removed?"))
      #expect(try await browser.post("\(link)/remove", [("reason", "")]).status == 422)
      let removed = try await browser.post("\(link)/remove", [("reason", "Of another year")])
      #expect(try await browser.follow(removed).text.contains("Of another year"))
      #expect(try await browser.get(link).status == 404)
      #expect(try await browser.post("\(link)/remove", [("reason", "Again")]).status == 404)
      #expect(try await browser.get(benefit).text.contains("ledger.csv"))
    }
  }

  @Test("APP-12 A closed quarter is told on every page that could write into it")
  func closedQuarter() async throws {
    try await TestSite.run { site in
      try await site.database.retireOfficers()
      let browser = try await site.browser(.council)
      _ = try await browser.post("/benefits", BenefitSample.fields)
      let period = "/periods/check?span=2009-Q1"
      let open = try await browser.get(period)
      #expect(open.text.contains("Submit for closing"))
      let note = [("span", "2009-Q1"), ("seen", ""), ("note", "All in")]
      let submitted = try await browser.follow(try await browser.post("/periods/submit", note))
      #expect(submitted.text.contains("Why do you close what you submitted?"))
      func step(_ step: String, _ reason: String) async throws -> Answer {
        try await browser.post(
          "/periods/\(step)",
          [("span", "2009-Q1"), ("seen", submitted.seen), ("reason", reason)])
      }
      #expect(try await step("close", "").status == 422)
      let closed = try await browser.follow(try await step("close", "One officer"))
      #expect(closed.text.contains("Its values cannot be changed"))
      let list = try await browser.get("/periods")
      #expect(list.text.contains("One officer"))
      #expect(try await browser.get("/periods.csv").text.contains("April to June 2009"))
      #expect(try await step("reopen", " ").status == 422)
      let reopened = try await browser.follow(try await step("reopen", "A late invoice"))
      #expect(reopened.text.contains("Submit for closing"))
      for span in ["2009-Q9", "x", "20099-Q1", "3000-Q1"] {
        #expect(try await browser.get("/periods/check?span=\(span)").status == 404)
        #expect(try await browser.post("/periods/submit", [("span", span)]).status == 422)
      }
    }
  }
}

extension Browser {
  /// Attaches a file with the token of the last page.
  fileprivate func attach(
    _ target: String, name: String, _ content: String, note: String = ""
  ) async throws -> Answer {
    let fields = [("csrf", token), ("note", note), ("supports", "")].map {
      "--XYZ\r\nContent-Disposition: form-data; name=\"\($0.0)\"\r\n\r\n\($0.1)\r\n"
    }.joined()
    let file =
      "--XYZ\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n\r\n"
    return try await send(
      .post, target, [.contentType: "multipart/form-data; boundary=XYZ"],
      Array("\(fields)\(file)\(content)\r\n--XYZ--\r\n".utf8))
  }
}

extension Answer {
  /// Links to files below a path.
  fileprivate func links(to path: String) -> [String] {
    text.split(separator: "href=\"").compactMap { piece in
      let link = String(piece.prefix { $0 != "\"" })
      return link.hasPrefix("\(path)/") && !link.hasSuffix("/remove") ? link : nil
    }
  }
}
