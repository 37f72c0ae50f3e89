import HTTPTypes
import Hummingbird
import Programme
import Store

/// Saying in good time that a milestone may be late, and taking it back.
enum WarningHandlers {
  /// The form for a warning.
  static func form(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let stored = try await visit.keptMilestone(as: viewer)
    return visit.page(try await page(stored, RecordForm<EarlyWarning>(), visit, viewer))
  }

  /// Warns, and tells whoever depends on it.
  static func warn(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let stored = try await visit.keptMilestone(as: viewer)
    var form = try RecordForm<EarlyWarning>(visit.form, besides: ["version"])
    let reading = form.reading
    form.problems = reading.problems
    guard let warning = reading.value else {
      return visit.page(try await page(stored, form, visit, viewer), .unprocessableContent)
    }
    let act = visit.act("milestone.warn")
    do {
      try await visit.write(as: viewer, act) { db in
        try db.warn(warning, of: stored.id, by: act, as: viewer)
      }
      return visit.redirect(to: stored.path, notice: .warningGiven)
    } catch Refusal.invalid(let problems) {
      form.problems = problems
      return visit.page(try await page(stored, form, visit, viewer), .unprocessableContent)
    }
  }

  /// Asks why a warning is taken back.
  static func confirmWithdrawal(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    visit.page(withdrawal(try await visit.keptMilestone(as: viewer), [:]))
  }

  /// Takes a warning back.
  static func withdraw(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let stored = try await visit.keptMilestone(as: viewer)
    try visit.form.expecting(["version", "reason"])
    let reason = visit.form.given("reason") ?? ""
    func again(_ problems: [Problem]) -> Response {
      visit.page(
        withdrawal(stored, visit.form.ownValues, problems), .unprocessableContent)
    }
    // What is kept with the warning begins with a word of ours.
    let found = PlainText.problems(
      reason, at: "reason", "Reason", limit: RecordLimit.noteCharacters)
    guard found.isEmpty else { return again(found) }
    let act = visit.act("milestone.unwarn", reason: reason)
    do {
      try await visit.write(as: viewer, act) { db in
        try db.withdrawWarning(of: stored.id, by: act, as: viewer)
      }
    } catch Refusal.invalid(let problems) {
      return again(problems)
    } catch Refusal.conflict {
      return visit.redirect(to: stored.path, notice: .warningGone)
    }
    return visit.redirect(to: stored.path, notice: .warningWithdrawn)
  }

  private static func page(
    _ stored: StoredMilestone, _ form: RecordForm<EarlyWarning>, _ visit: Visit, _ viewer: Viewer
  ) async throws -> MilestoneActPage {
    let waiting = try await visit.store.read(as: viewer) { db in
      try db.partiesWaiting(for: stored.id, as: viewer)
    }
    let told =
      waiting.isEmpty
      ? "No other party waits for it. The co-ordinators are told."
      : "Told at once: \(waiting.joined(separator: ", ")), and the co-ordinators."
    let setting = MilestoneActPage.Setting(
      title: "Warn that it may be late", verb: "warning",
      notes: [
        "Now expected \(stored.milestone.forecast.words). The date stays until you move it.", told,
      ], submit: "Warn")
    return MilestoneActPage(
      stored, setting,
      fields: [
        form.field(.daysLate, label: "By how many days may it be late?"),
        form.field(.reason, label: "Why?", control: .area),
      ], radios: form.radios(.likelihood, legend: "How likely is that?"),
      problems: form.problems)
  }

  private static func withdrawal(
    _ stored: StoredMilestone, _ typed: [String: String], _ problems: [Problem] = []
  ) -> MilestoneActPage {
    let setting = MilestoneActPage.Setting(
      title: "Withdraw the warning", verb: "warning/withdraw",
      notes: stored.warning.map { ["May be \($0.words)."] } ?? [], submit: "Withdraw warning")
    return MilestoneActPage(
      stored, setting, fields: [MilestoneActPage.reason("Why?", typed, problems)],
      problems: problems)
  }
}
