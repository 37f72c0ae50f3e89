import HTTPTypes
import Hummingbird
import Programme
import Store

/// Changing what a milestone is.
enum MilestoneChangeHandlers {
  /// The form that shows the milestone as it stands.
  static func edit(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (stored, setting, benefits) = try await setting(visit, viewer)
    var typed = RecordForm(stored.milestone).typed
    typed["owner"] = stored.owner?.id.description ?? ""
    typed["benefits"] = benefits.map(\.reference).joined(separator: "; ")
    return visit.page(MilestoneFormPage(typed, problems: [], in: setting))
  }

  /// Changes it, unless somebody else did meanwhile.
  static func update(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (stored, original, _) = try await setting(visit, viewer)
    var setting = original
    let sent = try MilestoneSubmission(visit.form)
    guard let version = sent.version else { throw Failure(.unprocessableContent) }
    setting.version = version
    func again(_ problems: [Problem]) -> Response {
      visit.page(
        MilestoneFormPage(sent.typed, problems: problems, in: setting), .unprocessableContent)
    }
    let reading = sent.read(upon: stored.milestone)
    guard let milestone = reading.value else { return again(reading.problems) }
    let act = visit.act("milestone.change", reason: sent.reason)
    do {
      try await visit.write(as: viewer, act) { db in
        try db.changeMilestone(
          stored.id, expecting: version, to: milestone, owner: sent.owner, by: act, as: viewer)
        if stored.partyCode != nil {
          try db.setBenefits(sent.benefits, waitingFor: stored.id, by: act, as: viewer)
        }
      }
      return visit.redirect(to: stored.path, notice: .milestoneChanged)
    } catch Refusal.invalid(let problems) {
      return again(problems)
    } catch Refusal.conflict {
      let theirs = try await visit.milestone(as: viewer)
      var yours = theirs.milestone
      (yours.title, yours.description) = (milestone.title, milestone.description)
      yours.office = milestone.office
      return visit.page(
        ConflictPage(
          theirs: theirs, last: try await visit.lastChange(of: stored.id, as: viewer),
          yours: yours, typed: sent.typed, action: stored.path), .conflict)
    }
  }

  private static func setting(
    _ visit: Visit, _ viewer: Viewer
  ) async throws -> (StoredMilestone, MilestoneFormPage.Setting, [WaitingBenefit]) {
    let stored = try await visit.keptMilestone(as: viewer)
    return try await visit.store.read(as: viewer) { db in
      let setting = MilestoneFormPage.Setting(
        stored: stored, version: stored.stored.version,
        people: try db.participants(of: stored.party, as: viewer),
        hasBenefits: stored.partyCode != nil)
      return (stored, setting, try db.surroundings(of: stored.id, as: viewer).benefits)
    }
  }
}
