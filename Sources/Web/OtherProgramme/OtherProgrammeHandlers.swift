import Exchange
import Hummingbird
import Programme
import Store

/// Other national programmes that draw on the same people or dates.
enum OtherProgrammeHandlers {
  /// Every one with its clashes.
  static func list(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    visit.page(OtherProgrammeListPage(try await rows(visit, viewer), viewer: viewer))
  }

  /// The same rows as a table for other programs.
  static func table(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let table = Exchange.Table(try await rows(visit, viewer), OtherProgrammeColumns.all)
    return try await visit.table(table, named: "other-programmes")
  }

  /// One of them.
  static func show(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let id = try visit.id(of: OtherProgramme.self)
    return try await visit.show(as: viewer) { db in try db.page(of: id, as: viewer) }
  }

  /// The form for a new one.
  static func new(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    visit.page(try await form(visit, viewer).page([:]))
  }

  /// Records one.
  static func create(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let form = try await form(visit, viewer)
    try visit.form.expecting(form.names)
    let typed = visit.form.ownValues
    let reading = form.read(typed)
    guard let other = reading.value else {
      return visit.page(form.page(typed, problems: reading.problems), .unprocessableContent)
    }
    let act = visit.act("other-programme.add")
    do {
      let id = try await visit.write(as: viewer, act) { db in
        try db.addOtherProgramme(other, by: act, as: viewer)
      }
      return visit.redirect(to: "/other-programmes/\(id)", notice: .otherProgrammeSaved)
    } catch Refusal.invalid(let problems) {
      return visit.page(form.page(typed, problems: problems), .unprocessableContent)
    }
  }

  /// The form that shows one as it stands.
  static func edit(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (form, stored) = try await own(visit, viewer)
    return visit.page(form.page(form.typed(stored)))
  }

  /// Changes one, unless somebody else did meanwhile.
  static func update(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (form, stored) = try await own(visit, viewer)
    try visit.form.expecting(form.names)
    let typed = visit.form.ownValues
    let version = try visit.form.readVersion()
    let reading = form.read(typed)
    guard let other = reading.value else {
      return visit.page(form.page(typed, problems: reading.problems), .unprocessableContent)
    }
    let act = visit.act("other-programme.change", reason: visit.form.given("reason") ?? "")
    let outcome = FormOutcome<Int>(
      refused: { form.page(typed, problems: $0) },
      overtaken: { try await conflict(other, typed, visit, viewer) },
      done: { _ in
        visit.redirect(to: "/other-programmes/\(stored.id)", notice: .otherProgrammeSaved)
      })
    return try await visit.save(as: viewer, act, outcome) { db in
      try db.changeOtherProgramme(
        stored.id, expecting: version, to: other, by: act, as: viewer)
    }
  }

  private static func conflict(
    _ other: OtherProgramme, _ typed: [String: String], _ visit: Visit, _ viewer: Viewer
  ) async throws -> ConflictPage {
    let (form, theirs) = try await own(visit, viewer)
    let last = try await visit.store.read(as: viewer) { db in
      try db.history(of: "other-programme", theirs.id.uuid, as: viewer).first
    }
    return ConflictPage(
      form.setting(typed).conflict("programme", theirs.other.name), saved: theirs.changedAt,
      version: theirs.version, last: last,
      rows: ConflictPage.Row.rows(other.changes(since: theirs.other)), typed: typed)
  }

  /// Asks why one is withdrawn.
  static func confirmWithdrawal(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    visit.page(WithdrawPage(withdrawal(try await own(visit, viewer).1)))
  }

  /// Withdraws it: it stays in the history.
  static func withdraw(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (_, stored) = try await own(visit, viewer)
    return try await visit.withdraw(
      withdrawal(stored),
      WithdrawalDone(
        act: "other-programme.withdraw", notice: .recordWithdrawn, path: "/other-programmes"),
      as: viewer
    ) { db, change in
      try db.withdrawOtherProgramme(
        stored.id, expecting: change.version, by: change.act, as: viewer)
    }
  }

  private static func withdrawal(_ stored: StoredOtherProgramme) -> WithdrawPage.Subject {
    OtherProgrammeForm(parties: [], stored: stored).setting([:]).withdrawal(
      "programme", stored.other.name, of: stored.version,
      consequence: "It clashes with nothing any more. Its history stays.")
  }

  private static func rows(
    _ visit: Visit, _ viewer: Viewer
  ) async throws -> [OtherProgrammeRow] {
    try await visit.store.read(as: viewer) { db in
      let demand = try db.programmeDemand(as: viewer)
      return try db.otherProgrammes(as: viewer).map {
        OtherProgrammeRow(stored: $0, clashes: demand.clashes(with: $0.other))
      }
    }
  }

  private static func form(
    _ visit: Visit, _ viewer: Viewer
  ) async throws -> OtherProgrammeForm {
    try await visit.store.read(as: viewer) { db in
      OtherProgrammeForm(parties: try db.parties(as: viewer), stored: nil)
    }
  }

  private static func own(
    _ visit: Visit, _ viewer: Viewer
  ) async throws -> (OtherProgrammeForm, StoredOtherProgramme) {
    let id = try visit.id(of: OtherProgramme.self)
    return try await visit.store.read(as: viewer) { db in
      let stored = try db.otherProgramme(id, as: viewer).orNotFound()
      guard stored.withdrawnAt == nil else { throw Refusal.notFound }
      return (OtherProgrammeForm(parties: try db.parties(as: viewer), stored: stored), stored)
    }
  }
}

extension Database {
  fileprivate func page(of id: ID<OtherProgramme>, as viewer: Viewer) throws -> OtherProgrammePage {
    let stored = try otherProgramme(id, as: viewer).orNotFound()
    return OtherProgrammePage(
      stored, demand: try programmeDemand(as: viewer),
      history: try history(of: "other-programme", id.uuid, as: viewer), viewer: viewer)
  }

  /// What this programme wants of parties and people.
  fileprivate func programmeDemand(as viewer: Viewer) throws -> ProgrammeDemand {
    ProgrammeDemand(
      parties: try parties(as: viewer), offices: try offices(as: viewer),
      milestones: try openMilestones(as: viewer))
  }
}
