import Calculator
import Foundation
import Postgres
import Programme
import TestSupport
import Testing

@testable import Store

@Suite(
  "Measures and periods in the store",
  .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct MeasureStoreTests {
  let officer = World.viewer(.council)

  @Test("MEA-2, MEA-16: a measure is kept as recorded, changed, and withdrawn with its values")
  func life() async throws {
    try await TestDatabase.run { database in
      let benefit = try await database.addBenefit()
      try await database.write { db in
        let id = try db.addMeasure(.calls, to: benefit, by: .test(), as: officer)
        #expect(try db.measures(of: benefit, as: officer).map(\.measure) == [.calls])
        #expect(throws: Refusal.self) {
          try db.addMeasure(.calls, to: benefit, by: .test(), as: officer)
        }
        var changed = Measure.calls
        changed.targets.removeAll()
        changed.baseline = nil
        changed.baselineDay = nil
        try db.changeMeasure(
          id, of: benefit, expecting: 1, to: changed, by: .test(), as: officer)
        #expect(throws: Refusal.conflict(current: 2)) {
          try db.changeMeasure(
            id, of: benefit, expecting: 1, to: .calls, by: .test(), as: officer)
        }
        _ = try db.save(["2010-M01 100 90"], of: id, in: benefit, as: officer)
        changed.kind = .percentage
        #expect(throws: Refusal.self) {
          try db.changeMeasure(
            id, of: benefit, expecting: 2, to: changed, by: .test(), as: officer)
        }
        let why = Act(name: "measure.withdraw", requestID: "test", reason: "Counted elsewhere")
        try db.withdrawMeasure(id, of: benefit, expecting: 2, by: why, as: officer)
        let measure = try #require(try db.measures(of: benefit, as: officer).first)
        #expect(measure.withdrawnBecause == "Counted elsewhere")
        #expect(try db.series(of: benefit, as: officer)?[measure].rows.count == 1)
        #expect(throws: Refusal.self) {
          try db.save(["2010-M02 1 1"], of: id, in: benefit, as: officer)
        }
        // Its name is free again.
        _ = try db.addMeasure(.calls, to: benefit, by: .test(), as: officer)
      }
    }
  }

  @Test("MEA-13: rows are saved all or none, and nobody writes over another's change unseen")
  func conflicts() async throws {
    try await TestDatabase.run { database in
      let benefit = try await database.addBenefit()
      try await database.write { db in
        #expect(try db.save(["2010-M01 - 5", "2010-M02 - 6"], in: benefit, as: officer) == 2)
        // The same again changes nothing, whatever version it names.
        #expect(try db.save(["2010-M01 - 5"], in: benefit, as: officer) == 0)
        #expect(throws: Refusal.conflict(current: 0)) {
          try db.save(["2010-M03 - 7", "2010-M01 - 8"], in: benefit, as: officer)
        }
        let rows = try #require(try db.series(of: benefit, as: officer))[nil].rows
        #expect(rows.map(\.noun.actual) == [Exact(5), Exact(6)])
        #expect(try db.save(["2010-M01 - 8"], upon: 1, in: benefit, as: officer) == 1)
        let journal = try db.journal(JournalFilter(), as: officer).filter { $0.kind == "actual" }
        #expect(
          journal.map(\.label) == ["B001 2010/11 M01", "B001 2010/11 M02", "B001 2010/11 M01"])
        #expect(journal.first?.changes.map(\.after) == ["8"])
      }
    }
  }

  @Test(
    "MEA-12: what overlaps a recorded period or lies outside the programme is refused at its cell")
  func refusals() async throws {
    try await TestDatabase.run { database in
      let benefit = try await database.addBenefit()
      try await database.write { db in
        _ = try db.save(["2010-M02 - 6"], in: benefit, as: officer)
        for (row, place) in [
          ("2010-Q1 - 1", "2010-Q1.actual"), ("2010-Year 1 -", "2010-Year.forecast"),
          ("1998-Year - 1", "1998-Year.actual"), ("2030-M01 - 1", "2030-M01.actual"),
        ] {
          #expect("\(row)") {
            try db.save(["2011-M01 - 1", row], in: benefit, as: officer)
          } throws: { error in
            guard case .invalid(let problems) = error as? Refusal else { return false }
            return problems.map(\.placeText) == [place]
          }
        }
        #expect(try db.series(of: benefit, as: officer)?[nil].rows.count == 1)
      }
    }
  }

  @Test(
    "MEA-14: an import puts actuals beside forecasts, and is refused where the register differs")
  func imports() async throws {
    try await TestDatabase.run { database in
      let benefit = try await database.addBenefit()
      var register = try await database.register(of: officer)
      try await database.write { db in
        _ = try db.save(["2010-Year 900 -", "2011-Q1 50 -"], in: benefit, as: officer)
      }
      register.actuals = [try SeriesText.actual("2010-Year 700")]
      let run = try await database.bring(register, as: officer)
      try await database.write { db in
        let rows = try #require(try db.series(of: benefit, as: officer))[nil].rows
        #expect(rows.map(\.noun.forecast) == [Exact(900), Exact(50)])
        #expect(rows.map(\.noun.actual) == [Exact(700), nil])
        try db.undoImport(run, as: officer, by: .test())
        let after = try #require(try db.series(of: benefit, as: officer))[nil].rows
        #expect(after.map(\.noun.forecast) == [Exact(900), Exact(50)])
        #expect(after.map(\.noun.actual) == [nil, nil])
      }
      for (text, mayCome) in [("2011-Year 9", false), ("2011-Q2 9", true), ("2011-M01 9", false)] {
        var changed = register
        changed.actuals = [try SeriesText.actual(text)]
        let outcome = try? await database.bring(changed, as: officer)
        #expect((outcome != nil) == mayCome, "\(text)")
      }
    }
  }

  @Test("MEA-15: the sums beside benefits are those of their rows", arguments: 1...4)
  func sums(seed: UInt64) async throws {
    try await TestDatabase.run { database in
      var maker = SyntheticRegister(seed: seed)
      var random = SeededGenerator(seed: seed)
      var register = maker.register(council: "West Lothian Council", benefitCount: 30)
      _ = try await database.bring(register, as: officer)
      let stored = try await database.stored(of: officer)
      for benefit in stored.benefits.shuffled(using: &random).prefix(12) {
        let rows = SeriesText.random(&random)
        try await database.write { db in
          let before = try #require(try db.series(of: benefit.id, as: officer))[nil]
          let changes = rows.filter { row in
            !before.rows.contains { $0.noun.span.overlaps(row.span) }
          }.map { PeriodValueChange($0, upon: before.row(of: $0.span)?.version ?? 0) }
          _ = try db.savePeriodValues(
            changes, of: nil, in: benefit.id, by: .test(), as: officer)
        }
      }
      try await check(database)
      register.cover.assumptions.onCostShare = Exact(text: "0.4") ?? .zero
      register.cover.baseYear = FinancialYear(firstYear: 2010)
      let run = try await database.bring(register, as: officer)
      try await check(database)
      try await database.write { db in try db.undoImport(run, as: officer, by: .test()) }
      try await check(database)
    }
  }

  /// Compares what stands beside each benefit with what its rows come to.
  private func check(_ database: TestDatabase) async throws {
    try await database.write { db in
      let sums = try db.query(
        """
        SELECT id, year_from, year_forecast::text[], year_actual::text[],
          year_forecast_to_date::text[], year_outlook::text[]
        FROM benefit WHERE removed_at IS NULL ORDER BY id
        """
      ) { row in
        (
          ID<Benefit>(try row.next()), try row.next(Int?.self),
          try (0..<4).map { _ in try row.next(Optional<[String?]>.self) ?? [] }
        )
      }
      #expect(sums.count == 30)
      for (id, from, columns) in sums {
        let series = try #require(try db.series(of: id, as: officer))[nil].series
        #expect(from == series.years.first?.firstYear)
        let points = Frequency.year.spans(in: series.years).map(series.point)
        let expected = [
          points.map(\.forecast), points.map(\.actual), points.map(\.forecastToDate),
          points.map(\.outlook),
        ]
        for (column, figures) in zip(columns, expected) {
          let read = column.map { $0.flatMap { Exact(text: $0) } }
          #expect(
            read.map { $0?.rounded(places: 15) } == figures.map { $0?.rounded(places: 15) })
        }
      }
    }
  }
}

