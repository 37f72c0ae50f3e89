import HTTPTypes
import Hummingbird
import Programme
import Store

/// Moving a milestone to another day: what it moves is shown before it is saved.
enum MilestoneMoveHandlers {
  /// Every name that the forms may have.
  private static let names: Set<String> = [
    "version", "forecast", "slipReason", "seeing", "movesOwn", "tells", "edit",
  ]

  /// The form for another day.
  static func form(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let stored = try await visit.keptMilestone(as: viewer)
    return visit.page(try await page(stored, [:], visit, viewer))
  }

  /// What the move would move, or the form again to change it. Nothing is saved.
  static func check(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (stored, sent) = try await sent(visit, viewer)
    if visit.form.given("edit") != nil {
      return visit.page(
        try await page(stored, sent.typed, visit, viewer, version: sent.version))
    }
    do {
      let effect = try await visit.store.read(as: viewer) { db in
        try db.checkMove(
          of: stored.id, expecting: sent.version, to: sent.day, because: sent.reason, as: viewer)
      }
      return visit.page(MilestoneCheckPage(effect, sent))
    } catch Refusal.invalid(let problems) {
      return visit.page(
        try await page(stored, sent.typed, visit, viewer, version: sent.version, problems),
        .unprocessableContent)
    } catch Refusal.conflict {
      return try await conflict(stored, sent, visit, viewer)
    }
  }

  /// Moves it as it was confirmed; when what it moves is another now, that is shown again.
  static func move(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (stored, sent) = try await sent(visit, viewer)
    let act = visit.act("milestone.move", reason: sent.reason)
    do {
      try await visit.write(as: viewer, act) { db in
        try db.moveMilestone(
          stored.id, expecting: sent.version, as: sent.slip, by: act, as: viewer)
      }
      return visit.redirect(to: stored.path, notice: .milestoneMoved)
    } catch Refusal.invalid(let problems) {
      return visit.page(
        try await page(stored, sent.typed, visit, viewer, version: sent.version, problems),
        .unprocessableContent)
    } catch Refusal.conflict {
      return try await conflict(stored, sent, visit, viewer)
    }
  }

  /// The milestone was changed meanwhile, or what the move moves is another.
  private static func conflict(
    _ stored: StoredMilestone, _ sent: MilestoneMoveSubmission, _ visit: Visit, _ viewer: Viewer
  ) async throws -> Response {
    if stored.stored.version == sent.version {
      let effect = try await visit.store.read(as: viewer) { db in
        try db.checkMove(
          of: stored.id, expecting: sent.version, to: sent.day, because: sent.reason, as: viewer)
      }
      return visit.page(MilestoneCheckPage(effect, sent, hasChanged: true), .conflict)
    }
    let yours = Day(text: sent.day).map { stored.milestone.moved(to: $0, because: sent.reason) }
    return visit.page(
      ConflictPage(
        theirs: stored, last: try await visit.lastChange(of: stored.id, as: viewer),
        yours: yours ?? stored.milestone, typed: sent.typed,
        action: "\(stored.path)/move/check"), .conflict)
  }

  private static func sent(
    _ visit: Visit, _ viewer: Viewer
  ) async throws -> (StoredMilestone, MilestoneMoveSubmission) {
    let stored = try await visit.keptMilestone(as: viewer)
    try visit.form.expecting(names)
    guard let sent = MilestoneMoveSubmission(visit.form) else {
      throw Failure(.unprocessableContent)
    }
    return (stored, sent)
  }

  private static func page(
    _ stored: StoredMilestone, _ typed: [String: String], _ visit: Visit, _ viewer: Viewer,
    version: Int? = nil, _ problems: [Problem] = []
  ) async throws -> MilestoneActPage {
    let earliest = try await visit.store.read(as: viewer) { db in
      try db.earliestDay(of: stored.id, as: viewer)
    }
    let milestone = stored.milestone
    var form = RecordForm<Milestone>(typed: typed)
    form.problems = problems
    let waits = earliest.map {
      "Not before \($0.day.words): it waits for \($0.waitsFor)."
    }
    let setting = MilestoneActPage.Setting(
      title: "Move the date", verb: "move/check",
      notes: [
        "Planned \(milestone.baseline.words), now expected \(milestone.forecast.words).", waits,
      ].compactMap(\.self), submit: "See what it moves")
    return MilestoneActPage(
      stored, setting,
      fields: [
        form.field(.forecast, label: "Day it is now expected"),
        form.field(
          .slipReason, label: "Why it moves",
          hint: "Needed when it moves later. Every party reads it."),
      ], version: version, problems: problems)
  }
}
