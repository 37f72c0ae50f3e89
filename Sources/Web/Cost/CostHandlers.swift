import Calculator
import Exchange
import HTTPTypes
import Hummingbird
import Programme
import Store

/// What the programme costs: list, one cost, and recording one.
enum CostHandlers {
  /// The list that the address asks for.
  static func list(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let filter = try CostFilter(visit.query)
    let (costs, councils) = try await visit.store.read(as: viewer) { db in
      (try db.costs(filter, as: viewer), try db.councils(as: viewer))
    }
    let choices = councils.filter(\.hasRegister).map {
      Choice($0.code.description, $0.name, isChosen: $0.code == filter.council)
    }
    return visit.page(CostListPage(costs, filter: filter, councils: choices, viewer: viewer))
  }

  /// The same rows as a table for other programs.
  static func table(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let filter = try CostFilter(visit.query)
    let costs = try await visit.store.read(as: viewer) { db in
      try db.costs(filter, as: viewer)
    }
    return try await visit.table(Exchange.Table(costs), named: "costs")
  }

  /// One cost with what it came to and its history.
  static func show(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let id = try visit.id(of: Cost.self)
    let (cost, history) = try await visit.store.read(as: viewer) { db in
      (try db.cost(id, as: viewer).orNotFound(), try db.history(of: id, as: viewer))
    }
    return visit.page(CostDetailPage(cost, history: history, viewer: viewer))
  }

  /// The form for a new cost.
  static func new(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (reference, setting) = try await visit.store.read(as: viewer) { db in
      (try db.nextCostReference(in: viewer.organisation, as: viewer), try db.newCost(as: viewer))
    }
    let typed = ["reference": reference, "visibility": Visibility.draft.rawValue]
    return visit.page(CostFormPage(typed, problems: [], in: setting))
  }

  /// Records a new cost of the viewer's own organisation.
  static func create(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let sent = try CostSubmission(visit.form)
    let reading = sent.read(upon: nil)
    guard let profile = reading.value, let visibility = sent.visibility else {
      return try await again(visit, viewer, sent, reading.problems)
    }
    let act = visit.act("cost.add", reason: sent.reason)
    do {
      let id = try await visit.write(as: viewer, act) { db in
        try db.addCost(
          profile, to: viewer.organisation, visibility: visibility, by: act, as: viewer)
      }
      return visit.redirect(to: "/costs/\(id)", notice: .costAdded)
    } catch Refusal.invalid(let problems) {
      return try await again(visit, viewer, sent, problems)
    }
  }

  private static func again(
    _ visit: Visit, _ viewer: Viewer, _ sent: CostSubmission, _ problems: [Problem]
  ) async throws -> Response {
    let setting = try await visit.store.read(as: viewer) { db in try db.newCost(as: viewer) }
    return visit.page(
      CostFormPage(sent.typed, problems: problems, in: setting), .unprocessableContent)
  }
}

extension Database {
  /// What the form for a new cost needs to know.
  fileprivate func newCost(as viewer: Viewer) throws -> CostFormPage.Setting {
    CostFormPage.Setting(
      title: "Record a cost", action: "/costs", cancelHref: "/costs",
      baseYear: try register(of: viewer.organisation, as: viewer)?.cover.baseYear)
  }
}