/// Rows of a series as texts: "2010-M01 10 8" is a period, its forecast and its actual.
enum SeriesText {
  static func value(_ text: String) throws -> PeriodValue {
    let words = text.split(separator: " ").map(String.init)
    var value = PeriodValue(try #require(PeriodSpan(text: words[0])))
    value.forecast = Exact(text: words[1])
    value.actual = Exact(text: words[2])
    return value
  }

  /// "2010-Year 700": an actual of B001 as a file has it.
  static func actual(_ text: String) throws -> Actual {
    let words = text.split(separator: " ").map(String.init)
    let span = try #require(PeriodSpan(text: words[0]))
    return Actual(
      benefitReference: "B001", year: span.year, period: span.part,
      value: try #require(Exact(text: words[1])), evidence: "Ledger", maturity: .final)
  }

  /// Some years of periods of any size, with gaps and reasons.
  static func random(_ random: inout SeededGenerator) -> [PeriodValue] {
    (2008...2012).compactMap(FinancialYear.init(firstYear:)).flatMap { year in
      let frequency = Frequency.allCases.randomElement(using: &random) ?? .month
      return frequency.spans(in: [year]).filter { _ in Bool.random(using: &random) }.map { span in
        var value = PeriodValue(span)
        let amount = Exact(Int.random(in: -9_999...9_999, using: &random)) / Exact(7)
        if Bool.random(using: &random) { value.forecast = amount.rounded(places: 2) }
        if Bool.random(using: &random) { value.actual = -amount.rounded(places: 2) }
        if value.actual == nil { value.noDataBecause = "Not measured" }
        return value
      }
    }
  }
}

extension Measure {
  /// A measure of a test.
  static let calls: Measure = {
    var measure = Measure(
      name: "Calls answered", unit: "calls", kind: .cumulative, direction: .up, frequency: .month)
    measure.source = "Call log"
    measure.baseline = Exact(12_000)
    measure.baselineDay = Day(year: 2009, month: 3, day: 31)
    measure.targets = [Day(year: 2011, month: 3, day: 31), Day(year: 2012, month: 3, day: 31)]
      .compactMap(\.self).map { MeasureTarget(day: $0, value: Exact(15_000)) }
    return measure
  }()
}

extension Connection {
  /// Saves rows given as texts, made from the version named.
  fileprivate func save(
    _ rows: [String], upon version: Int = 0, of measure: ID<Measure>? = nil,
    in benefit: ID<Benefit>, as viewer: Viewer
  ) throws -> Int {
    try savePeriodValues(
      try rows.map { PeriodValueChange(try SeriesText.value($0), upon: version) }, of: measure,
      in: benefit, by: .test(), as: viewer)
  }
}

extension TestDatabase {
  /// Writes as an officer of West Lothian.
  fileprivate func write(
    _ body: @Sendable (isolated Database) throws -> Void
  ) async throws {
    try await store.write(as: World.viewer(.council), .test(), body)
  }

  /// A benefit in a register whose base year is 2009/10.
  fileprivate func addBenefit() async throws -> ID<Benefit> {
    var register = Register()
    register.cover.council = "West Lothian Council"
    register.cover.baseYear = FinancialYear(firstYear: 2009)
    register.benefits = [World.benefit("B001")]
    _ = try await bring(register, as: World.viewer(.council))
    return try #require(try await stored(of: World.viewer(.council)).benefits.first).id
  }

  fileprivate func stored(of officer: Viewer) async throws -> StoredRegister {
    try #require(
      try await store.read(as: officer) { db in
        try db.register(of: officer.organisation, as: officer)
      })
  }

  fileprivate func register(of officer: Viewer) async throws -> Register {
    try await stored(of: officer).register
  }

  /// Imports a register.
  fileprivate func bring(_ register: Register, as officer: Viewer) async throws -> ID<ImportRun> {
    try await store.write(as: officer, .test("import.confirm")) { db in
      let run = try db.stageImport(
        fileName: "register.xml", bytes: [1], problems: [], into: officer.organisation,
        by: .test(), as: officer)
      try db.confirmImport(run, register: register, as: officer, by: .test())
      return run
    }
  }
}
