import Calculator
import Exchange
import Hummingbird
import Programme
import Store

/// The partnership charter and its acceptances.
enum CharterHandlers {
  /// Every name its form may have.
  private static let names: Set<String> = Set(
    Charter.Field.allCases.map(\.rawValue) + ["version", "reason"])

  /// The newest version.
  static func show(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (charters, parties) = try await read(visit, viewer)
    guard let newest = charters.first else { return visit.page(CharterPage(noneFor: viewer)) }
    return visit.page(CharterPage(newest, of: charters, parties, viewer: viewer))
  }

  /// One version by its number.
  static func version(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (charters, parties) = try await read(visit, viewer)
    let number = visit.parameters.get("number").flatMap { Int($0) }
    let stored = try charters.first { $0.number == number }.orNotFound()
    return visit.page(CharterPage(stored, of: charters, parties, viewer: viewer))
  }

  /// Who accepted the newest version, as a table for other programs.
  static func table(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (charters, parties) = try await read(visit, viewer)
    let newest = charters.first
    let rows = newest == nil ? [] : parties
    let table = Exchange.Table(
      headings: ["Party", "Takes part as", "Version", "Accepted by", "Accepted at"],
      rows: rows.map { party in
        let acceptance = newest?.acceptances[party.id]
        return [
          .text(party.name), .text(party.capacity.rawValue),
          .number(.init(newest?.number ?? 0)), .text(acceptance?.by ?? ""),
          .text(acceptance.map { Shown.moment($0.at) } ?? ""),
        ]
      })
    return try await visit.table(table, named: "charter")
  }

  /// Accepts the newest version for the viewer's own party.
  static func accept(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try visit.form.expecting(["number"])
    guard let number = visit.form.given("number").flatMap({ Int($0) }) else {
      throw Failure(.unprocessableContent)
    }
    let act = visit.act("charter.accept")
    do {
      try await visit.write(as: viewer, act) { db in
        try db.acceptCharter(number, by: act, as: viewer)
      }
    } catch Refusal.conflict {
      throw Failure(.conflict, "There is a newer version. Go back, read it, then accept that one.")
    }
    return visit.redirect(to: "/charter", notice: .charterAccepted)
  }

  /// The form for a new version, from the text of the newest.
  static func new(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let newest = try await read(visit, viewer).0.first
    let number = String(newest?.number ?? 0)
    return visit.page(form(["text": newest?.charter.text ?? "", "version": number]))
  }

  /// Publishes a new version, unless somebody else did meanwhile.
  static func publish(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try visit.form.expecting(names)
    let typed = visit.form.ownValues
    let version = try visit.form.readVersion()
    let reading = Charter.read(typed: typed)
    guard let charter = reading.value else {
      return visit.page(form(typed, reading.problems), .unprocessableContent)
    }
    let act = visit.act("charter.publish", reason: charter.news)
    let outcome = FormOutcome<Int>(
      refused: { form(typed, $0) },
      overtaken: { try await conflict(charter, typed, visit, viewer) },
      done: { _ in visit.redirect(to: "/charter", notice: .charterPublished) })
    return try await visit.save(as: viewer, act, outcome) { db in
      try db.publishCharter(charter, after: version, by: act, as: viewer)
    }
  }

  private static func conflict(
    _ charter: Charter, _ typed: [String: String], _ visit: Visit, _ viewer: Viewer
  ) async throws -> ConflictPage {
    let theirs = try await read(visit, viewer).0.first.orNotFound()
    return ConflictPage(
      setting(typed).conflict("charter", "Version \(theirs.number)"), saved: theirs.madeAt,
      version: theirs.number, last: nil,
      rows: ConflictPage.Row.rows(charter.changes(since: theirs.charter)), typed: typed)
  }

  private static let trail = [Link("Charter", "/charter")]

  private static func setting(_ typed: [String: String]) -> ProgrammeFormPage.Setting {
    ProgrammeFormPage.Setting(
      title: "Publish a new version of the charter",
      intro: "Every party is asked to accept it. What was accepted before stays as it was.",
      action: "/charter", cancelHref: "/charter", submit: "Publish",
      hidden: [HiddenField("version", typed["version"] ?? "0")], area: .charter, trail: trail)
  }

  private static func form(
    _ typed: [String: String], _ found: [Problem] = []
  ) -> ProgrammeFormPage {
    func field(_ name: Charter.Field, _ label: String, hint: String) -> FormField {
      FormField(
        name.rawValue, label, .area, value: typed[name.rawValue] ?? "", hint: hint,
        error: found.message(at: name.rawValue))
    }
    let fields = [
      field(
        .text, "Text",
        hint: "A blank line begins a new paragraph, a dash a list; *emphasis*, **strong**."),
      field(.news, "What is new, and why", hint: "Stands in the notice that each party gets."),
    ]
    return ProgrammeFormPage(
      setting(typed), groups: [FieldGroup(fields: fields)], problems: found)
  }

  private static func read(
    _ visit: Visit, _ viewer: Viewer
  ) async throws -> ([StoredCharter], [PartyRow]) {
    try await visit.store.read(as: viewer) { db in
      (try db.charters(as: viewer), try db.parties(as: viewer))
    }
  }
}
