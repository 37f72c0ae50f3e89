import HTTPTypes
import Hummingbird
import Programme
import Store

/// Deciding on a change, and telling the parties of the decision.
enum ChangeDecisionHandlers {
  /// The form for the decision: today, by whoever may decide.
  static func decision(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (stored, delegation) = try await visit.decidable(viewer)
    guard stored.process.state.allows(.agree) else {
      return try await visit.refused(stored, .agree, viewer)
    }
    let form = RecordForm<ChangeDecision>(typed: [
      "decidedBy": delegation?.holder ?? stored.authorityWords,
      "decidedOn": stored.today.description,
    ])
    return visit.page(ChangeActPage.decision(form, on: stored, delegation))
  }

  /// Records it, unless something happened meanwhile.
  static func decide(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (stored, delegation) = try await visit.decidable(viewer)
    var form = try RecordForm<ChangeDecision>(
      visit.form, besides: ["version", FormToken.fieldName])
    let version = try visit.changeVersion()
    let reading = form.reading
    form.problems = reading.problems
    guard let decision = reading.value else {
      return visit.page(
        ChangeActPage.decision(form, on: stored, delegation), .unprocessableContent)
    }
    let act = visit.act(
      "change.decide", reason: String(decision.reason.prefix(RecordLimit.noteCharacters)))
    do {
      try await visit.write(as: viewer, act) { db in
        try db.decideChange(stored.number, expecting: version, decision, by: act, as: viewer)
      }
    } catch Refusal.invalid(let problems) {
      form.problems = problems
      return visit.page(
        ChangeActPage.decision(form, on: stored, delegation), .unprocessableContent)
    } catch Refusal.conflict {
      let (now, delegation) = try await visit.decidable(viewer)
      return visit.page(
        ChangeActPage.decision(form, on: now, delegation, hasMovedOn: true), .conflict)
    }
    let notice: NoticeCode = decision.outcome == .agree ? .changeAgreed : .changeRejected
    return visit.redirect(to: stored.href, notice: notice)
  }

  /// The form for telling the parties.
  static func telling(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let stored = try await visit.change(as: viewer) { viewer.mayLead($0) }
    guard stored.process.state.allows(.communicate) else {
      return try await visit.refused(stored, .communicate, viewer)
    }
    let planned = stored.change.acknowledgementDue
    let day = planned > stored.today ? planned : stored.today.adding(months: 1)
    return visit.page(ChangeActPage.telling(stored, day: day?.description ?? ""))
  }

  /// Tells them.
  static func tell(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let stored = try await visit.change(as: viewer) { viewer.mayLead($0) }
    let name = PlanChange.Field.acknowledgementDue.rawValue
    try visit.form.expecting(["version", name])
    let version = try visit.changeVersion()
    let typed = visit.form.given(name) ?? ""
    func again(_ problems: [Problem]) -> Response {
      visit.page(
        ChangeActPage.telling(stored, day: typed, problems: problems), .unprocessableContent)
    }
    guard let day = Day(text: typed) else { return again([.noDay(typed)]) }
    let act = visit.act("change.tell")
    do {
      try await visit.write(as: viewer, act) { db in
        try db.communicateChange(
          stored.number, expecting: version, acknowledgementDue: day, by: act, as: viewer)
      }
    } catch Refusal.invalid(let problems) {
      return again(problems)
    } catch Refusal.conflict {
      let now = try await visit.change(as: viewer)
      return visit.page(ChangeActPage.telling(now, day: typed, hasMovedOn: true), .conflict)
    }
    return visit.redirect(to: stored.href, notice: .changeTold)
  }
}

extension Visit {
  /// The change of the path, which the viewer may decide on, and up to what cost.
  fileprivate func decidable(
    _ viewer: Viewer
  ) async throws -> (StoredChange, ChangeDelegation?) {
    let number = try changeNumber()
    return try await store.read(as: viewer) { db in
      let stored = try db.change(number, as: viewer).orNotFound()
      guard viewer.mayDecide(stored.process) else { throw Refusal.forbidden }
      return (stored, try db.delegation(of: stored.process, as: viewer))
    }
  }
}

extension Problem {
  fileprivate static func noDay(_ text: String) -> Problem {
    Problem(
      .error, at: .field(PlanChange.Field.acknowledgementDue.rawValue),
      subject: PlanChange.Field.acknowledgementDue.label, found: text, expected: "a date",
      mend: "Enter it as 2010-01-15.")
  }
}
