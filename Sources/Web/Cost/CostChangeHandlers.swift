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
        ConflictPage(
          theirs: theirs, last: last, yours: change.profile, typed: change.typed,
          action: change.action), .conflict)
    }
  }

  /// Asks why a cost is withdrawn.
  static func confirmWithdrawal(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    visit.page(WithdrawPage(.withdrawing(try await own(visit, viewer))))
  }

  /// Withdraws it: it stays, and counts no longer.
  static func withdraw(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let stored = try await own(visit, viewer)
    let done = WithdrawalDone(act: "cost.withdraw", notice: .costWithdrawn)
    return try await visit.withdraw(.withdrawing(stored), done, as: viewer) { db, change in
      try db.withdrawCost(stored.id, expecting: change.version, by: change.act, as: viewer)
    }
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

extension WithdrawPage.Subject {
  /// The question whether a cost is withdrawn.
  static func withdrawing(_ stored: StoredCost) -> WithdrawPage.Subject {
    WithdrawPage.Subject(
      title: "Withdraw a cost", record: "\(stored.cost.reference) \(stored.cost.description)",
      consequence: "It leaves every total but stays with its history.",
      kept: "Kept with the cost and shown in its history.", submit: "Withdraw cost",
      path: "/costs/\(stored.id)", version: stored.stored.version,
      trail: CostDetailPage.trail(of: stored))
  }
}

extension ConflictPage {
  /// Their version beside what was typed, which is sent to `action` again.
  init(
    theirs: StoredCost, last: JournalEntry?, yours: CostProfile, typed: [String: String],
    action: String
  ) {
    self.init(
      Subject(
        noun: "cost", reference: theirs.cost.reference, path: "/costs/\(theirs.id)",
        trail: CostDetailPage.trail(of: theirs)),
      theirs: theirs.stored, last: last,
      rows: Row.rows(yours.changes(since: theirs.profile)) { name, text in
        let field = Cost.Field(rawValue: name)
        return field.map { Shown.field(text, kind: $0.kind, unit: $0.unit) } ?? Shown.words(text)
      }, typed: typed, action: action)
  }
}
