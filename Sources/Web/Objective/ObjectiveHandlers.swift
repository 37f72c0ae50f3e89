import Exchange
import Hummingbird
import Programme
import Store

/// What the programme is for.
enum ObjectiveHandlers {
  /// Every objective, and what benefits name besides.
  static func list(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try await visit.show(as: viewer) { db in
      ObjectiveListPage(
        try db.objectives(as: viewer), use: try db.objectiveUse(as: viewer),
        today: try db.today(), viewer: viewer)
    }
  }

  /// The same rows as a table for other programs.
  static func table(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try await visit.table(as: viewer, named: "objectives") { db in
      Exchange.Table(try db.objectives(as: viewer), use: try db.objectiveUse(as: viewer))
    }
  }

  /// One objective.
  static func show(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let id = try visit.id(of: ProgrammeObjective.self)
    return try await visit.show(as: viewer) { db in try db.page(of: id, as: viewer) }
  }

  /// The form for a new objective.
  static func new(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    visit.page(ObjectiveForm(stored: nil).page([:]))
  }

  /// Adds an objective.
  static func create(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try visit.form.expecting(ObjectiveForm.names)
    let (form, typed) = (ObjectiveForm(stored: nil), visit.form.ownValues)
    let reading = ObjectiveForm.read(typed)
    guard let objective = reading.value else {
      return visit.page(form.page(typed, problems: reading.problems), .unprocessableContent)
    }
    let act = visit.act("objective.add")
    do {
      let id = try await visit.write(as: viewer, act) { db in
        try db.addObjective(objective, by: act, as: viewer)
      }
      return visit.redirect(to: "/objectives/\(id)", notice: .objectiveSaved)
    } catch Refusal.invalid(let problems) {
      return visit.page(form.page(typed, problems: problems), .unprocessableContent)
    }
  }

  /// The form that shows an objective as it stands.
  static func edit(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let stored = try await own(visit, viewer)
    return visit.page(ObjectiveForm(stored: stored).page(ObjectiveForm.typed(stored)))
  }

  /// Changes an objective, unless somebody else did meanwhile.
  static func update(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let stored = try await own(visit, viewer)
    try visit.form.expecting(ObjectiveForm.names)
    let (form, typed) = (ObjectiveForm(stored: stored), visit.form.ownValues)
    let version = try visit.form.readVersion()
    let reading = ObjectiveForm.read(typed)
    guard let objective = reading.value else {
      return visit.page(form.page(typed, problems: reading.problems), .unprocessableContent)
    }
    let act = visit.act("objective.change", reason: visit.form.given("reason") ?? "")
    let outcome = FormOutcome<Int>(
      refused: { form.page(typed, problems: $0) },
      overtaken: { try await conflict(objective, typed, visit, viewer) },
      done: { _ in visit.redirect(to: "/objectives/\(stored.id)", notice: .objectiveSaved) })
    return try await visit.save(as: viewer, act, outcome) { db in
      try db.changeObjective(
        stored.id, expecting: version, to: objective, by: act, as: viewer)
    }
  }

  private static func conflict(
    _ objective: ProgrammeObjective, _ typed: [String: String], _ visit: Visit, _ viewer: Viewer
  ) async throws -> ConflictPage {
    let theirs = try await own(visit, viewer)
    let last = try await visit.store.read(as: viewer) { db in
      try db.history(of: "objective", theirs.id.uuid, as: viewer).first
    }
    let subject = ObjectiveForm(stored: theirs).setting(typed)
      .conflict("objective", theirs.objective.title)
    return ConflictPage(
      subject, saved: theirs.changedAt, version: theirs.version, last: last,
      rows: ConflictPage.Row.rows(objective.differences(since: theirs.objective)), typed: typed)
  }

  /// Asks why an objective is withdrawn.
  static func confirmWithdrawal(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    visit.page(WithdrawPage(withdrawal(try await own(visit, viewer))))
  }

  /// Withdraws it: it stays in the history.
  static func withdraw(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let stored = try await own(visit, viewer)
    return try await visit.withdraw(
      withdrawal(stored),
      WithdrawalDone(
        act: "objective.withdraw", notice: .recordWithdrawn, path: "/objectives"), as: viewer
    ) { db, change in
      try db.withdrawObjective(stored.id, expecting: change.version, by: change.act, as: viewer)
    }
  }

  private static func withdrawal(_ stored: StoredObjective) -> WithdrawPage.Subject {
    ObjectiveForm(stored: stored).setting([:]).withdrawal(
      "objective", stored.objective.title, of: stored.version,
      consequence: "Benefits that name it keep its words, and are listed apart.")
  }

  private static func own(_ visit: Visit, _ viewer: Viewer) async throws -> StoredObjective {
    let id = try visit.id(of: ProgrammeObjective.self)
    let found = try await visit.store.read(as: viewer) { db in try db.objective(id, as: viewer) }
    guard let stored = found, stored.withdrawnAt == nil else { throw Refusal.notFound }
    return stored
  }
}

extension Database {
  fileprivate func page(of id: ID<ProgrammeObjective>, as viewer: Viewer) throws -> ObjectivePage {
    let stored = try objective(id, as: viewer).orNotFound()
    return ObjectivePage(
      stored, use: try objectiveUse(as: viewer), today: try today(),
      history: try history(of: "objective", id.uuid, as: viewer), viewer: viewer)
  }
}
