import Exchange
import HTTPTypes
import Hummingbird
import Programme
import Store

/// The plan of the programme: list, one milestone, and recording one.
enum MilestoneHandlers {
  /// The list that the address asks for.
  static func list(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let filter = try MilestoneFilter(visit.query, for: viewer)
    let page = try await visit.store.read(as: viewer) { db in
      MilestoneListPage(
        try db.milestonePage(filter, as: viewer), filter: filter,
        parties: try db.parties(as: viewer), viewer: viewer)
    }
    return visit.page(page)
  }

  /// The same rows as a table for other programs, all pages of them.
  static func table(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let filter = try MilestoneFilter(visit.query, for: viewer)
    let table = try await visit.store.read(as: viewer) { db in
      try db.milestoneTable(filter, as: viewer)
    }
    return try await visit.table(table, named: "milestones")
  }

  /// One milestone with all around it.
  static func show(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let id = try visit.id(of: Milestone.self)
    return visit.page(try await MilestoneDetailPage.load(id, visit, viewer))
  }

  /// The form for a new milestone.
  static func new(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let setting = try await setting(visit, viewer)
    return visit.page(MilestoneFormPage([:], problems: [], in: setting))
  }

  /// Records a new milestone of the viewer's own party; the co-ordinator says whose it is.
  static func create(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let sent = try MilestoneSubmission(visit.form)
    let setting = try await setting(visit, viewer)
    func again(_ problems: [Problem]) -> Response {
      visit.page(
        MilestoneFormPage(sent.typed, problems: problems, in: setting), .unprocessableContent)
    }
    let reading = sent.read(upon: nil)
    guard let milestone = reading.value else { return again(reading.problems) }
    let act = visit.act("milestone.add")
    do {
      let id = try await visit.write(as: viewer, act) { db in
        let id = try db.addMilestone(
          milestone, of: sent.party(for: viewer), owner: sent.owner, by: act, as: viewer)
        try db.setBenefits(sent.benefits, waitingFor: id, by: act, as: viewer)
        return id
      }
      return visit.redirect(to: "/milestones/\(id)", notice: .milestoneAdded)
    } catch Refusal.invalid(let problems) {
      return again(problems)
    }
  }

  private static func setting(
    _ visit: Visit, _ viewer: Viewer
  ) async throws -> MilestoneFormPage.Setting {
    try await visit.store.read(as: viewer) { db in
      let coordinates = viewer.may(.coordinate)
      return MilestoneFormPage.Setting(
        people: try db.participants(
          of: coordinates ? nil : viewer.organisation, as: viewer),
        parties: coordinates ? try db.parties(as: viewer) : [],
        ownParty: viewer.organisation, hasBenefits: viewer.organisationCode != nil)
    }
  }
}
