import Exchange
import Foundation
import HTTPTypes
import Hummingbird
import Programme
import Store

/// One series of a benefit: shown, typed into, pasted into, handed out.
enum SeriesHandlers {
  /// How a series stands, and its grid.
  static func show(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try await page(visit, viewer)
  }

  /// The rows of a series as a table for other programs, all of them.
  static func table(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let series = try visit.series(in: try await visit.measured(viewer))
    return try await visit.table(Exchange.Table(series), named: "values")
  }

  /// Saves what was typed in a grid: all of it or nothing.
  static func save(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let stored = try visit.series(in: try await visit.ownMeasured(viewer))
    let question = try visit.question(of: stored)
    let sent = try GridSubmission(visit.form)
    let reading = sent.changes(of: stored)
    guard let changes = reading.value else {
      return try await page(visit, viewer, sent: sent, found: reading.problems)
    }
    let act = visit.act("values.change")
    do {
      let count = try await visit.write(as: viewer, act) { db in
        try db.savePeriodValues(
          changes, of: stored.measure?.id, in: stored.benefit.id, by: act, as: viewer)
      }
      return visit.redirect(
        to: question.address(MeasurePlace(stored).path).text,
        notice: count == 0 ? .valuesUnchanged : .valuesChanged)
    } catch Refusal.invalid(let problems) {
      return try await page(visit, viewer, sent: sent, found: problems)
    } catch Refusal.conflict {
      let theirs = try visit.series(in: try await visit.ownMeasured(viewer))
      let last = try await visit.store.read(as: viewer) { db in
        try db.history(of: theirs, as: viewer).first
      }
      return visit.page(
        ValueComparisonPage(
          conflict: sent, changes, with: theirs, last: last,
          action: question.address(MeasurePlace(stored).path).text), .conflict)
    }
  }

  /// Shows what pasted rows would change; nothing is saved before that is confirmed.
  static func paste(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let stored = try visit.series(in: try await visit.ownMeasured(viewer))
    let question = try visit.question(of: stored)
    let pasted = try PastedText(visit.form)
    let reading = pasted.grid(upon: stored, from: question.spans)
    guard let sent = reading.value else {
      return try await page(visit, viewer, found: reading.problems, pasted: pasted)
    }
    let changes = sent.changes(of: stored)
    guard let rows = changes.value else {
      let problems = changes.problems.map { $0.at(.field("pasted")) }
      return try await page(visit, viewer, found: problems, pasted: pasted)
    }
    return visit.page(
      ValueComparisonPage(
        pasted: sent, rows, upon: stored,
        action: question.address(MeasurePlace(stored).path).text))
  }

  /// The page of a series; refused with what was typed where something stands against it.
  private static func page(
    _ visit: Visit, _ viewer: Viewer, sent: GridSubmission? = nil, found: [Problem] = [],
    pasted: PastedText? = nil
  ) async throws -> Response {
    let stored = try visit.series(in: try await visit.measured(viewer))
    let history = try await visit.store.read(as: viewer) { db in
      try db.history(of: stored, as: viewer)
    }
    let page = SeriesPage(
      stored, try visit.question(of: stored), history: history, viewer: viewer, sent: sent,
      found: found, pasted: pasted)
    return visit.page(page, found.isEmpty ? .ok : .unprocessableContent)
  }
}

extension Visit {
  /// The series of the path: "money", or the identity of a measure.
  fileprivate func series(in measured: BenefitSeries) throws(Refusal) -> StoredSeries {
    if parameters.get("measure") == "money" { return measured[nil] }
    guard let series = measured.series(of: try id("measure", of: Measure.self)) else {
      throw .notFound
    }
    return series
  }

  /// The periods that the address asks for.
  fileprivate func question(of stored: StoredSeries) throws -> GridQuestion {
    let parts = Calendar(identifier: .gregorian).dateComponents(
      [.year, .month], from: services.clock())
    guard let year = parts.year, let month = parts.month,
      let day = Day(year: year, month: month, day: 1), let today = FinancialYear.of(day)
    else { throw Failure(.internalServerError) }
    return try GridQuestion(query, of: stored, today: today)
  }
}
