import Calculator
import Foundation
import Postgres
import Programme
import TestSupport
import Testing

@testable import Store

@Suite(.enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct PivotTests {
  static let axes: [PivotAxis] = [.year] + Calculator.Dimension.allCases.map { .dimension($0) }

  @Test(
    "BEN-19 Rows, columns and the whole of a pivot agree with the list to the last place",
    arguments: axes)
  func reconciles(rows: PivotAxis) async throws {
    try await TestDatabase.run { database in
      let viewers = try await database.fill(benefits: 25)
      try await database.execute(
        """
        UPDATE benefit SET stakeholders = ARRAY['Staff', ' customers', 'Customers', 'Society']
        WHERE reference IN ('B003', 'B004', 'B007')
        """)
      try await database.execute(
        "UPDATE benefit SET stakeholders = '{}', service = ' ' WHERE reference = 'B005'")
      for viewer in viewers {
        let totals = try await database.store.benefits(BenefitFilter(), as: viewer).totals
        for columns in PivotTests.axes {
          let report = try await database.store.read(as: viewer) { db in
            try db.pivot(rows: rows, columns: columns, BenefitFilter(), as: viewer)
          }
          #expect(report.total.matches(totals), "\(rows.word) by \(columns.word)")
          #expect(report.total.count == totals.count)
          #expect(PivotCell.sum(report.rowTotals).matches(totals))
          #expect(PivotCell.sum(report.columnTotals).matches(totals))
          #expect(PivotCell.sum(report.cells.flatMap { $0 }).matches(totals))
        }
      }
    }
  }

  @Test(
    "A pivot has the calculator's figures in every group",
    arguments: [
      Calculator.Dimension.service, .tangibility, .cashability, .status, .category, .objective,
    ])
  func agreesWithTheCalculator(dimension: Calculator.Dimension) async throws {
    try await TestDatabase.run { database in
      let officer = try await database.fill(benefits: 40)[0]
      var filter = BenefitFilter()
      filter.council = officer.organisationCode
      let wanted = filter
      let (report, register) = try await database.store.read(as: officer) { db in
        (
          try db.pivot(rows: .dimension(dimension), columns: .year, wanted, as: officer),
          try #require(try db.register(of: officer.organisation, as: officer))
        )
      }
      let expected = calculate(register.register.appraisal()).pivot([dimension])
      #expect(report.rowLabels.count == expected.count)
      for row in expected {
        let place = try #require(report.rowLabels.firstIndex(of: row.labels[0]))
        let cell = report.rowTotals[place]
        #expect(cell.cashable == row.cashable.reduce(.zero, +))
        #expect(cell.nonCashable == row.nonCashable.reduce(.zero, +))
        #expect(cell.transfers == row.transfers.reduce(.zero, +))
        #expect(cell.count == row.benefitCount)
      }
      #expect(report.columnLabels.first == "2009/10")
    }
  }
}

extension PivotCell {
  fileprivate static func sum(_ cells: [PivotCell]) -> PivotCell {
    cells.reduce(.empty) { sum, cell in
      PivotCell(
        count: sum.count + cell.count, cashable: sum.cashable + cell.cashable,
        nonCashable: sum.nonCashable + cell.nonCashable,
        transfers: sum.transfers + cell.transfers)
    }
  }

  fileprivate func matches(_ totals: BenefitTotals) -> Bool {
    cashable == totals.cashable && nonCashable == totals.nonCashable
      && transfers == totals.transfers
  }
}
