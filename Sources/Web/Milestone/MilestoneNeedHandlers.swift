import HTTPTypes
import Hummingbird
import Programme
import Store

/// What a milestone waits for.
enum MilestoneNeedHandlers {
  /// It waits for another.
  static func add(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let id = try await visit.keptMilestone(as: viewer).id
    try visit.form.expecting(["needs", "lagDays"])
    let typed = visit.form.ownValues
    func again(_ problems: [Problem]) async throws -> Response {
      visit.page(
        try await MilestoneDetailPage.load(id, visit, viewer, typed: typed, problems: problems),
        .unprocessableContent)
    }
    guard let needed = visit.form.given("needs").flatMap({ ID<Milestone>(text: $0) }) else {
      return try await again([.need("needs", "Choose a milestone.")])
    }
    let lagText = visit.form.given("lagDays") ?? "0"
    guard let lag = Int(lagText), MilestoneLimit.lagDays.contains(lag) else {
      let most = MilestoneLimit.lagDays.upperBound
      return try await again([.need("lagDays", "Enter a whole number from 0 to \(most).")])
    }
    let act = visit.act("milestone.need")
    do {
      try await visit.write(as: viewer, act) { db in
        try db.addNeed(needed, of: id, lagDays: lag, by: act, as: viewer)
      }
    } catch Refusal.invalid(let problems) {
      return try await again(problems)
    }
    return visit.redirect(to: "/milestones/\(id)#needs-list", notice: .needAdded)
  }

  /// It waits for it no longer.
  static func remove(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let id = try await visit.keptMilestone(as: viewer).id
    try visit.form.expecting(["needs"])
    guard let needed = visit.form.given("needs").flatMap({ ID<Milestone>(text: $0) }) else {
      throw Failure(.unprocessableContent)
    }
    let act = visit.act("milestone.unneed")
    do {
      try await visit.write(as: viewer, act) { db in
        try db.removeNeed(needed, of: id, by: act, as: viewer)
      }
    } catch Refusal.invalid(let problems) {
      return visit.page(
        try await MilestoneDetailPage.load(id, visit, viewer, problems: problems),
        .unprocessableContent)
    }
    return visit.redirect(to: "/milestones/\(id)#needs-list", notice: .needRemoved)
  }
}
