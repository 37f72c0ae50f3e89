import Calculator
import Foundation
import Postgres
import Programme
import TestSupport
import Testing

@testable import Store

@Suite(.enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct PivotTests {
  /// Every side by every other.
  static let pairs = PivotAxis.all.flatMap { rows in
    PivotAxis.all.filter { $0 != rows }.map { (rows: rows, columns: $0) }
  }

  @Test(
    "BEN-19 Rows, columns and the whole of a pivot agree with the list to the last place",
    arguments: [1, 2])
  func reconciles(seed: Int) async throws {
    try await TestDatabase.run { database in
      for viewer in try await database.fillForPivots(seed: seed).dropFirst() {
        for figure in PivotFigure.allCases {
          var filter = BenefitFilter()
          filter.figure = figure
          let wanted = filter
          try await database.store.read(as: viewer) { db in
            let totals = try db.benefits(wanted, as: viewer).totals
            for (rows, columns) in PivotTests.pairs {
              let report = try db.pivot(
                rows: rows, columns: columns, of: figure, wanted, as: viewer)
              let words: Comment = "\(figure): \(rows.word) by \(columns.word)"
              #expect(report.total.matches(totals), words)
              #expect(report.total.count == totals.count, words)
              #expect(PivotCell.sum(report.rowTotals).matches(totals), words)
              #expect(PivotCell.sum(report.columnTotals).matches(totals), words)
              #expect(PivotCell.sum(report.cells.flatMap { $0 }).matches(totals), words)
              let across = zip(report.cells, report.rowTotals).map { PivotCell.sum($0) ~= $1 }
              #expect(!across.contains(false), words)
            }
          }
        }
      }
    }
  }

  @Test("BEN-20 The list behind a cell has the cell's benefits, and adds up to it")
  func drillsDown() async throws {
    try await TestDatabase.run { database in
      let viewer = try await database.fillForPivots(seed: 3)[2]
      var random = SeededGenerator(seed: 20)
      for (place, pair) in PivotTests.pairs.enumerated() {
        let figure = PivotFigure.allCases[place % PivotFigure.allCases.count]
        var filter = BenefitFilter()
        filter.figure = figure
        let wanted = filter
        let report = try await database.store.read(as: viewer) { db in
          try db.pivot(rows: pair.rows, columns: pair.columns, of: figure, wanted, as: viewer)
        }
        let cells = report.rowLabels.indices.flatMap { row in
          report.columnLabels.indices.filter { report.cells[row][$0].count > 0 }.map { (row, $0) }
        }
        for (row, column) in cells.shuffled(using: &random).prefix(3) {
          let narrowed = try #require(
            wanted.narrowed(to: report.rowLabels[row], on: pair.rows)?
              .narrowed(to: report.columnLabels[column], on: pair.columns))
          let totals = try await database.store.benefits(narrowed, as: viewer).totals
          let cell = report.cells[row][column]
          let words: Comment =
            "\(figure): \(pair.rows.word)=\(report.rowLabels[row]) \(pair.columns.word)=\(report.columnLabels[column])"
          #expect(cell.matches(totals), words)
          #expect(cell.count == totals.count, words)
        }
      }
    }
  }

  @Test("BEN-21 Actual money is what was stored of every period, and a variance is of the same")
  func actualMoney() async throws {
    try await TestDatabase.run { database in
      let viewer = try await database.fillForPivots(seed: 4)[2]
      let stored = try await database.superuser.withConnection { db in
        try db.first(
          """
          SELECT coalesce(sum(v.value), 0) FROM period_value v JOIN benefit b ON b.id = v.benefit_id
          WHERE b.status <> 'Withdrawn' AND b.visibility <> 'draft' AND v.measure_id IS NULL
          """
        ) { row in try row.exact() }
      }
      var sums: [PivotFigure: Exact] = [:]
      for figure in [PivotFigure.actual, .variance] {
        let total = try await database.store.read(as: viewer) { db in
          try db.pivot(
            rows: .dimension(.council), columns: .year, of: figure, BenefitFilter(), as: viewer
          ).total
        }
        sums[figure] = total.cashable + total.nonCashable + total.transfers
        #expect(total.cashable != .zero && total.nonCashable != .zero)
      }
      #expect(sums[.actual] == stored)
      #expect(stored != .zero && sums[.variance] != stored)
    }
  }

  @Test("BEN-22 A benefit of several years and stakeholders counts once in each sum")
  func countsOnce() async throws {
    try await TestDatabase.run { database in
      let viewer = try await database.fillForPivots(seed: 5)[2]
      try await database.execute(
        """
        UPDATE benefit SET stakeholders = ARRAY['Staff', 'staff ', 'Customers', ''],
          status = 'Realising', visibility = 'shared'
        """)
      let count = try await database.count("SELECT count(*) FROM benefit")
      let report = try await database.store.read(as: viewer) { db in
        try db.pivot(
          rows: .dimension(.stakeholder), columns: .year, BenefitFilter(), as: viewer)
      }
      #expect(report.rowLabels == ["Customers", "Staff", "(blank)"])
      #expect(report.rowTotals.map(\.count) == [count, count, count])
      #expect(report.total.count == count)
      for (place, column) in report.columnTotals.enumerated() {
        #expect(report.cells.map { $0[place].count } == [column.count, column.count, column.count])
      }
      // A quarter each: two of four parts are the staff's.
      let parts = report.rowTotals.map(\.cashable.double)
      #expect(abs(parts[1] - 2 * parts[0]) < 0.01 && abs(parts[2] - parts[0]) < 0.01)
    }
  }

  @Test("A pivot of nothing is empty", arguments: PivotFigure.allCases)
  func empty(figure: PivotFigure) async throws {
    try await TestDatabase.shared(.nothing) { database in
      let viewer = World.viewer(.council)
      for columns in [PivotAxis.year, .dimension(.stakeholder), .confidence] {
        let report = try await database.store.read(as: viewer) { db in
          try db.pivot(
            rows: .dimension(.service), columns: columns, of: figure, BenefitFilter(), as: viewer)
        }
        #expect(report.total == .empty && report.rowLabels.isEmpty && report.cells.isEmpty)
      }
    }
  }

  @Test("A pivot reads no value of a period")
  func plan() async throws {
    try await TestDatabase.run { database in
      let viewer = try await database.fillForPivots(seed: 6)[2]
      for figure in PivotFigure.allCases {
        let asked = PivotQuery(
          rows: .dimension(.stakeholder), columns: .year, figure: figure,
          filter: BenefitFilter(), viewer: viewer)
        let plan = try await database.store.read(as: viewer) { db in
          try db.query("EXPLAIN \(asked.sql)") { row in try row.next(String.self) }
        }.joined(separator: "\n")
        #expect(plan.contains("benefit") && !plan.contains("period_value"))
      }
    }
  }

  @Test(
    "A pivot has the calculator's figures in every group",
    arguments: [
      Calculator.Dimension.service, .tangibility, .cashability, .status, .category, .objective,
    ])
  func agreesWithTheCalculator(dimension: Calculator.Dimension) async throws {
    try await TestDatabase.shared(.thirtyBenefits) { database in
      let officer = TestDatabase.viewers[0]
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

  /// Whether both hold the same money.
  fileprivate static func ~= (left: PivotCell, right: PivotCell) -> Bool {
    left.cashable == right.cashable && left.nonCashable == right.nonCashable
      && left.transfers == right.transfers
  }

  fileprivate func matches(_ totals: BenefitTotals) -> Bool {
    cashable == totals.cashable && nonCashable == totals.nonCashable
      && transfers == totals.transfers
  }
}

extension TestDatabase {
  /// Two registers at random with blanks, several stakeholders, grades and months of actual money,
  /// one of them without a base year. Returns the officers of both and a co-ordinator.
  func fillForPivots(seed: Int) async throws -> [Viewer] {
    let viewers = try await fill(benefits: 24)
    try await execute(
      """
      UPDATE benefit b SET
        stakeholders = CASE h % 5 WHEN 0 THEN '{}'
          WHEN 1 THEN ARRAY['Staff', ' customers', 'Customers', 'Society']
          WHEN 2 THEN ARRAY['Partner', 'STAFF', ''] ELSE stakeholders END,
        service = CASE WHEN h / 7 % 6 = 0 THEN '' ELSE service END,
        objective = CASE WHEN h / 11 % 4 = 0 THEN '' ELSE objective END,
        category = CASE WHEN h / 13 % 4 = 0 THEN '' ELSE upper(category) END,
        tangibility = CASE WHEN h / 17 % 5 > 0 THEN tangibility END,
        cashability = CASE WHEN h / 19 % 7 > 0 THEN cashability END,
        confidence_grade = nullif(h / 23 % 7, 0)
      FROM (
        SELECT id, abs(hashtextextended(reference || organisation_id, \(seed)) / 2) AS h
        FROM benefit) r
      WHERE r.id = b.id
      """)
    try await execute(
      """
      INSERT INTO period_value (id, programme_id, organisation_id, benefit_id, version, changed_at,
        year, period, value, evidence, maturity)
      SELECT gen_random_uuid(), b.programme_id, b.organisation_id, b.id, 1, now(), y.year,
        'M' || lpad(m.month::text, 2, '0'),
        (abs(hashtextextended(b.reference || y.year || m.month, \(seed))) % 1000000 - 100000) / 100.0,
        '', 'Final'
      FROM benefit b, generate_series(2009, 2011) y (year), generate_series(1, 12, 5) m (month)
      WHERE abs(hashtextextended(b.reference || b.organisation_id, \(seed))) % 3 > 0
        AND NOT EXISTS (SELECT FROM period_value v WHERE v.benefit_id = b.id)
      """)
    try await execute(
      "UPDATE register SET base_year = NULL WHERE organisation_id = \(World.inverclyde.uuid)")
    try await execute("SELECT renew_year_values(array_agg(id)) FROM benefit")
    return viewers
  }
}
