import HTTPTypes
import Hummingbird
import Programme
import Store

/// One change of many benefits.
enum BulkHandlers {
  /// Asks what to change of the benefits that were ticked, or of all of one's own that match.
  static func choose(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let benefits = try await chosen(visit, viewer)
    return visit.page(BulkPage(BulkChoice(benefits), benefits, backTo: visit.listAddress))
  }

  /// Shows what would be changed, from what to what.
  static func check(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let sent = try BulkSubmission(visit.form)
    let benefits = try await own(sent.choice.items.map(\.id), visit, viewer)
    guard let change = sent.change, sent.problems.isEmpty, !benefits.isEmpty else {
      return visit.page(
        BulkPage(sent.choice, benefits, sent: sent, problems: sent.problems),
        .unprocessableContent)
    }
    return visit.page(BulkCheckPage(change, benefits, sent))
  }

  /// Makes the change, unless somebody changed one of the benefits meanwhile.
  static func change(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let sent = try BulkSubmission(visit.form)
    let benefits = try await own(sent.choice.items.map(\.id), visit, viewer)
    guard let change = sent.change, sent.problems.isEmpty, !benefits.isEmpty else {
      return visit.page(
        BulkPage(sent.choice, benefits, sent: sent, problems: sent.problems),
        .unprocessableContent)
    }
    let page = BulkCheckPage(change, benefits, sent)
    guard page.problems.isEmpty else { return visit.page(page, .unprocessableContent) }
    let act = visit.act("benefit.bulk", reason: sent.reason)
    do {
      let changed = try await visit.write(as: viewer, act) { db in
        try db.changeBenefits(
          try change.changes(of: benefits, from: sent.choice), by: act, as: viewer)
      }
      return visit.redirect(
        to: "/benefits", notice: changed == 0 ? .benefitUnchanged : .benefitsChanged,
        of: changed == 0 ? nil : act)
    } catch Refusal.invalid(let problems) {
      return visit.page(
        BulkCheckPage(change, benefits, sent, refused: problems), .unprocessableContent)
    } catch Refusal.conflict {
      let now = try await own(sent.choice.items.map(\.id), visit, viewer)
      return visit.page(BulkCheckPage(change, now, sent), .conflict)
    }
  }

  /// The viewer's own benefits that the address names.
  private static func chosen(_ visit: Visit, _ viewer: Viewer) async throws -> [StoredBenefit] {
    let ids = visit.query.fields.filter { $0.name == "benefit" }
      .compactMap { ID<Benefit>(text: $0.value) }
    guard visit.query["all"] != nil else {
      return try await own(Array(ids.prefix(BulkChange.limit)), visit, viewer)
    }
    var filter = try BenefitFilter(visit.query)
    filter.council = viewer.organisationCode
    filter.after = nil
    filter.limit = BulkChange.limit
    let rows = try await visit.store.benefits(filter, as: viewer).rows
    return try await own(rows.map(\.id), visit, viewer)
  }

  private static func own(
    _ ids: [ID<Benefit>], _ visit: Visit, _ viewer: Viewer
  ) async throws -> [StoredBenefit] {
    try await visit.store.read(as: viewer) { db in try db.ownBenefits(ids, as: viewer) }
  }
}

extension Visit {
  /// The list that was looked at, from its start.
  fileprivate var listAddress: String {
    (try? BenefitFilter(query))?.address().text ?? "/benefits"
  }
}

extension BulkChange {
  /// The changes of benefits, each from the version that was shown. Throws ``Refusal/invalid(_:)``
  /// when one cannot be changed so.
  func changes(
    of benefits: [StoredBenefit], from choice: BulkChoice
  ) throws(Refusal) -> [BenefitChange] {
    var changes: [BenefitChange] = []
    for stored in benefits {
      let reading = apply(to: stored.benefit, visibility: stored.stored.visibility)
      guard let after = reading.value else { throw .invalid(reading.problems) }
      changes.append(
        BenefitChange(
          id: stored.id, version: choice.version(of: stored.id) ?? 0, benefit: after.benefit,
          visibility: after.visibility))
    }
    return changes
  }
}
