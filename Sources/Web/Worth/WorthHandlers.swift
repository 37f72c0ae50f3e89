import Calculator
import Exchange
import Hummingbird
import Programme
import Store

/// Whether it is worth it, at any date.
enum WorthHandlers {
  /// All registers within sight.
  static func programme(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let asAt = try year(visit.query)
    let sum = try await visit.store.read(as: viewer) { db in WorthSum(try db.worths(as: viewer)) }
    return visit.page(
      WorthPage(sum, asAt: asAt, programme: visit.session?.programmeName ?? ""))
  }

  /// The councils of it as a table for other programs.
  static func table(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let asAt = try year(visit.query)
    let sum = try await visit.store.read(as: viewer) { db in WorthSum(try db.worths(as: viewer)) }
    let usual = sum.worth.flatMap { WorthYears.usual($0.tracked, from: $0.baseYear) }
    return try await visit.table(Exchange.Table(sum, asAt: asAt ?? usual), named: "worth")
  }

  /// One council.
  static func council(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let code = try visit.councilCode()
    let asAt = try year(visit.query)
    let subject = try await visit.store.read(as: viewer) { db in
      guard let council = try db.council(code: code, as: viewer),
        let worth = try db.worth(of: council, as: viewer)
      else { throw Refusal.notFound }
      return worth
    }
    return visit.page(WorthPage(subject, asAt: asAt))
  }

  private static func year(_ query: Submission) throws -> FinancialYear? {
    var reader = QueryReader(query)
    let year = reader.read("asAt", "a financial year") { FinancialYear(text: $0) }
    try reader.finish()
    return year
  }
}

extension Exchange.Table {
  /// The councils of a sum, in the cash view and in the whole view.
  init(_ sum: WorthSum, asAt: FinancialYear?) {
    let parts = ["Cashable", "Non-cashable", "Goes to others", "Costs"]
    let headings =
      ["Council", "Council code", "As at"]
      + parts.flatMap { ["\($0) £ planned", "\($0) £ actual to date", "\($0) £ outlook"] }
    self.init(
      headings: headings,
      rows: asAt.map { year in sum.included.map { $0.cells(asAt: year) } } ?? [])
  }
}

extension CouncilWorth {
  fileprivate func cells(asAt year: FinancialYear) -> [TableCell] {
    let standing = worth.lines(asAt: year)
    let lines = [standing.cashable, standing.nonCashable, standing.transfers, standing.costs]
    return [.text(name), .text(code?.description ?? ""), .text(year.description)]
      + lines.flatMap { line -> [TableCell] in
        [
          .money(line.planned), line.isKnown ? .money(line.actualToDate) : .blank,
          .money(line.outlook),
        ]
      }
  }
}
