import Calculator
import Exchange
import HTTPTypes
import Hummingbird
import Programme
import Store

/// What may make figures dishonest, over all benefits within sight.
enum HonestyHandlers {
  /// Every check with counts that lead to it.
  static func show(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    visit.page(HonestyPage(try await honesty(visit, viewer)))
  }

  /// Everything that is flagged, as a table.
  static func table(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try await visit.table(Exchange.Table(try await honesty(visit, viewer)), named: "checks")
  }

  /// Benefits that may be the same.
  static func duplicates(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    visit.page(DuplicatesPage(try await found(visit, viewer), viewer: viewer))
  }

  /// The same as a table.
  static func duplicateTable(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let pairs = try await found(visit, viewer).open
    return try await visit.table(Exchange.Table(pairs), named: "probable duplicates")
  }

  /// Keeps that two benefits are different, and why.
  static func dismiss(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let names = visit.form.fields.map(\.name).filter { $0.hasPrefix("reason-") }
    try visit.form.expecting(Set(["one", "other"] + names.prefix(1)))
    let reason = names.first.flatMap { visit.form.given($0) } ?? ""
    guard let one = visit.form.given("one").flatMap({ ID<Benefit>(text: $0) }),
      let other = visit.form.given("other").flatMap({ ID<Benefit>(text: $0) })
    else { throw Failure(.unprocessableContent) }
    if let problem = DismissalReason.failure(reason) {
      let page = DuplicatesPage(
        try await found(visit, viewer), viewer: viewer, refused: ("\(one) \(other)", problem))
      return visit.page(page, .unprocessableContent)
    }
    let act = visit.act("duplicate.dismiss", reason: reason)
    try await visit.write(as: viewer, act) { db in
      try db.dismissDuplicate(one, other, by: act, as: viewer)
    }
    return visit.redirect(to: "/benefits/duplicates", notice: .duplicateDismissed)
  }

  private static func found(_ visit: Visit, _ viewer: Viewer) async throws -> DuplicatesFound {
    let (candidates, dismissals) = try await visit.store.read(as: viewer) { db in
      (
        try db.duplicateCandidates(near: nil, as: viewer),
        try db.duplicateDismissals(as: viewer)
      )
    }
    return try await visit.calculating {
      DuplicatesFound(DuplicateSearch.pairs(candidates), dismissals)
    }
  }

  private static func honesty(_ visit: Visit, _ viewer: Viewer) async throws -> RegisterHonesty {
    let count = try await found(visit, viewer).open.count
    return try await visit.store.read(as: viewer) { db in
      RegisterHonesty(
        sources: try db.sharedSources(as: viewer), duplicateCount: count,
        flagged: try db.checkedBenefits(
          standing: CheckStanding.allCases.filter(\.isFlagged), as: viewer),
        dips: try db.checkedBenefits(standing: [.dips], as: viewer),
        paid: try db.paidByOthers(as: viewer),
        withoutCheckCount: try db.withoutCheckCount(as: viewer))
    }
  }
}

/// What a reason for calling two benefits different must be.
enum DismissalReason {
  /// What is wrong with it; nil when it will do.
  static func failure(_ reason: String) -> String? {
    reason.isEmpty ? "Say how the two differ" : WithdrawalReason.failure(reason)
  }
}

extension Database {
  /// How many benefits within sight should name a measure that must not get worse, and do not.
  fileprivate func withoutCheckCount(as viewer: Viewer) throws -> Int {
    var filter = BenefitFilter()
    filter.needs = .withoutCheck
    filter.limit = 1
    return try benefits(filter, as: viewer).totals.count
  }
}
