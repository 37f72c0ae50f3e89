import Calculator
import Foundation
import Postgres
import Programme
import TestSupport
import Testing

@testable import Store

@Suite(.enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct ImportedMeasureTests {
  private let officer = World.viewer(.council)

  /// A register of one benefit with a forecast, a reason and a measure of two values.
  private static func register() throws -> Register {
    var register = Register()
    register.cover.council = "West Lothian Council"
    register.cover.baseYear = FinancialYear(firstYear: 2009)
    register.benefits = [World.benefit("B001")]
    register.forecasts = [
      PeriodForecast(benefitReference: "B001", span: try span("2010-Q1"), forecast: Exact(50)),
      PeriodForecast(
        benefitReference: "B001", span: try span("2010-Q2"), forecast: nil,
        noDataBecause: "The office was shut"),
    ]
    register.measures = [
      MeasureSeries(
        benefitReference: "B001", measure: .calls,
        values: [try SeriesText.value("2010-M01 10 8"), try SeriesText.value("2010-M02 10 -")])
    ]
    return register
  }

  private static func span(_ text: String) throws -> PeriodSpan {
    try #require(PeriodSpan(text: text))
  }

  @Test("MEA-17 A file brings measures, values, forecasts and reasons; undone, they are gone")
  func bringsAndTakesBack() async throws {
    try await TestDatabase.run { database in
      let register = try Self.register()
      let first = try await database.take(register, as: officer)
      #expect(try await database.whole(of: officer) == register)
      try await database.undo(first, as: officer)
      let left = try await database.count(
        "SELECT count(*) FROM measure WHERE withdrawn_at IS NULL")
      #expect(left == 0)
      #expect(
        try await database.count("SELECT count(*) FROM period_value WHERE removed_at IS NULL") == 0)

      _ = try await database.take(register, as: officer)
      #expect(try await database.whole(of: officer) == register)
      let again = try await database.take(register, as: officer)
      #expect(try await database.outcome(of: again, as: officer)?.isEmpty == true)

      var changed = register
      changed.measures[0].measure.source = "Another log"
      changed.measures[0].values[1].actual = Exact(7)
      changed.forecasts[0].forecast = Exact(60)
      let second = try await database.take(changed, as: officer)
      #expect(try await database.whole(of: officer) == changed)
      // What a file does not name stays as it is.
      var silent = changed
      (silent.forecasts, silent.measures) = ([], [])
      _ = try await database.take(silent, as: officer)
      #expect(try await database.whole(of: officer) == changed)

      try await database.undo(second, as: officer)
      #expect(try await database.whole(of: officer) == register)
    }
  }

  @Test("MEA-14 Rows that contradict what is recorded are refused, each named, and nothing is kept")
  func contradictions() async throws {
    try await TestDatabase.run { database in
      let register = try Self.register()
      _ = try await database.take(register, as: officer)
      var changed = register
      changed.actuals = [
        try SeriesText.actual("2010-Year 9"), try SeriesText.actual("2010-Q1 9"),
      ]
      changed.forecasts = []
      changed.measures[0].values = [try SeriesText.value("2010-Q1 - 20")]
      let refused = changed
      await #expect {
        _ = try await database.take(refused, as: officer)
      } throws: { error in
        guard case .invalid(let problems) = error as? Refusal else { return false }
        return Set(problems.map(\.found)) == [
          "B001 2010/11 Year", "B001 2010/11 Q1 Calls answered",
        ]
      }
      #expect(try await database.whole(of: officer) == register)
      changed.actuals = [try SeriesText.actual("2010-Q1 9")]
      changed.measures = []
      _ = try await database.take(changed, as: officer)
      let stored = try await database.whole(of: officer)
      #expect(stored.actuals == changed.actuals && stored.forecasts == register.forecasts)
      #expect(stored.measures == register.measures)
    }
  }
}

extension ImportOutcome {
  fileprivate var isEmpty: Bool { added == 0 && changed == 0 }
}

extension TestDatabase {
  fileprivate func take(
    _ register: Register, as officer: Viewer
  ) async throws -> ID<ImportRun> {
    try await store.write(as: officer, .test("import.confirm")) { db in
      let run = try db.stageImport(
        fileName: "register.xml", bytes: [1], problems: [], into: officer.organisation,
        by: .test(), as: officer)
      try db.confirmImport(run, register: register, as: officer, by: .test())
      return run
    }
  }

  fileprivate func undo(_ run: ID<ImportRun>, as officer: Viewer) async throws {
    try await store.write(as: officer, .test("import.undo")) { db in
      try db.undoImport(run, as: officer, by: .test())
    }
  }

  fileprivate func outcome(
    of run: ID<ImportRun>, as officer: Viewer
  ) async throws -> ImportOutcome? {
    try await store.read(as: officer) { db in try db.importRun(run, as: officer)?.outcome }
  }

  fileprivate func whole(of officer: Viewer) async throws -> Register {
    try #require(
      try await store.read(as: officer) { db in
        try db.register(of: officer.organisation, withMeasures: true, as: officer)?.register
      })
  }
}
