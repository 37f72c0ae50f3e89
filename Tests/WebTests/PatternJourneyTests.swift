import Foundation
import Postgres
import Programme
import Store
import TestSupport
import Testing

@testable import Web

@Suite(
  "From a pattern to a benefit",
  .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct PatternJourneyTests {
  /// The fields of a form as a browser would send them again: inputs, chosen radios and options.
  static func fields(_ page: String) -> [String: String] {
    var fields: [String: String] = [:]
    for tag in page.components(separatedBy: "<input").dropFirst() {
      let tag = tag.prefix { $0 != ">" }
      guard let name = attribute("name", of: tag), name != "csrf",
        let value = attribute("value", of: tag)
      else { continue }
      if tag.contains("type=\"radio\""), !tag.contains(" checked") { continue }
      fields[name] = value
    }
    for list in page.components(separatedBy: "<select").dropFirst() {
      guard let name = attribute("name", of: list),
        let chosen = list.components(separatedBy: "</select>").first?
          .components(separatedBy: "<option").first(where: { $0.contains(" selected") })
      else { continue }
      fields[name] = attribute("value", of: Substring(chosen))
    }
    return fields
  }

  private static func attribute(_ name: String, of tag: some StringProtocol) -> String? {
    guard let mark = tag.range(of: " \(name)=\"") else { return nil }
    return String(tag[mark.upperBound...].prefix { $0 != "\"" })
  }

  @Test("A pattern is found, used, its assumptions confirmed or replaced, and copied")
  func life() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      let list = try await browser.get("/patterns?words=missed+bins")
      #expect(list.text.contains("href=\"/patterns/missed-bins\""))
      #expect(!list.text.contains("/patterns/agency-staff"))
      let table = try await browser.get("/patterns.csv")
      #expect(table.text.components(separatedBy: "missed-bins,").count == 2)
      let page = try await browser.get("/patterns/missed-bins")
      for words in ["Use this pattern", "25 %", "18,000 a year", "Where people go wrong"] {
        #expect(page.text.contains(words), "\(words)")
      }
      let form = try await browser.get("/benefits/new?pattern=missed-bins")
      var typed = Self.fields(form.text)
      #expect(typed["Contact.volume"] == "18000")
      #expect(typed["Contact.avoidableShare"] == "25")
      #expect(form.text.contains("Assumed. An example: one call in four"))
      typed["Contact.volume"] = "17250"
      let path = try #require(
        try await browser.post("/benefits", typed.map { ($0, $1) }).location)
      #expect(try await browser.get(path).text.contains("5 assumptions to confirm or replace"))
      let assumed = try await browser.get("\(path)/assumptions")
      for words in ["Replaced by your own", "Still assumed", "17,250 a year"] {
        #expect(assumed.text.contains(words), "\(words)")
      }
      let ticks = [("version", "1"), ("confirm.avoidableShare", "yes")]
      _ = try await browser.follow(try await browser.post("\(path)/assumptions", ticks))
      #expect(try await browser.get(path).text.contains("4 assumptions to confirm or replace"))

      let copy = try await browser.get("/benefits/new?from=\(path.dropFirst("/benefits/".count))")
      #expect(Self.fields(copy.text)["reference"] == "B002")
      #expect(Self.fields(copy.text)["title"]?.hasPrefix("Copy of Fewer repeat") == true)
      #expect(copy.text.contains("Not copied"))

      let keep = try await browser.get("\(path)/pattern")
      #expect(keep.text.contains("As in B001 of West Lothian Council"))
      var kept = Self.fields(keep.text)
      kept["title"] = ""
      let refused = try await browser.post("\(path)/pattern", kept.map { ($0, $1) })
      #expect(refused.status == 422)
      kept["title"] = "Our bins"
      kept["description"] = "As we count them"
      let saved = try await browser.post("\(path)/pattern", kept.map { ($0, $1) })
      #expect(try await browser.follow(saved).text.contains("Pattern saved"))
      #expect(try await browser.get("/patterns").text.contains("Our bins"))
    }
  }

  @Test("A newcomer is asked for at most seven things, and two of them are filled in")
  func requiredFields() async throws {
    try await TestSite.run { site in
      let browser = try await site.browser(.council)
      let page = try await browser.get("/benefits/new")
      let begun = Self.fields(page.text)
      #expect(begun["reference"] == "B001")
      #expect(begun["visibility"] == "draft")
      let empty = try await browser.post("/benefits", [("visibility", ""), ("reference", "")])
      #expect(empty.status == 422)
      let asked = empty.text.components(separatedBy: "href=\"#").count - 1
      #expect((1...7).contains(asked - 1), "\(asked)")
      let words = [("title", "Fewer calls"), ("method", "Amount"), ("Amount.amount", "1000")]
      let figures = try await browser.post("/benefits/figures", words)
      #expect(figures.text.contains("1,000.00"))
      let fault = try await browser.post(
        "/benefits/figures", [("method", "Amount"), ("Amount.amount", "lots")])
      #expect(fault.text.contains("data-fault=\"Amount-amount\""))
      _ = try await browser.get("/benefits/new")
      let sent = words.map { ($0.0, $0.1) } + [("visibility", "draft")]
      #expect(try await browser.post("/benefits", sent).status == 303)
    }
  }
}
