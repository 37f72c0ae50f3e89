import Exchange
import HTTPTypes
import Hummingbird
import Programme
import Store

/// The plan changes: the list, one of them, and the plan before and after it.
enum ChangeHandlers {
  /// The list that the address asks for.
  static func list(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let filter = try ChangeFilter(visit.query)
    let page = try await visit.store.read(as: viewer) { db in
      ChangeListPage(
        try db.changePage(filter, as: viewer), parties: try db.parties(as: viewer),
        filter: filter, viewer: viewer)
    }
    return visit.page(page)
  }

  /// The same rows as a table for other programs.
  static func table(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let filter = try ChangeFilter(visit.query)
    let rows = try await visit.store.read(as: viewer) { db in
      try db.everyChangeRow(of: filter, as: viewer)
    }
    return try await visit.table(Exchange.Table(rows), named: "changes")
  }

  /// One change.
  static func show(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try await visit.changePage(as: viewer)
  }

  /// What the change moves, before, after and now.
  static func plan(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    visit.page(ChangePlanPage(try await visit.change(as: viewer)))
  }

  /// Makes a counter-proposal the next version.
  static func adopt(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let stored = try await visit.change(as: viewer) { viewer.mayLead($0) }
    try visit.form.expecting(["position", "version"])
    let version = try visit.changeVersion()
    let position = try visit.form["position"].flatMap { ID<ChangePosition>(text: $0) }.orNotFound()
    return try await visit.changing(stored, "change.amend", as: viewer, .changeAmended) { db, act in
      try db.adoptCounter(position, on: stored.number, expecting: version, by: act, as: viewer)
    }
  }

  /// Reminds the parties that have still to say something.
  static func chase(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let stored = try await visit.change(as: viewer) { viewer.mayLead($0) }
    try visit.form.expecting([])
    return try await visit.changing(stored, "change.chase", as: viewer, .changeChased) { db, act in
      try db.chaseChange(stored.number, by: act, as: viewer)
    }
  }
}

extension Visit {
  /// The page of the change of the path, perhaps with what stands against an act.
  func changePage(
    as viewer: Viewer, problems: [Problem] = [], _ status: HTTPResponse.Status = .ok
  ) async throws -> Response {
    let number = try changeNumber()
    let page = try await store.read(as: viewer) { db in
      let change = try db.change(number, as: viewer).orNotFound()
      return ChangePage(
        change, delegation: try db.delegation(of: change.process, as: viewer), viewer: viewer,
        problems: problems)
    }
    return self.page(page, status)
  }

  /// An act that is made by one button on the page of a change: what stands against it is shown there.
  func changing(
    _ stored: StoredChange, _ name: String, as viewer: Viewer, _ notice: NoticeCode,
    _ body: @Sendable @escaping (isolated Database, Act) throws -> Void
  ) async throws -> Response {
    let act = act(name)
    do {
      try await write(as: viewer, act) { db in try body(db, act) }
    } catch Refusal.invalid(let problems) {
      return try await changePage(as: viewer, problems: problems, .unprocessableContent)
    } catch Refusal.conflict {
      return try await changePage(as: viewer, problems: [.movedOn], .conflict)
    }
    return redirect(to: stored.href, notice: notice)
  }
}

extension Problem {
  /// Something happened to a change since its page was opened.
  static let movedOn = Problem(
    .error, at: .field("history"), subject: "Plan change", found: "",
    expected: "the change as you read it",
    mend:
      "Something happened to the change since you opened the page. Read what is new, then do it "
      + "again")
}
