import Calculator
import HTTPTypes
import Hummingbird
import Programme
import Store

/// Changing a cost, recording what it came to, and withdrawing it.
enum CostChangeHandlers {
  /// The form that shows the cost as it stands.
  static func edit(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let stored = try await own(visit, viewer)
    var typed = stored.profile.typed
    typed["visibility"] = stored.stored.visibility.rawValue
    return visit.page(
      CostFormPage(typed, problems: [], in: .change(of: stored, stored.stored.version)))
  }

  /// Changes the cost, unless somebody else did meanwhile.
  static func update(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let stored = try await own(visit, viewer)
    let sent = try CostSubmission(visit.form)
    guard let version = sent.version else { throw Failure(.unprocessableContent) }
    func again(_ problems: [Problem]) -> Response {
      visit.page(
        CostFormPage(sent.typed, problems: problems, in: .change(of: stored, version)),
        .unprocessableContent)
    }
    let reading = sent.read(upon: stored.profile)
    guard let profile = reading.value, let visibility = sent.visibility else {
      return again(reading.problems)
    }
    let change = CostChange(
      id: stored.id, version: version, profile: profile, visibility: visibility,
      act: visit.act("cost.change", reason: sent.reason), typed: sent.typed,
      action: "/costs/\(stored.id)")
    do {
      return try await make(change, visit, viewer)
    } catch Refusal.invalid(let problems) {
      return again(problems)
    }
  }

  /// The form for what the cost really came to.
  static func actuals(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let stored = try await own(visit, viewer)
    return visit.page(
      CostActualsPage(
        stored, typed: CostActualsForm.typed(stored), version: stored.stored.version))
  }

  /// Records what the cost really came to.
  static func record(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let stored = try await own(visit, viewer)
    try visit.form.expecting(CostActualsForm.names(of: stored))
    let typed = Dictionary(
      visit.form.fields.filter { $0.name != FormToken.fieldName }.map { ($0.name, $0.value) },
      uniquingKeysWith: { $1 })
    guard let version = visit.form.given("version").flatMap({ Int($0) }) else {
      throw Failure(.unprocessableContent)
    }
    func again(_ problems: [Problem]) -> Response {
      visit.page(
        CostActualsPage(stored, typed: typed, version: version, problems: problems),
        .unprocessableContent)
    }
    let reading = CostActualsForm.read(typed, of: stored)
    guard let actuals = reading.value else { return again(reading.problems) }
    var profile = stored.profile
    profile.actuals = actuals
    let change = CostChange(
      id: stored.id, version: version, profile: profile, visibility: stored.stored.visibility,
      act: visit.act("cost.change", reason: TrimmedText.of(typed["reason"] ?? "")), typed: typed,
      action: "/costs/\(stored.id)/actuals")
    do {
      return try await make(change, visit, viewer)
    } catch Refusal.invalid(let problems) {
      return again(problems)
    }
  }

  /// Makes a change and shows the cost; when somebody was faster, both versions side by side.
  private static func make(
    _ change: CostChange, _ visit: Visit, _ viewer: Viewer
  ) async throws -> Response {
    do {
      let version = try await visit.write(as: viewer, change.act) { db in
        try db.changeCost(
          change.id, expecting: change.version, to: change.profile,
          visibility: change.visibility, by: change.act, as: viewer)
      }
      return visit.redirect(
        to: "/costs/\(change.id)",
        notice: version == change.version ? .costUnchanged : .costChanged)
    } catch Refusal.conflict {
      let (theirs, last) = try await visit.store.read(as: viewer) { db in
        guard let cost = try db.cost(change.id, as: viewer) else { throw Refusal.notFound }
        return (cost, try db.history(of: change.id, as: viewer).first)
      }
      return visit.page(
        CostConflictPage(
          theirs: theirs, last: last, yours: change.profile, typed: change.typed,
          action: change.action), .conflict)
    }
  }

  /// Asks why a cost is withdrawn.
  static func confirmWithdrawal(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    visit.page(CostWithdrawPage(try await own(visit, viewer)))
  }

  /// Withdraws it: it stays, and counts no longer.
  static func withdraw(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let stored = try await own(visit, viewer)
    try visit.form.expecting(["version", "reason"])
    let reason = visit.form.given("reason") ?? ""
    guard let version = visit.form.given("version").flatMap({ Int($0) }) else {
      throw Failure(.unprocessableContent)
    }
    func again(_ failure: String) -> Response {
      visit.page(
        CostWithdrawPage(stored, reason: reason, failure: failure), .unprocessableContent)
    }
    if let failure = WithdrawalReason.failure(reason) { return again(failure) }
    let act = visit.act("cost.withdraw", reason: reason)
    do {
      try await visit.write(as: viewer, act) { db in
        try db.withdrawCost(stored.id, expecting: version, by: act, as: viewer)
      }
    } catch Refusal.conflict {
      return again("Somebody changed the cost meanwhile. Look at it, then withdraw it again")
    } catch Refusal.invalid(let problems) {
      return again(problems.first?.message ?? "Check the reason")
    }
    return visit.redirect(to: "/costs/\(stored.id)", notice: .costWithdrawn)
  }

  /// The cost of the path, which must be the viewer's to change.
  private static func own(_ visit: Visit, _ viewer: Viewer) async throws -> StoredCost {
    let id = try visit.id(of: Cost.self)
    return try await visit.store.read(as: viewer) { db in
      guard let stored = try db.cost(id, as: viewer) else { throw Refusal.notFound }
      guard viewer.mayChange(recordsOf: stored.stored.organisation) else {
        throw Refusal.forbidden
      }
      return stored
    }
  }
}

/// A change of a cost on its way into the store, with what was typed for it.
struct CostChange: Sendable {
  let id: ID<Cost>
  /// The version that was read.
  let version: Int
  let profile: CostProfile
  let visibility: Visibility
  let act: Act
  let typed: [String: String]
  /// Where it is sent again when somebody was faster.
  let action: String
}

extension CostFormPage.Setting {
  /// For a change of a stored cost, from the version that was read.
  static func change(of stored: StoredCost, _ version: Int) -> CostFormPage.Setting {
    CostFormPage.Setting(
      title: "Change \(stored.cost.reference)", action: "/costs/\(stored.id)",
      cancelHref: "/costs/\(stored.id)", version: String(version),
      trail: CostDetailPage.trail(of: stored), baseYear: stored.baseYear)
  }
}
