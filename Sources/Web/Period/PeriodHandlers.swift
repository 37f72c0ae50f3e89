import Exchange
import HTTPTypes
import Hummingbird
import Programme
import Store

/// Closing the periods of a register: submitted by one officer, closed by another.
enum PeriodHandlers {
  /// The periods of one council, or the closings of all within sight.
  static func list(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    if let code = try council(visit, viewer) {
      return visit.page(PeriodListPage(try await register(code, visit, viewer)))
    }
    return visit.page(PeriodListPage(try await closes(visit, viewer)))
  }

  /// The closings as a table for other programs.
  static func table(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    guard let code = try council(visit, viewer) else {
      return try await visit.table(Exchange.Table(closes(visit, viewer)), named: "periods")
    }
    let own = try await register(code, visit, viewer).closes
    return try await visit.table(Exchange.Table(own), named: "periods")
  }

  private static func closes(_ visit: Visit, _ viewer: Viewer) async throws -> [PeriodClose] {
    try await visit.store.read(as: viewer) { db in try db.periodCloses(as: viewer) }
  }

  /// One period: what is missing in it, and what can be done.
  static func show(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try visit.query.expecting(["council", "span", "year", "part"])
    let isNamed = ["span", "year", "part"].contains { visit.query.given($0) != nil }
    guard isNamed, let code = try council(visit, viewer) else {
      return try await list(visit, viewer)
    }
    guard let span = PeriodSpan(visit.query) else { throw Refusal.notFound }
    return visit.page(
      PeriodPage(try await review(span, code, visit, viewer), viewer: viewer))
  }

  /// Says that the values are in.
  static func submit(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try await change(visit, viewer, "submit", "note", .periodSubmitted) { db, sent, act in
      try db.submitPeriod(sent.span, note: sent.text, by: act, as: viewer)
    }
  }

  /// Closes what was submitted.
  static func close(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try await change(visit, viewer, "close", "reason", .periodClosed) { db, sent, act in
      try db.closePeriod(
        sent.span, seeing: sent.seen, reason: sent.text, by: act, as: viewer)
    }
  }

  /// Sends back what was submitted.
  static func sendBack(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try await change(visit, viewer, "return", "reason", .periodReturned) { db, sent, act in
      try db.returnPeriod(sent.span, reason: sent.text, by: act, as: viewer)
    }
  }

  /// Takes back what one submitted.
  static func takeBack(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try await change(visit, viewer, "takeBack", "reason", .periodTakenBack) { db, sent, act in
      try db.takeBackPeriod(sent.span, by: act, as: viewer)
    }
  }

  /// Opens a closed period again.
  static func reopen(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try await change(visit, viewer, "reopen", "reason", .periodReopened) { db, sent, act in
      try db.reopenPeriod(sent.span, reason: sent.text, by: act, as: viewer)
    }
  }

  /// What a step was sent with.
  private struct Sent: Sendable {
    let span: PeriodSpan
    let seen: String
    let text: String
  }

  /// One step on a period of one's own register; what was typed comes back with whatever stands
  /// against it.
  private static func change(
    _ visit: Visit, _ viewer: Viewer, _ step: String, _ field: String, _ notice: NoticeCode,
    _ body: @Sendable @escaping (isolated Database, Sent, Act) throws -> Void
  ) async throws -> Response {
    try visit.form.expecting(["span", "seen", field])
    guard let span = PeriodSpan(text: visit.form["span"] ?? ""), let code = viewer.organisationCode
    else { throw Failure(.unprocessableContent) }
    let sent = Sent(span: span, seen: visit.form["seen"] ?? "", text: visit.form[field] ?? "")
    let act = visit.act("period.\(step)")
    var typed = PeriodPage.Typed(text: sent.text)
    do {
      try await visit.write(as: viewer, act) { db in try body(db, sent, act) }
      return visit.redirect(to: PeriodAddress.of(span, code), notice: notice)
    } catch Refusal.invalid(let problems) {
      typed.problems = problems
    } catch Refusal.conflict {
      typed.caution =
        "A value of the period was changed since you opened the page. Nothing was done. "
        + "Look at what is missing now, then decide."
    }
    let page = PeriodPage(try await review(span, code, visit, viewer), viewer: viewer, typed: typed)
    return visit.page(page, typed.caution == nil ? .unprocessableContent : .conflict)
  }

  /// The council of the query, else the viewer's own; nil for those who look at all. One that is not
  /// a code is not found.
  private static func council(_ visit: Visit, _ viewer: Viewer) throws(Refusal) -> CouncilCode? {
    guard let text = visit.query.given("council") else {
      return viewer.startsWithOwn ? viewer.organisationCode : nil
    }
    guard let code = CouncilCode(text: text) else { throw .notFound }
    return code
  }

  private static func register(
    _ code: CouncilCode, _ visit: Visit, _ viewer: Viewer
  ) async throws -> RegisterPeriods {
    try await visit.store.read(as: viewer) { db in
      try db.periods(of: code, as: viewer).orNotFound()
    }
  }

  private static func review(
    _ span: PeriodSpan, _ code: CouncilCode, _ visit: Visit, _ viewer: Viewer
  ) async throws -> PeriodReview {
    try await visit.store.read(as: viewer) { db in
      try db.review(of: span, in: db.periods(of: code, as: viewer).orNotFound(), as: viewer)
    }
  }
}

extension PeriodSpan {
  /// The period of a query: "span", or "year" and "part" of the form that chooses one.
  fileprivate init?(_ query: Submission) {
    if let text = query.given("span") {
      self.init(text: text)
    } else {
      self.init(text: "\(query.given("year") ?? "")-\(query.given("part") ?? "")")
    }
  }
}
