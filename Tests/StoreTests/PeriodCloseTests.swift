import Calculator
import Foundation
import Postgres
import Programme
import TestSupport
import Testing

@testable import Store

@Suite(.enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct PeriodCloseTests {
  /// The clock of the tests stands at 31 March 2010: quarter 3 of 2009/10 is over, quarter 4 is not.
  private func span(_ part: Period, _ firstYear: Int = 2009) throws -> PeriodSpan {
    PeriodSpan(try #require(FinancialYear(firstYear: firstYear)), part)
  }

  @Test("APP-12 A closed period refuses the grid and files, and not what lies around it")
  func everyWritePath() async throws {
    try await TestDatabase.run { database in
      let (iain, morag) = try await database.twoOfficers()
      let id = try await database.addProfiled(as: iain)
      let quarter = try span(.quarter1)
      try await database.save(10, at: try span(.month2), of: id, as: iain)
      try await database.close(quarter, iain, morag)
      for part in [Period.month1, .month2, .month3] {
        let span = try span(part)
        await #expect { try await database.save(11, at: span, of: id, as: iain) } throws: { error in
          guard case .invalid(let problems) = error as? Refusal else { return false }
          return problems.contains { $0.message.contains("Morag closed April to June 2009") }
        }
      }
      await #expect(throws: Refusal.self) {
        try await database.importActual(11, at: try span(.month3), as: iain)
      }
      #expect(try await database.count("SELECT count(*) FROM period_value WHERE value = 11") == 0)
      try await database.save(12, at: try span(.month4), of: id, as: iain)
      try await database.importActual(13, at: try span(.month5), as: iain)
      // A file that repeats what is there changes nothing, closed or not.
      try await database.importActual(10, at: try span(.month2), as: iain)

      try await database.store.write(as: iain, .test()) { db in
        try db.reopenPeriod(quarter, reason: "A late invoice", by: .test(), as: iain)
      }
      try await database.save(11, at: try span(.month2), of: id, as: iain)
      let closes = try await database.store.read(as: iain) { db in
        try db.periodCloses(as: iain)
      }
      #expect(closes.map(\.outcome) == [.reopened])
      #expect(closes.first?.reopened?.reason == "A late invoice")
    }
  }

  @Test("APP-12 An import whose values lie in a closed period is not taken back")
  func undo() async throws {
    try await TestDatabase.run { database in
      let (iain, morag) = try await database.twoOfficers()
      _ = try await database.addProfiled(as: iain)
      let run = try await database.importActual(13, at: try span(.month2), as: iain)
      try await database.close(try span(.quarter1), iain, morag)
      await #expect(throws: Refusal.self) {
        try await database.store.write(as: iain, .test()) { db in
          try db.undoImport(run, as: iain, by: .test())
        }
      }
      #expect(try await database.count("SELECT count(*) FROM period_value WHERE value = 13") == 1)
    }
  }

  @Test("APP-11 Submitter and closer differ; the closer closes the values that he saw")
  func fourEyes() async throws {
    try await TestDatabase.run { database in
      let (iain, morag) = try await database.twoOfficers()
      let id = try await database.addProfiled(as: iain)
      let quarter = try span(.quarter1)
      try await database.submit(quarter, as: iain)
      await #expect(throws: Refusal.self) {
        try await database.close(quarter, seeing: nil, as: iain)
      }
      await #expect(throws: Refusal.conflict(current: 0)) {
        try await database.close(quarter, seeing: "", as: morag)
      }
      let seen = try await database.review(of: quarter, as: morag)?.fingerprint
      try await database.save(10, at: try span(.month1), of: id, as: iain)
      await #expect(throws: Refusal.conflict(current: 0)) {
        try await database.close(quarter, seeing: seen, as: morag)
      }
      try await database.close(quarter, seeing: nil, as: morag)
      await #expect(throws: Refusal.self) { try await database.submit(quarter, as: iain) }
      await #expect(throws: Refusal.self) { try await database.submit(try span(.month1), as: iain) }
      await #expect(throws: Refusal.self) {
        try await database.store.write(as: iain, .test()) { db in
          try db.reopenPeriod(quarter, reason: " ", by: .test(), as: iain)
        }
      }
    }
  }

  @Test("APP-11 An only officer closes with a reason; a period that is not over is not closed")
  func onlyOfficer() async throws {
    try await TestDatabase.run { database in
      try await database.retireOfficers()
      let only = try await database.addOfficer("Only", of: World.inverclyde)
      _ = try await database.addProfiled(as: only)
      await #expect(throws: Refusal.self) {
        try await database.submit(try span(.quarter4), as: only)
      }
      let quarter = try span(.quarter3)
      try await database.submit(quarter, as: only)
      await #expect(throws: Refusal.self) {
        try await database.close(quarter, seeing: nil, as: only)
      }
      try await database.close(quarter, seeing: nil, reason: "One officer", as: only)
      let office = World.viewer(.coordinator, of: World.programmeOffice)
      let closes = try await database.store.read(as: office) { db in
        try db.periodCloses(as: office)
      }
      #expect(closes.map(\.isSelfClosed) == [true])
    }
  }

  @Test("APP-13 Before it is closed, a period tells what has neither a value nor a reason")
  func completeness() async throws {
    try await TestDatabase.run { database in
      let (iain, morag) = try await database.twoOfficers()
      let id = try await database.addProfiled(as: iain)
      _ = try await database.addProfiled("B002", as: iain)
      try await database.execute("UPDATE register SET base_year = 2008")
      let year = try span(.year, 2008)
      #expect(try await database.review(of: year, as: iain)?.expectedCount == 0)
      _ = try await database.approve(id, iain, morag)
      #expect(try await database.review(of: year, as: iain)?.missing.map(\.periods) == [[year]])
      try await database.save(10, at: year, of: id, as: iain)
      #expect(try await database.review(of: year, as: iain)?.missing.isEmpty == true)
      #expect(try await database.review(of: year, as: iain)?.expectedCount == 1)
    }
  }
}

