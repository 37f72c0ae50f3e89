import Hummingbird
import Programme
import Store

/// Adding, changing and withdrawing activities; the co-ordinator's.
enum ActivityHandlers {
  /// The form for a new activity.
  static func new(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    visit.page(try await form(visit, viewer).page([:]))
  }

  /// Adds an activity.
  static func create(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let form = try await form(visit, viewer)
    try visit.form.expecting(form.names)
    let typed = visit.form.ownValues
    let reading = form.read(typed)
    guard let draft = reading.value else {
      return visit.page(form.page(typed, problems: reading.problems), .unprocessableContent)
    }
    let act = visit.act("activity.add")
    do {
      let id = try await visit.write(as: viewer, act) { db in
        try db.addActivity(draft.activity, parts: draft.parts, by: act, as: viewer)
      }
      return visit.redirect(to: "/responsibilities/\(id)", notice: .activitySaved)
    } catch Refusal.invalid(let problems) {
      return visit.page(form.page(typed, problems: problems), .unprocessableContent)
    }
  }

  /// The form that shows an activity as it stands.
  static func edit(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (form, stored) = try await own(visit, viewer)
    return visit.page(form.page(form.typed(stored)))
  }

  /// Changes an activity, unless somebody else did meanwhile.
  static func update(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (form, stored) = try await own(visit, viewer)
    try visit.form.expecting(form.names)
    let typed = visit.form.ownValues
    let version = try visit.form.readVersion()
    let reading = form.read(typed)
    guard let draft = reading.value else {
      return visit.page(form.page(typed, problems: reading.problems), .unprocessableContent)
    }
    let act = visit.act("activity.change", reason: visit.form.given("reason") ?? "")
    let outcome = FormOutcome<Int>(
      refused: { form.page(typed, problems: $0) },
      overtaken: { try await conflict(draft, typed, visit, viewer) },
      done: { _ in
        visit.redirect(to: "/responsibilities/\(stored.id)", notice: .activitySaved)
      })
    return try await visit.save(as: viewer, act, outcome) { db in
      try db.changeActivity(
        stored.id, expecting: version, to: draft.activity, parts: draft.parts, by: act,
        as: viewer)
    }
  }

  private static func conflict(
    _ draft: ActivityDraft, _ typed: [String: String], _ visit: Visit, _ viewer: Viewer
  ) async throws -> ConflictPage {
    let (form, theirs) = try await own(visit, viewer)
    let last = try await visit.store.read(as: viewer) { db in
      try db.history(of: "activity", theirs.id.uuid, as: viewer).first
    }
    let names = Dictionary(form.parties.map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
    let differences =
      draft.activity.changes(since: theirs.activity)
      + draft.parts.differences(since: theirs.parts, named: names)
    return ConflictPage(
      form.setting(typed).conflict("activity", theirs.activity.title), saved: theirs.changedAt,
      version: theirs.version, last: last, rows: ConflictPage.Row.rows(differences),
      typed: typed)
  }

  /// Asks why an activity is withdrawn.
  static func confirmWithdrawal(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    visit.page(WithdrawPage(withdrawal(try await own(visit, viewer).1)))
  }

  /// Withdraws it: it stays in the history.
  static func withdraw(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (_, stored) = try await own(visit, viewer)
    return try await visit.withdraw(
      withdrawal(stored),
      WithdrawalDone(
        act: "activity.withdraw", notice: .recordWithdrawn, path: "/responsibilities"),
      as: viewer
    ) { db, change in
      try db.withdrawActivity(stored.id, expecting: change.version, by: change.act, as: viewer)
    }
  }

  private static func withdrawal(_ stored: StoredActivity) -> WithdrawPage.Subject {
    ActivityForm(parties: [], stored: stored).setting([:]).withdrawal(
      "activity", stored.activity.title, of: stored.version,
      consequence: "Nobody has a part in it any more. Its history stays.")
  }

  private static func form(_ visit: Visit, _ viewer: Viewer) async throws -> ActivityForm {
    try await visit.store.read(as: viewer) { db in
      ActivityForm(parties: try db.parties(as: viewer), stored: nil)
    }
  }

  private static func own(
    _ visit: Visit, _ viewer: Viewer
  ) async throws -> (ActivityForm, StoredActivity) {
    let id = try visit.id(of: Activity.self)
    return try await visit.store.read(as: viewer) { db in
      let stored = try db.activity(id, as: viewer).orNotFound()
      guard stored.withdrawnAt == nil else { throw Refusal.notFound }
      return (ActivityForm(parties: try db.parties(as: viewer), stored: stored), stored)
    }
  }
}
