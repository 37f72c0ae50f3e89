import Exchange
import HTTPTypes
import Hummingbird
import Programme
import Store

/// The benefits map of a register.
enum MapHandlers {
  /// The part of a map that the address asks for; a choice of councils for those without one.
  static func show(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let filter = try MapFilter(visit.query)
    let page = try await visit.store.read(as: viewer) { db in
      try db.mapPage(filter, as: viewer)
    }
    return visit.page(page)
  }

  /// What leads to one benefit.
  static func benefit(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let id = try visit.id(of: Benefit.self)
    let page = try await visit.store.read(as: viewer) { db in
      guard let benefit = try db.benefit(id, as: viewer) else { throw Refusal.notFound }
      var filter = MapFilter()
      filter.council = benefit.councilCode
      filter.benefit = id
      return try db.mapPage(
        filter, sections: BenefitSection.links(of: id, showing: .map), as: viewer)
    }
    return visit.page(page)
  }

  /// The same links as a table for other programs.
  static func table(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let filter = try MapFilter(visit.query)
    let subject = try await visit.store.read(as: viewer) { db in
      try db.mapSubject(filter, as: viewer)
    }
    return try await visit.table(Exchange.Table(subject), named: "benefits map")
  }
}

extension Database {
  /// The map that a filter asks for; nil when it names no council and the viewer has none with a
  /// register. Throws ``Refusal/notFound`` for one out of sight.
  func mapSubject(_ filter: MapFilter, as viewer: Viewer) throws -> MapSubject? {
    guard let code = filter.council ?? viewer.organisationCode else { return nil }
    guard let council = try council(code: code, as: viewer),
      let stored = try map(of: council.id, as: viewer)
    else {
      if filter.council == nil { return nil }
      throw Refusal.notFound
    }
    return MapSubject(stored, filter: filter, viewer: viewer)
  }

  /// The page that a filter asks for; `typed` and `found` are of a link that was refused.
  func mapPage(
    _ filter: MapFilter, sections: [SectionLink] = [], typed: [String: String] = [:],
    problems found: [Problem] = [], as viewer: Viewer
  ) throws -> MapPage {
    let councils = try councils(as: viewer).filter(\.hasRegister)
    guard let subject = try mapSubject(filter, as: viewer) else {
      return MapPage(
        choosing: councils.map {
          Link($0.name, Address("/map").with("council", $0.code.description).text)
        })
    }
    let choices = councils.map {
      Choice(
        $0.code.description, $0.name, isChosen: $0.code == subject.stored.councilCode)
    }
    return MapPage(
      subject, councils: choices, typed: typed, problems: found, sections: sections)
  }
}
