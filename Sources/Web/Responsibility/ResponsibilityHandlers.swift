import Exchange
import Hummingbird
import Programme
import Store

/// Who has which part in what, and confirming one's own.
enum ResponsibilityHandlers {
  /// The matrix.
  static func show(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let filter = try ResponsibilityFilter(visit.query)
    let (activities, parties) = try await read(visit, viewer)
    return visit.page(
      ResponsibilityPage(activities, parties, filter: filter, viewer: viewer))
  }

  /// The same matrix as a table for other programs.
  static func table(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let filter = try ResponsibilityFilter(visit.query)
    let (activities, parties) = try await read(visit, viewer)
    return try await visit.table(
      Exchange.Table(activities, filter.columns(parties)), named: "responsibilities")
  }

  /// One activity.
  static func activity(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let id = try visit.id(of: Activity.self)
    return try await visit.show(as: viewer) { db in try db.page(of: id, as: viewer) }
  }

  /// Confirms the own party's part in one activity.
  static func confirm(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let id = try visit.id(of: Activity.self)
    let stored = try await visit.store.read(as: viewer) { db in try db.activity(id, as: viewer) }
    guard stored != nil else { throw Refusal.notFound }
    try visit.form.expecting(["version"])
    return try await confirm([(id, try visit.form.readVersion())], visit, viewer)
  }

  /// Confirms every part that the page showed as waiting.
  static func confirmAll(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try visit.form.expecting(["seen"])
    let seen = (visit.form.given("seen") ?? "").split(separator: " ")
      .prefix(ProgrammeLimit.activities)
      .compactMap { word -> (ID<Activity>, Int)? in
        let parts = word.split(separator: ":").map(String.init)
        guard parts.count == 2, let id = parts.first.flatMap({ ID<Activity>(text: $0) }),
          let version = parts.last.flatMap({ Int($0) })
        else { return nil }
        return (id, version)
      }
    guard !seen.isEmpty else { throw Failure(.unprocessableContent) }
    return try await confirm(seen, visit, viewer)
  }

  private static func confirm(
    _ seen: [(ID<Activity>, Int)], _ visit: Visit, _ viewer: Viewer
  ) async throws -> Response {
    let act = visit.act("responsibility.confirm")
    do {
      try await visit.write(as: viewer, act) { db in
        for (id, version) in seen {
          try db.confirmResponsibility(id, expecting: version, by: act, as: viewer)
        }
      }
    } catch Refusal.conflict {
      throw Failure(
        .conflict, "Your part was changed meanwhile. Go back, look at it, then confirm it again.")
    }
    return visit.redirect(to: "/responsibilities", notice: .responsibilityConfirmed)
  }

  private static func read(
    _ visit: Visit, _ viewer: Viewer
  ) async throws -> ([StoredActivity], [PartyRow]) {
    try await visit.store.read(as: viewer) { db in
      (try db.activities(as: viewer), try db.parties(as: viewer))
    }
  }
}

extension Database {
  fileprivate func page(of id: ID<Activity>, as viewer: Viewer) throws -> ActivityPage {
    let stored = try activity(id, as: viewer).orNotFound()
    return ActivityPage(
      stored, try parties(as: viewer), history: try history(of: "activity", id.uuid, as: viewer),
      viewer: viewer)
  }
}
