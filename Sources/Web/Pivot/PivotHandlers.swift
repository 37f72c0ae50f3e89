import Exchange
import Hummingbird
import Programme
import Store

/// Any grouping of the benefits by any other.
enum PivotHandlers {
  /// The grouping that the address asks for.
  static func show(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let question = try PivotQuestion(visit.query)
    let report = try await report(visit, viewer, question)
    return visit.page(PivotPage(report, question: question))
  }

  /// The same figures as a table for other programs.
  static func table(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let question = try PivotQuestion(visit.query)
    let report = try await report(visit, viewer, question)
    return try await visit.table(Exchange.Table(report, question: question), named: "pivot")
  }

  private static func report(
    _ visit: Visit, _ viewer: Viewer, _ question: PivotQuestion
  ) async throws -> PivotReport {
    try await visit.store.read(as: viewer) { db in
      try db.pivot(
        rows: question.rows, columns: question.columns, question.filter, as: viewer)
    }
  }
}
