import Exchange
import Hummingbird
import Programme
import Store

/// Who holds which office of which party.
enum OfficeHandlers {
  /// Every office that is held today, and every gap.
  static func list(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let filter = try OfficeFilter(visit.query)
    let standing = try await standing(visit, viewer)
    return visit.page(OfficeListPage(filter.rows(standing), filter: filter))
  }

  /// The same rows as a table for other programs.
  static func table(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let filter = try OfficeFilter(visit.query)
    let rows = filter.rows(try await standing(visit, viewer))
    return try await visit.table(Exchange.Table(rows, OfficeColumns.all), named: "offices")
  }

  /// The form for a new holder of an office, the first gap unless one is named.
  static func new(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (form, today) = try await form(visit.query["party"], visit, viewer)
    let standing = try await standing(visit, viewer)[form.party.id]
    let kind = visit.query["kind"].flatMap { OfficeKind(rawValue: $0) } ?? standing?.gaps.first
    let typed = ["kind": (kind ?? .keyDecisionMaker).rawValue, "from": today.description]
    return visit.page(form.page(typed))
  }

  /// Gives somebody an office.
  static func create(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try visit.form.expecting(OfficeForm.names)
    let typed = visit.form.ownValues
    let (form, _) = try await form(visit.form.given("party"), visit, viewer)
    let reading = OfficeForm.read(typed)
    guard let office = reading.value else {
      return visit.page(form.page(typed, problems: reading.problems), .unprocessableContent)
    }
    let act = visit.act("office.add")
    do {
      _ = try await visit.write(as: viewer, act) { db in
        try db.addOffice(office, of: form.party.id, by: act, as: viewer)
      }
    } catch Refusal.invalid(let problems) {
      return visit.page(form.page(typed, problems: problems), .unprocessableContent)
    }
    return visit.redirect(to: form.party.href, notice: .officeSaved)
  }

  /// The form that shows an office as it stands.
  static func edit(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let form = try await own(visit, viewer)
    return visit.page(form.page(form.stored.map(OfficeForm.typed) ?? [:]))
  }

  /// Changes an office, unless somebody else did meanwhile.
  static func update(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let form = try await own(visit, viewer)
    try visit.form.expecting(OfficeForm.names)
    let typed = visit.form.ownValues
    guard let version = visit.form.version, let stored = form.stored else {
      throw Failure(.unprocessableContent)
    }
    let reading = OfficeForm.read(typed)
    guard let office = reading.value else {
      return visit.page(form.page(typed, problems: reading.problems), .unprocessableContent)
    }
    let act = visit.act("office.change", reason: visit.form.given("reason") ?? "")
    let outcome = FormOutcome<Int>(
      refused: { form.page(typed, problems: $0) },
      overtaken: { try await conflict(stored.id, office, typed, visit, viewer) },
      done: { _ in visit.redirect(to: form.party.href, notice: .officeSaved) })
    return try await visit.save(as: viewer, act, outcome) { db in
      try db.changeOffice(stored.id, expecting: version, to: office, by: act, as: viewer)
    }
  }

  private static func conflict(
    _ id: ID<Office>, _ office: Office, _ typed: [String: String], _ visit: Visit,
    _ viewer: Viewer
  ) async throws -> ConflictPage {
    let form = try await own(visit, viewer)
    let last = try await visit.store.read(as: viewer) { db in
      try db.history(of: "office", id.uuid, as: viewer).first
    }
    let theirs = try form.stored.orNotFound()
    var named = office
    if let person = form.people.first(where: { $0.id == office.person }) {
      named.holder = person.name
    }
    let subject = form.setting(typed).conflict(
      "office", "\(theirs.office.kind.rawValue) of \(theirs.partyName)")
    return ConflictPage(
      subject, saved: theirs.changedAt, version: theirs.version, last: last,
      rows: ConflictPage.Row.rows(named.differences(since: theirs.office)), typed: typed,
      action: "/offices/\(id)")
  }

  /// Asks why an office is withdrawn.
  static func confirmWithdrawal(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    visit.page(WithdrawPage(try withdrawal(try await own(visit, viewer))))
  }

  /// Withdraws it: it stays in the history.
  static func withdraw(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let form = try await own(visit, viewer)
    let stored = try form.stored.orNotFound()
    return try await visit.withdraw(
      try withdrawal(form),
      WithdrawalDone(
        act: "office.withdraw", notice: .recordWithdrawn, path: form.party.href), as: viewer
    ) { db, change in
      try db.withdrawOffice(stored.id, expecting: change.version, by: change.act, as: viewer)
    }
  }

  private static func withdrawal(_ form: OfficeForm) throws(Refusal) -> WithdrawPage.Subject {
    let stored = try form.stored.orNotFound()
    return form.setting([:]).withdrawal(
      "office", "\(stored.office.kind.rawValue): \(stored.office.holder)", of: stored.version,
      consequence: "Only what was recorded in error goes. To end it, change its last day.")
  }

  private static func standing(
    _ visit: Visit, _ viewer: Viewer
  ) async throws -> ProgrammeStanding {
    try await visit.store.read(as: viewer) { db in try db.programmeStanding(as: viewer) }
  }

  /// The form for an office of the party named, else of the viewer's own.
  private static func form(
    _ party: String?, _ visit: Visit, _ viewer: Viewer
  ) async throws -> (OfficeForm, Day) {
    let asked = party.flatMap { $0.isEmpty ? nil : $0 }
    let id = try asked.map { try ID<Organisation>(text: $0).orNotFound() } ?? viewer.organisation
    return try await visit.store.read(as: viewer) { db in
      let row = try db.party(id, as: viewer).orNotFound()
      guard viewer.mayKeep(recordOf: id) else { throw Refusal.forbidden }
      let people = try db.participants(of: id, as: viewer)
      return (OfficeForm(party: row, people: people, stored: nil), try db.today())
    }
  }

  /// The form for the office of the path, which must be the viewer's to keep.
  private static func own(_ visit: Visit, _ viewer: Viewer) async throws -> OfficeForm {
    let id = try visit.id(of: Office.self)
    return try await visit.store.read(as: viewer) { db in
      let stored = try db.office(id, as: viewer).orNotFound()
      let party = try db.party(stored.party, as: viewer).orNotFound()
      guard stored.withdrawnAt == nil else { throw Refusal.notFound }
      guard viewer.mayKeep(recordOf: party.id) else { throw Refusal.forbidden }
      let people = try db.participants(of: party.id, as: viewer)
      return OfficeForm(party: party, people: people, stored: stored)
    }
  }
}
