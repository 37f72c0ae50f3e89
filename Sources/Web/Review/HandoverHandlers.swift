import HTTPTypes
import Hummingbird
import Programme
import Store

/// Handing a benefit over: offered, accepted, taken back.
enum HandoverHandlers {
  /// The form of a hand-over, or the one that waits.
  static func show(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try await handover(visit, viewer, RecordForm(), .ok)
  }

  /// Offers the benefit to a new owner.
  static func offer(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try await settle(visit, viewer, "handover.add", .handoverOffered) { db, id, form, act in
      try db.offerHandover(
        to: form.typed["toOwner"] ?? "", note: form.typed["note"] ?? "", of: id, by: act,
        as: viewer)
    }
  }

  /// Records that the new owner accepts.
  static func accept(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try await settle(visit, viewer, "handover.accept", .handoverAccepted) { db, id, form, act in
      try db.acceptHandover(
        note: form.typed["acceptanceNote"] ?? "", of: id, by: act, as: viewer)
    }
  }

  /// Takes back a hand-over that nobody accepted yet.
  static func takeBack(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try await settle(visit, viewer, "handover.takeBack", .handoverTakenBack) { db, id, _, act in
      try db.takeBackHandover(of: id, by: act, as: viewer)
    }
  }

  private static func settle(
    _ visit: Visit, _ viewer: Viewer, _ name: String, _ notice: NoticeCode,
    _ body:
      @escaping @Sendable (isolated Database, ID<Benefit>, RecordForm<Handover>, Act) throws
      -> Void
  ) async throws -> Response {
    let (benefit, _) = try await visit.ownBenefit(as: viewer) { _, _ in }
    var form = try RecordForm<Handover>(visit.form)
    let act = visit.act(name)
    do {
      try await visit.write(as: viewer, act) { [form] db in try body(db, benefit.id, form, act) }
    } catch Refusal.invalid(let problems) {
      form.problems = problems
      return try await handover(visit, viewer, form, .unprocessableContent)
    }
    return visit.redirect(to: "/benefits/\(benefit.id)/reviews", notice: notice)
  }

  private static func handover(
    _ visit: Visit, _ viewer: Viewer, _ form: RecordForm<Handover>,
    _ status: HTTPResponse.Status
  ) async throws -> Response {
    let (benefit, waiting) = try await visit.ownBenefit(as: viewer) { db, benefit in
      try db.handovers(of: benefit.id, as: viewer).first(where: \.isWaiting)
    }
    return visit.page(HandoverPage(benefit, waiting: waiting, form, viewer: viewer), status)
  }
}
