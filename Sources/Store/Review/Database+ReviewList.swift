import Foundation
import Postgres
import Programme

extension Connection {
  /// The day in the programme's zone, by the program's clock.
  public func today() throws -> Programme.Day {
    guard let day = try first("SELECT \(SQL.today)", { row in try row.optionalDay() }) ?? nil else {
      throw StoreError.inconsistent("there is no day without a scope")
    }
    return day
  }

  /// One page of the benefits within sight by when they are to be reviewed.
  public func reviewPage(_ filter: ReviewFilter, as viewer: Viewer) throws -> ReviewPage {
    let limit = min(max(1, filter.limit), BenefitFilter.limitMaximum)
    let rows = try query(filter.sql(limit: limit, as: viewer)) { row in try ReviewRow(&row) }
    let shown = rows.prefix(limit)
    return ReviewPage(
      rows: Array(shown), counts: try reviewCounts(filter, as: viewer),
      next: rows.count > limit ? shown.last.map(ReviewFilter.cursor) : nil, today: try today())
  }

  /// The owners that occur within sight, from one to the next by the index.
  public func owners(as viewer: Viewer) throws -> [String] {
    try query(
      """
      WITH RECURSIVE found AS (
        (SELECT b.owner, b.owner_order FROM benefit b
          WHERE b.removed_at IS NULL AND b.owner_order > '' AND \(viewer.sees("b"))
          ORDER BY b.owner_order, b.id LIMIT 1)
        UNION ALL
        SELECT n.owner, n.owner_order FROM found f CROSS JOIN LATERAL (
          SELECT b.owner, b.owner_order FROM benefit b
          WHERE b.removed_at IS NULL AND b.owner_order > f.owner_order AND \(viewer.sees("b"))
          ORDER BY b.owner_order, b.id LIMIT 1) n
      )
      SELECT owner FROM found LIMIT 500
      """
    ) { row in try row.next(String.self) }
  }

  private func reviewCounts(
    _ filter: ReviewFilter, as viewer: Viewer
  ) throws -> [ReviewNeed?: Int] {
    let needs = ReviewNeed.allCases.map { need -> SQL in
      "count(*) FILTER (WHERE \(need.condition("b")))"
    }
    let counts = try first(
      """
      SELECT count(*), \(needs.joined(separator: ", "))
      FROM benefit b WHERE \(filter.scope) AND \(viewer.sees("b"))
      """
    ) { row in
      var counts: [ReviewNeed?: Int] = [nil: try row.next()]
      for need in ReviewNeed.allCases { counts[need] = try row.next(Int.self) }
      return counts
    }
    return counts ?? [:]
  }
}

extension ReviewNeed {
  /// Which benefits stand so, on the table of that alias.
  func condition(_ table: SQL) -> SQL {
    switch self {
    case .overdue: "\(table).review_order < \(SQL.today)"
    case .due:
      """
      \(table).review_order >= \(SQL.today)
        AND \(table).review_order <= \(SQL.today) + \(ReviewStanding.dueDays)::int
      """
    case .never: "\(table).reviewed_on IS NULL"
    case .unplanned: "\(table).next_review IS NULL"
    }
  }
}

extension ReviewFilter {
  /// What the rows must fulfil whatever they need.
  fileprivate var scope: SQL {
    var conditions: [SQL] = ["b.removed_at IS NULL AND b.status <> 'Withdrawn'"]
    if let owner { conditions.append("b.owner_order = lower(\(owner)::text)") }
    if let council {
      conditions.append(
        """
        b.organisation_id =
          (SELECT o.id FROM organisation o WHERE o.code = \(council.description))
        """)
    }
    return conditions.joined(separator: " AND ")
  }

  fileprivate func sql(limit: Int, as viewer: Viewer) -> SQL {
    let need: SQL = need.map { " AND \($0.condition("b"))" } ?? ""
    return """
      WITH page AS (
        SELECT b.id, b.reference, b.title, b.organisation_name, b.owner, b.status, b.reviewed_on,
          b.next_review, b.review_order, b.reference_order
        FROM benefit b
        WHERE \(scope) AND \(viewer.sees("b"))\(need)\(afterCondition)
        ORDER BY b.review_order, b.reference_order, b.id
        LIMIT \(limit + 1)
      )
      SELECT page.id, page.reference, page.title, page.organisation_name, page.owner, page.status,
        page.reviewed_on, page.next_review, page.reference_order, r.decision, r.confidence
      FROM page LEFT JOIN LATERAL (
        SELECT r.decision, r.confidence FROM review r
        WHERE r.benefit_id = page.id AND \(viewer.sees("r"))
        ORDER BY r.number DESC LIMIT 1) r ON true
      ORDER BY page.review_order, page.reference_order, page.id
      """
  }

  private var afterCondition: SQL {
    guard let after else { return "" }
    let parts = after.key.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    let day = Programme.Day(text: String(parts.first ?? ""))?.description ?? "infinity"
    let reference = parts.count == 2 ? String(parts.last ?? "") : ""
    return """
       AND (b.review_order, b.reference_order, b.id)
        > (\(day)::text::date, \(reference)::text, \(after.id.uuid))
      """
  }

  /// The place of a row; benefits without a day come after all others.
  fileprivate static func cursor(_ row: ReviewRow) -> BenefitCursor {
    BenefitCursor(key: "\(row.nextReview?.description ?? "unplanned") \(row.place)", id: row.id)
  }
}

extension ReviewRow {
  fileprivate init(_ row: inout RowReader) throws {
    id = ID(try row.next())
    reference = try row.next()
    title = try row.next()
    councilName = try row.next()
    owner = try row.next()
    status = try row.choice(BenefitStatus.self)
    reviewedOn = try row.optionalDay()
    nextReview = try row.optionalDay()
    place = try row.next()
    decision = try row.optionalChoice(ReviewDecision.self)
    confidence = try row.optionalChoice(ReviewConfidence.self)
  }
}