extension TestDatabase {
  fileprivate func save(
    _ value: Int, at span: PeriodSpan, of id: ID<Benefit>, as officer: Viewer
  ) async throws {
    try await store.write(as: officer, .test()) { db in
      let row = try db.series(of: id, as: officer)?[nil].row(of: span)
      var period = row?.noun ?? PeriodValue(span)
      period.actual = Exact(value)
      try db.savePeriodValues(
        [PeriodValueChange(period, upon: row?.version ?? 0)], of: nil, in: id, by: .test(),
        as: officer)
    }
  }

  /// A file with one actual of B001.
  @discardableResult
  fileprivate func importActual(
    _ value: Int, at span: PeriodSpan, as officer: Viewer
  ) async throws -> ID<ImportRun> {
    try await store.write(as: officer, .test("import.confirm")) { db in
      guard var register = try db.register(of: officer.organisation, as: officer)?.register
      else { throw Refusal.notFound }
      register.actuals = [
        Actual(
          benefitReference: "B001", year: span.year, period: span.part, value: Exact(value),
          evidence: "", maturity: .preliminary)
      ]
      let run = try db.stageImport(
        fileName: "a.xml", bytes: [1], problems: [], into: officer.organisation, by: .test(),
        as: officer)
      try db.confirmImport(run, register: register, as: officer, by: .test())
      return run
    }
  }

  fileprivate func review(of span: PeriodSpan, as viewer: Viewer) async throws -> PeriodReview? {
    try await store.read(as: viewer) { db in
      guard let code = viewer.organisationCode, let register = try db.periods(of: code, as: viewer)
      else { return nil }
      return try db.review(of: span, in: register, as: viewer)
    }
  }

  fileprivate func submit(_ span: PeriodSpan, as officer: Viewer) async throws {
    try await store.write(as: officer, .test("period.submit")) { db in
      try db.submitPeriod(span, note: "In", by: .test("period.submit"), as: officer)
    }
  }

  fileprivate func close(
    _ span: PeriodSpan, seeing seen: String?, reason: String = "", as officer: Viewer
  ) async throws {
    let now = try await review(of: span, as: officer)?.fingerprint ?? ""
    try await store.write(as: officer, .test("period.close")) { db in
      try db.closePeriod(
        span, seeing: seen ?? now, reason: reason, by: .test("period.close"), as: officer)
    }
  }

  fileprivate func close(_ span: PeriodSpan, _ one: Viewer, _ other: Viewer) async throws {
    try await submit(span, as: one)
    try await close(span, seeing: nil, as: other)
  }
}
