import Calculator
import Foundation
import HTTPTypes
import Postgres
import Programme
import Store
import TestSupport
import Testing

@testable import Web

@Suite("Simulations", .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct SimulationTests {
  private static let fields = [
    ("query", "?council=S12000040"), ("trials", "1000"), ("seed", "42"),
    ("low/level/benefits", "80"), ("likely/level/benefits", "100"), ("high/level/benefits", "110"),
  ]

  private func ask(_ browser: Browser, _ changes: [String: String] = [:]) async throws -> Answer {
    try await browser.post(
      "/calculator/runs", Self.fields.map { ($0.0, changes[$0.0] ?? $0.1) })
  }

  private func work(_ here: CalculatorSite) async throws -> Bool {
    try await SimulationWork.next(here.site.database.store, TestServer.logger)
  }

  @Test("A simulation is asked for, left, worked off and found again with its distribution")
  func whole() async throws {
    try await CalculatorSite.run { here in
      let browser = try await here.site.browser(.council)
      let waiting = try await browser.follow(try await ask(browser))
      #expect(waiting.text.contains("Waiting") && waiting.text.contains("data-poll"))
      #expect(try await work(here))
      #expect(try await !work(here), "there is only one")
      let list = try await browser.get("/calculator")
      let mark = try #require(list.text.firstRange(of: "/calculator/runs/"))
      let id = list.text[mark.upperBound...].prefix(36)
      let done = try await browser.get("/calculator/runs/\(id)")
      for words in ["Done", "Middle outcome", "Show as table", "42", "80 %", "110 %"] {
        #expect(done.text.contains(words), "\(words)")
      }
      #expect(!done.text.contains("data-poll"))
    }
  }

  @Test("A server that is told to stop leaves a run to the next one, which gives the same result")
  func stopped() async throws {
    try await CalculatorSite.run { here in
      let browser = try await here.site.browser(.council)
      let store = here.site.database.store
      for _ in 1...2 { #expect(try await ask(browser).status == 303) }
      #expect(try await work(here))
      let stopped = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        return try? await SimulationWork.next(store, TestServer.logger)
      }
      _ = await stopped.value
      #expect(try await work(here))
      let results = try await here.site.database.count(
        "SELECT count(DISTINCT result) + count(result) FROM simulation_run")
      #expect(results == 3, "two runs, one result")
    }
  }

  @Test("The same seed gives the same result, another seed another")
  func seeds() async throws {
    try await CalculatorSite.run { here in
      let browser = try await here.site.browser(.council)
      for seed in ["42", "42", "43"] {
        #expect(try await ask(browser, ["seed": seed]).status == 303)
        #expect(try await work(here))
      }
      let results = try await here.site.database.count(
        "SELECT count(DISTINCT result) FROM simulation_run")
      #expect(results == 2)
    }
  }

  @Test(
    "What cannot be simulated is refused at its field with what was typed",
    arguments: [
      ("low/level/benefits", "lots"), ("low/level/benefits", "105"), ("seed", "x"),
      ("trials", "7"), ("high/level/benefits", ""),
    ])
  func refused(name: String, value: String) async throws {
    try await CalculatorSite.run { here in
      let browser = try await here.site.browser(.council)
      let answer = try await ask(browser, [name: value])
      #expect(answer.status == 422)
      #expect(answer.text.contains("<title>Error:"))
      #expect(try await !work(here))
    }
  }

  @Test("A run that is called off is not worked on, and nobody else sees or cancels it")
  func cancelled() async throws {
    try await CalculatorSite.run { here in
      let browser = try await here.site.browser(.council)
      let path = try #require(try await ask(browser).location)
      for role in [Role.council, .coordinator, .viewer] {
        let other = try await here.site.browser(role, of: World.inverclyde)
        #expect(try await other.get(path).status == 404)
        #expect(try await other.post("\(path)/cancel").status == 404)
      }
      let page = try await browser.follow(try await browser.post("\(path)/cancel"))
      #expect(page.text.contains("Cancelled"))
      #expect(try await !work(here))
    }
  }

  @Test("Nobody has more than five runs open")
  func limit() async throws {
    try await CalculatorSite.run { here in
      let browser = try await here.site.browser(.council)
      for _ in 1...5 { #expect(try await ask(browser).status == 303) }
      #expect(try await ask(browser).status == 422)
    }
  }

  @Test("Which inputs matter is drawn with the same numbers as a table, and where it turns")
  func sensitivity() async throws {
    try await CalculatorSite.run { here in
      let browser = try await here.site.browser(.council)
      let page = try await browser.get(
        "/calculator/sensitivity?council=S12000040&discountRate=0&by=20")
      // 6,000 at 80 % and at 120 %.
      for words in ["£4,800.00", "£7,200.00", "Show as table", "Amount of B001", "Simulate"] {
        #expect(page.text.contains(words), "\(words)")
      }
    }
  }
}
