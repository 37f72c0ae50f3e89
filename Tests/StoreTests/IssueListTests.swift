import Foundation
import Postgres
import Programme
import TestSupport
import Testing

@testable import Store

// The testing library has an issue of its own.
private typealias Issue = Programme.Issue

@Suite("Lists of issues", .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct IssueListTests {
  private func page(
    _ filter: IssueFilter, as viewer: Viewer, in database: TestDatabase
  ) async throws -> IssuePage {
    try await database.store.read(as: viewer) { db in try db.issuePage(filter, as: viewer) }
  }

  @Test("ISS-12: filters, sorts and pages show each of the matching issues once")
  func list() async throws {
    try await TestDatabase.run { database in
      let numbers = try await database.store.write(as: World.officer, .test()) { db in
        let issues = (0..<12).map { place in
          var issue = Issue(
            title: "Case x\(place) of migration", kind: place % 2 == 0 ? .risk : .issue)
          issue.severity = [nil, .critical, .minor][place % 3]
          issue.councils = place % 4 == 0 ? ["Inverclyde Council"] : []
          guard place % 3 != 0 else { return issue }
          (issue.owner, issue.nextAction) = ("Lomond Systems", "Look")
          issue.due = Day(year: 2010, month: 1, day: 20 + place % 5)
          issue.state = .open
          return issue
        }
        return try db.raiseIssues(issues, by: .test("issue.paste"), as: World.officer)
      }
      try await database.store.write(as: World.officer, .test()) { db in
        try db.moveIssue(
          numbers[1], expecting: 1, .resolve,
          typed: [.resolution: "A", .learnt: "B", .prevention: "C"], by: .test("issue.resolve"),
          as: World.officer)
      }
      let all = Set(numbers).subtracting([numbers[1]])
      for sort in IssueSort.allCases {
        for descending in [true, false] {
          var filter = IssueFilter()
          (filter.sort, filter.descending, filter.limit) = (sort, descending, 4)
          var found: [Int] = []
          repeat {
            let page = try await page(filter, as: World.partner, in: database)
            #expect(page.count == 11)
            found += page.rows.map(\.number)
            filter.after = page.next.flatMap { IssueCursor(text: $0.text) }
          } while filter.after != nil
          #expect(found.count == 11 && Set(found) == all, "\(sort) \(descending)")
        }
      }
      let filters: [(String, (inout IssueFilter) -> Void, Int)] = [
        ("kind", { $0.kind = .risk }, 6), ("severity", { $0.severity = .critical }, 3),
        ("council", { $0.council = World.otherOfficer.organisationCode }, 3),
        ("national", { $0.isNational = true }, 8), ("words", { $0.words = "MIGR x11" }, 1),
        ("number", { $0.words = "#\(numbers[5])" }, 1), ("untriaged", { $0.need = .untriaged }, 4),
        ("overdue", { $0.need = .overdue }, 7), ("ours", { $0.need = .ours }, 7),
        ("finished", { $0.standing = .finished }, 1), ("all", { $0.standing = .all }, 12),
        ("state", { $0.standing = .state(.open) }, 7), ("watched", { $0.need = .watched }, 0),
        ("owner", { $0.owner = World.supplier }, 7),
        ("raiser", { $0.raiser = World.inverclyde }, 0),
      ]
      for (name, change, count) in filters {
        var filter = IssueFilter()
        change(&filter)
        let page = try await page(filter, as: World.partner, in: database)
        #expect(page.count == count && page.rows.count == count, "\(name)")
      }
    }
  }

  @Test("The rows of a page and a search go by an index, as the serving role")
  func plans() async throws {
    try await TestDatabase.run { database in
      _ = try await database.store.generate(councils: 4, benefits: 1, years: 0, seed: 1)
      #expect(try await database.store.generateIssues(3_000, seed: 1) == 3_000)
      #expect(try await database.store.generateIssues(3_000, seed: 1) == 0)
      let programme = try await database.superuser.withConnection { db in
        try db.first("SELECT id FROM programme WHERE name = \(Store.generatedProgramme)") { row in
          ID<NationalProgramme>(try row.next())
        }
      }
      let viewer = World.viewer(.council, in: try #require(programme))
      let changes: [(inout IssueFilter) -> Void] = [
        { _ in }, { $0.sort = .due }, { $0.sort = .changed }, { $0.need = .overdue },
        { $0.owner = World.westLothian }, { $0.standing = .state(.escalated) },
        { $0.words = "migra 17" },
      ]
      for change in changes {
        var filter = IssueFilter()
        change(&filter)
        let sql = filter.sql(as: viewer)
        let plan = try await database.store.read(as: viewer) { db in
          try db.query("EXPLAIN \(sql)") { row in try row.next(String.self) }
            .joined(separator: "\n")
        }
        if filter.words.isEmpty {
          #expect(!plan.contains("Seq Scan on issue i "), "\(filter)\n\(plan)")
        } else {
          #expect(plan.contains("using issue_by_word") || plan.contains("on issue_by_word"))
        }
      }
    }
  }
}
