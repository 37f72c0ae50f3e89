import HTTPTypes
import Hummingbird
import Programme
import Store

/// What is done to a milestone on a page of its own: achieved, reopened, planned anew, withdrawn.
enum MilestoneDayHandlers {
  /// Asks when it was achieved.
  static func confirmAchievement(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try await form(.achieve, visit, viewer)
  }

  /// Records when it was achieved.
  static func achieve(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try await act(.achieve, visit, viewer)
  }

  /// Asks why it is not achieved after all.
  static func confirmReopening(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try await form(.reopen, visit, viewer)
  }

  /// Takes back that it was achieved.
  static func reopen(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try await act(.reopen, visit, viewer)
  }

  /// Asks for another day of the plan.
  static func planAgain(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try await form(.replan, visit, viewer)
  }

  /// Gives it another day in the plan.
  static func replan(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try await act(.replan, visit, viewer)
  }

  /// Asks why it is withdrawn.
  static func confirmWithdrawal(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try await form(.withdraw, visit, viewer)
  }

  /// Withdraws it: it stays with its history, and holds nothing up.
  static func withdraw(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try await act(.withdraw, visit, viewer)
  }

  private static func form(
    _ kind: MilestoneAct, _ visit: Visit, _ viewer: Viewer
  ) async throws -> Response {
    let stored = try await visit.keptMilestone(as: viewer)
    let today = try await visit.store.read(as: viewer) { db in try db.today() }
    return visit.page(kind.page(stored, kind == .achieve ? ["actual": today.description] : [:]))
  }

  private static func act(
    _ kind: MilestoneAct, _ visit: Visit, _ viewer: Viewer
  ) async throws -> Response {
    let stored = try await visit.keptMilestone(as: viewer)
    try visit.form.expecting(["version", "actual", "baseline", "reason"])
    let typed = visit.form.ownValues
    guard let version = visit.form.given("version").flatMap({ Int($0) }) else {
      throw Failure(.unprocessableContent)
    }
    func again(_ problems: [Problem], _ status: HTTPResponse.Status) -> Response {
      visit.page(kind.page(stored, typed, version: version, problems), status)
    }
    let reason = visit.form.given("reason") ?? ""
    let found = PlainText.problems(
      reason, at: "reason", "Reason", limit: RecordLimit.noteCharacters)
    guard found.isEmpty else { return again(found, .unprocessableContent) }
    let act = visit.act("milestone.\(kind.rawValue)", reason: reason)
    do {
      try await visit.write(as: viewer, act) { [id = stored.id] db in
        try kind.apply(to: id, expecting: version, typed, db, by: act, as: viewer)
      }
      return visit.redirect(to: stored.path, notice: kind.notice)
    } catch Refusal.invalid(let problems) {
      return again(problems, .unprocessableContent)
    } catch Refusal.conflict(let current) {
      return visit.page(
        kind.page(stored, typed, version: current, [.changedMeanwhile(stored)]), .conflict)
    }
  }
}
