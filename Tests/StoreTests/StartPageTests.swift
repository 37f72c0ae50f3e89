import Foundation
import Postgres
import Programme
import TestSupport
import Testing

@testable import Store

@Suite(.enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct StartPageTests {
  @Test("A council is told of its own benefits, a co-ordinator of all within sight")
  func needs() async throws {
    try await TestDatabase.run { database in
      let viewers = try await database.fill(benefits: 12)
      try await database.execute("UPDATE benefit SET owner = 'Somebody', evidence = 'Ledger'")
      try await database.execute(
        """
        UPDATE benefit SET owner = '', next_review = '2010-03-30', visibility = 'shared',
          status = 'Approved'
        WHERE reference IN ('B001', 'B002')
        """)
      for (viewer, count) in zip(viewers, [2, 2, 4]) {
        let page = try await database.store.read(as: viewer) { db in
          try db.startPage(as: viewer)
        }
        #expect(page.lists[.withoutOwner]?.count == count)
        // The clock of the tests stands at 31 March 2010 in London.
        #expect(page.lists[.overdueReview]?.count == count)
        #expect(page.lists[.withoutEvidence]?.count == 0)
        for kind in Attention.allCases {
          var filter = BenefitFilter()
          filter.needs = kind
          if viewer.startsWithOwn { filter.council = viewer.organisationCode }
          let listed = try await database.store.read(as: viewer) { [filter] db in
            try db.benefits(filter, as: viewer).totals.count
          }
          #expect(listed == page.lists[kind]?.count, "\(kind)")
        }
      }
    }
  }

  @Test("A list and its totals are one query, whatever the filter")
  func oneQuery() async throws {
    try await TestDatabase.run(connections: 1) { database in
      let officer = try await database.fill(benefits: 12)[0]
      var searched = BenefitFilter()
      searched.words = "contacts"
      let filters = [BenefitFilter(), searched]
      let counts = try await database.store.read(as: officer) { db in
        var counts: [Int] = []
        for filter in filters {
          for _ in 0..<3 { _ = try db.benefits(filter, as: officer) }
          let before = try db.executions()
          let idle = try db.executions() - before
          _ = try db.benefits(filter, as: officer)
          counts.append(try db.executions() - before - 2 * idle)
        }
        return counts
      }
      #expect(counts == [1, 1])
    }
  }
}

extension Connection {
  /// How often this connection's prepared statements were planned or run.
  fileprivate func executions() throws -> Int {
    try first("SELECT sum(generic_plans + custom_plans)::int8 FROM pg_prepared_statements") { row in
      try row.next(Int.self)
    } ?? 0
  }
}
