import Calculator
import Exchange
import HTTPTypes
import Hummingbird
import Programme
import Store

/// The list of reviews, and the reviews of one benefit.
enum ReviewHandlers {
  /// Which benefits are to be reviewed.
  static func list(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let filter = try ReviewFilter(visit.query, for: viewer)
    let choices = try await visit.services.choices.choices(for: viewer, from: visit.store)
    let page = try await visit.store.read(as: viewer) { db in
      ReviewListPage(
        try db.reviewPage(filter, as: viewer), owners: try db.owners(as: viewer),
        councils: choices.councils, filter: filter)
    }
    return visit.page(page)
  }

  /// The same rows as a table for other programs, all pages of them.
  static func table(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let filter = try ReviewFilter(visit.query, for: viewer)
    let table = try await visit.store.read(as: viewer) { db in
      Exchange.Table(try db.everyReviewRow(of: filter, as: viewer), today: try db.today())
    }
    return try await visit.table(table, named: "reviews")
  }

  /// The reviews and hand-overs of one benefit.
  static func ofBenefit(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let id = try visit.id(of: Benefit.self)
    let page = try await visit.store.read(as: viewer) { db in
      guard let benefit = try db.benefit(id, as: viewer) else { throw Refusal.notFound }
      return BenefitReviewsPage(
        benefit, reviews: try db.reviews(of: id, as: viewer),
        handovers: try db.handovers(of: id, as: viewer), today: try db.today(), viewer: viewer)
    }
    return visit.page(page)
  }

  /// The reviews of one benefit as a table.
  static func benefitTable(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let id = try visit.id(of: Benefit.self)
    let (name, reviews) = try await visit.store.read(as: viewer) { db in
      guard let benefit = try db.benefit(id, as: viewer) else { throw Refusal.notFound }
      return (benefit.benefit.reference, try db.reviews(of: id, as: viewer))
    }
    return try await visit.table(Exchange.Table(reviews), named: "\(name) reviews")
  }

  /// Two reviews, or a review and now, beside each other.
  static func compare(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let id = try visit.id(of: Benefit.self)
    var reader = QueryReader(visit.query)
    let (from, to) = (reader.text("from"), reader.text("to"))
    try reader.finish()
    let page = try await visit.store.read(as: viewer) { db in
      guard let benefit = try db.benefit(id, as: viewer),
        let now = try db.snapshot(of: id, as: viewer)
      else { throw Refusal.notFound }
      let reviews = try db.reviews(of: id, as: viewer)
      guard let comparison = ReviewComparison(reviews, now: now, from: from, to: to) else {
        throw Refusal.notFound
      }
      return ReviewComparisonPage(
        benefit, comparison, choices: ReviewComparison.choices(reviews, from: from, to: to))
    }
    return visit.page(page)
  }
}

extension Database {
  /// Every row of the list of reviews, page after page.
  func everyReviewRow(of filter: ReviewFilter, as viewer: Viewer) throws -> [ReviewRow] {
    var filter = filter
    filter.after = nil
    filter.limit = BenefitFilter.limitMaximum
    var rows: [ReviewRow] = []
    while true {
      let page = try reviewPage(filter, as: viewer)
      rows += page.rows
      guard let next = page.next else { return rows }
      filter.after = next
    }
  }
}
