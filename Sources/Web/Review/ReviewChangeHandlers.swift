import HTTPTypes
import Hummingbird
import Programme
import Store

/// Recording a review, and handing a benefit over.
enum ReviewChangeHandlers {
  /// The form for a review: today, by the viewer, the same time again.
  static func new(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (benefit, form) = try await visit.ownBenefit(as: viewer) { db, benefit in
      let last = try db.reviews(of: benefit.id, as: viewer).first
      return RecordForm<Review>(typed: [
        "reviewedOn": try db.today().description, "reviewer": viewer.name,
        "schedule": ReviewSchedule.proposed(after: last?.review.schedule).rawValue,
      ])
    }
    return visit.page(ReviewFormPage(benefit, form))
  }

  /// Records a review, unless somebody changed the benefit meanwhile.
  static func create(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (benefit, _) = try await visit.ownBenefit(as: viewer) { _, _ in }
    var form = try RecordForm<Review>(visit.form, besides: ["version"])
    guard let version = visit.form.given("version").flatMap({ Int($0) }) else {
      throw Failure(.unprocessableContent)
    }
    let reading = form.reading
    form.problems = reading.problems
    guard let review = reading.value else {
      return visit.page(ReviewFormPage(benefit, form), .unprocessableContent)
    }
    let act = visit.act("benefit.review", reason: review.reason)
    do {
      _ = try await visit.write(as: viewer, act) { db in
        try db.addReview(review, of: benefit.id, expecting: version, by: act, as: viewer)
      }
    } catch Refusal.invalid(let problems) {
      form.problems = problems
      return visit.page(ReviewFormPage(benefit, form), .unprocessableContent)
    } catch Refusal.conflict {
      return try await conflict(visit, viewer, form, since: version)
    }
    return visit.redirect(
      to: "/benefits/\(benefit.id)/\(review.decision == .changeForecast ? "edit" : "reviews")",
      notice: .of(review.decision))
  }

  /// The form again with what was typed, and what changed meanwhile.
  private static func conflict(
    _ visit: Visit, _ viewer: Viewer, _ form: RecordForm<Review>, since version: Int
  ) async throws -> Response {
    let (benefit, changes) = try await visit.ownBenefit(as: viewer) { db, benefit in
      try db.history(of: benefit.id, as: viewer).filter { $0.version > version }
    }
    return visit.page(ReviewFormPage(benefit, form, meanwhile: changes), .conflict)
  }
}

extension Visit {
  /// The benefit of the path, which must be the viewer's to change, and what else is read with it.
  func ownBenefit<T: Sendable>(
    as viewer: Viewer, _ more: @Sendable (isolated Database, StoredBenefit) throws -> T
  ) async throws -> (StoredBenefit, T) {
    let id = try id(of: Benefit.self)
    return try await store.read(as: viewer) { db in
      guard let stored = try db.benefit(id, as: viewer) else { throw Refusal.notFound }
      guard viewer.mayChange(recordsOf: stored.stored.organisation) else {
        throw Refusal.forbidden
      }
      return (stored, try more(db, stored))
    }
  }
}

extension NoticeCode {
  /// What is said after a review.
  fileprivate static func of(_ decision: ReviewDecision) -> NoticeCode {
    switch decision {
    case .changeForecast: .reviewAsksForecast
    case .handOver: .reviewHandsOver
    case .carryOn, .sustained, .withdrawn: .reviewAdded
    }
  }
}
