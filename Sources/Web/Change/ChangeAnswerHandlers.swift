import HTTPTypes
import Hummingbird
import Programme
import Store

/// What an affected party says: its position, and that it acknowledges.
enum ChangeAnswerHandlers {
  /// The form for a position: one's own party's, or for the co-ordinator the one that is named.
  static func position(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (stored, party) = try await visit.affected(visit.query["party"], viewer)
    guard stored.process.state.allows(.takePosition) else {
      return try await visit.refused(stored, .takePosition, viewer)
    }
    let form = RecordForm<ChangePosition>(typed: party.position?.typed ?? [:])
    return visit.page(
      ChangeActPage.position(
        form, of: party, on: stored, isForOthers: viewer.recordsForOthers(party.id)))
  }

  /// Records it, unless the change was amended meanwhile.
  static func takePosition(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (stored, party) = try await visit.affected(visit.form["party"], viewer)
    let isForOthers = viewer.recordsForOthers(party.id)
    let dayNames = stored.revisions.flatMap(\.milestones).map { "day.\($0.effect.milestone)" }
    var form = try RecordForm<ChangePosition>(
      visit.form, besides: Set(dayNames + ["party", "revision", FormToken.fieldName]))
    guard let revision = visit.form.given("revision").flatMap({ Int($0) }) else {
      throw Failure(.unprocessableContent)
    }
    let (days, dayProblems) = form.days(of: stored)
    let reading = form.reading
    form.problems = reading.problems + dayProblems
    func again(_ stored: StoredChange, _ status: HTTPResponse.Status) -> Response {
      visit.page(
        ChangeActPage.position(
          form, of: party, on: stored, isForOthers: isForOthers, since: revision), status)
    }
    guard let position = reading.value, dayProblems.isEmpty else {
      return again(stored, .unprocessableContent)
    }
    let act = visit.act("change.position")
    do {
      try await visit.write(as: viewer, act) { db in
        try db.takePosition(
          position, days: days, on: stored.number, revision: revision, of: party.id, by: act,
          as: viewer)
      }
    } catch Refusal.invalid(let problems) {
      form.problems = problems
      return again(stored, .unprocessableContent)
    } catch Refusal.conflict {
      return again(try await visit.change(as: viewer), .conflict)
    }
    return visit.redirect(to: stored.href, notice: .positionTaken)
  }

  /// The form for an acknowledgement.
  static func acknowledgement(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (stored, party) = try await visit.affected(visit.query["party"], viewer)
    guard stored.process.state.allows(.acknowledge(isLast: false)), party.acknowledgement == nil
    else { return try await visit.refused(stored, .acknowledge(isLast: false), viewer) }
    let isForOthers = viewer.recordsForOthers(party.id)
    let form = RecordForm<ChangeAcknowledgement>(typed: isForOthers ? [:] : ["by": viewer.name])
    return visit.page(
      ChangeActPage.acknowledgement(form, of: party, on: stored, isForOthers: isForOthers))
  }

  /// Records it.
  static func acknowledge(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (stored, party) = try await visit.affected(visit.form["party"], viewer)
    var form = try RecordForm<ChangeAcknowledgement>(
      visit.form, besides: ["party", FormToken.fieldName])
    let reading = form.reading
    form.problems = reading.problems
    func again(_ problems: [Problem]) -> Response {
      form.problems = problems
      return visit.page(
        ChangeActPage.acknowledgement(
          form, of: party, on: stored, isForOthers: viewer.recordsForOthers(party.id)),
        .unprocessableContent)
    }
    guard let acknowledgement = reading.value else { return again(reading.problems) }
    let act = visit.act("change.acknowledge")
    do {
      try await visit.write(as: viewer, act) { db in
        try db.acknowledgeChange(
          acknowledgement, of: stored.number, for: party.id, by: act, as: viewer)
      }
    } catch Refusal.invalid(let problems) {
      return again(problems)
    }
    return visit.redirect(to: stored.href, notice: .changeAcknowledged)
  }
}

extension Visit {
  /// The change of the path and the affected party that is named, else one's own; the viewer must be
  /// allowed to speak for it.
  fileprivate func affected(
    _ name: String?, _ viewer: Viewer
  ) async throws -> (StoredChange, ChangePartyRow) {
    let stored = try await change(as: viewer)
    let id = name.flatMap { ID<Organisation>(text: $0) } ?? viewer.organisation
    guard viewer.maySpeak(for: id, on: stored.process),
      let party = stored.parties.first(where: { $0.id == id })
    else { throw Refusal.forbidden }
    return (stored, party)
  }
}

extension StoredPosition {
  /// What the form shows of a position that was taken before.
  fileprivate var typed: [String: String] {
    var typed: [String: String] = [:]
    for field in ChangePosition.Field.allCases { typed[field.rawValue] = position.text(field) }
    for (milestone, day) in days { typed["day.\(milestone)"] = day.description }
    return typed
  }
}

extension RecordForm<ChangePosition> {
  /// The days of a counter-proposal that were typed, and what is wrong with them.
  fileprivate func days(of stored: StoredChange) -> ([ID<Milestone>: Day], [Problem]) {
    var days: [ID<Milestone>: Day] = [:]
    var problems: [Problem] = []
    for shift in stored.current?.milestones ?? [] {
      let name = "day.\(shift.effect.milestone)"
      let text = TrimmedText.of(typed[name] ?? "")
      guard !text.isEmpty else { continue }
      guard let day = Day(text: text) else {
        problems.append(
          Problem(
            .error, at: .field(name), subject: shift.title, found: text, expected: "a date",
            mend: "Enter it as 2010-01-15."))
        continue
      }
      days[shift.effect.milestone] = day
    }
    return (days, problems)
  }
}
