import Exchange
import HTTPTypes
import Hummingbird
import Programme
import Store

/// The approval of a benefit's forecast: submitted by one officer, decided by another.
enum ApprovalHandlers {
  /// Where it stands, what is approved, and what to do next.
  static func show(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    visit.page(ApprovalPage(try await about(visit, viewer), viewer: viewer))
  }

  /// Submits the forecast as it was seen.
  static func submit(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try visit.form.expecting(["seen", "note"])
    let typed = ApprovalPage.Typed(note: visit.form["note"] ?? "")
    return try await change(visit, viewer, "submit", typed, .forecastSubmitted) { db, id, act in
      try db.submitForecast(
        id, seeing: visit.form["seen"] ?? "", note: typed.note, by: act, as: viewer)
    }
  }

  /// Approves what waits as it was seen.
  static func approve(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try visit.form.expecting(["seen", "reason"])
    let typed = ApprovalPage.Typed(reason: visit.form["reason"] ?? "")
    return try await change(visit, viewer, "approve", typed, .forecastApproved) { db, id, act in
      try db.approveForecast(
        id, seeing: visit.form["seen"] ?? "", reason: typed.reason, by: act, as: viewer)
    }
  }

  /// Sends back what waits, with a reason.
  static func sendBack(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try visit.form.expecting(["reason"])
    let typed = ApprovalPage.Typed(reason: visit.form["reason"] ?? "", isReturn: true)
    return try await change(visit, viewer, "return", typed, .forecastReturned) { db, id, act in
      try db.returnForecast(id, reason: typed.reason, by: act, as: viewer)
    }
  }

  /// Takes back what one submitted.
  static func takeBack(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try visit.form.expecting([])
    let typed = ApprovalPage.Typed()
    return try await change(visit, viewer, "takeBack", typed, .forecastTakenBack) { db, id, act in
      try db.takeBackForecast(id, by: act, as: viewer)
    }
  }

  /// Two baselines, or one and the present, side by side.
  static func compare(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try visit.query.expecting(["from", "to"])
    let about = try await about(visit, viewer)
    let newest = about.baseline.map { ComparedForecast.baseline($0.number) } ?? .present
    guard let from = ComparedForecast(visit.query.given("from"), or: newest),
      let to = ComparedForecast(visit.query.given("to"), or: .present),
      let page = BaselineComparePage(about, from: from, to: to)
    else { throw Refusal.notFound }
    return visit.page(page)
  }

  /// What waits for approval, and what one person submitted and approved.
  static func list(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    visit.page(ApprovalListPage(try await lists(visit, viewer), viewer: viewer))
  }

  /// The same as a table for other programs.
  static func table(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try await visit.table(Exchange.Table(try await lists(visit, viewer)), named: "approvals")
  }

  private static func lists(_ visit: Visit, _ viewer: Viewer) async throws -> ApprovalLists {
    try await visit.store.read(as: viewer) { db in try db.approvalLists(as: viewer) }
  }

  private static func about(_ visit: Visit, _ viewer: Viewer) async throws -> BenefitApproval {
    let id = try visit.id(of: Benefit.self)
    return try await visit.store.read(as: viewer) { db in
      guard let about = try db.approval(of: id, as: viewer) else { throw Refusal.notFound }
      return about
    }
  }

  /// One step; what was typed comes back with whatever stands against it.
  private static func change(
    _ visit: Visit, _ viewer: Viewer, _ step: String, _ typed: ApprovalPage.Typed,
    _ notice: NoticeCode,
    _ body: @Sendable @escaping (isolated Database, ID<Benefit>, Act) throws -> Void
  ) async throws -> Response {
    let id = try visit.id(of: Benefit.self)
    let act = visit.act("benefit.\(step)")
    var typed = typed
    do {
      try await visit.write(as: viewer, act) { db in try body(db, id, act) }
      return visit.redirect(to: "/benefits/\(id)/approval", notice: notice)
    } catch Refusal.invalid(let problems) {
      typed.problems = problems
    } catch Refusal.conflict {
      typed.caution = changedMeanwhile
    }
    let page = ApprovalPage(try await about(visit, viewer), viewer: viewer, typed: typed)
    return visit.page(page, typed.caution == nil ? .unprocessableContent : .conflict)
  }

  private static let changedMeanwhile =
    "The forecast, or what it rests on, was changed since you opened the page. Nothing was done. "
    + "Look at it as it is now, then decide."
}
