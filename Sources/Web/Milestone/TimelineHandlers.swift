import HTTPTypes
import Hummingbird
import Programme
import Store

/// The plan over time.
enum TimelineHandlers {
  /// How many months before and after today are drawn, unless the address says otherwise.
  private static let monthsBefore = 9
  private static let monthsAfter = 12

  /// The drawing of the window that the address asks for.
  static func show(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    var reader = QueryReader(visit.query)
    let party = reader.party(for: viewer)
    let from = reader.read("from", "a day such as 2026-11-22") { Day(text: $0) }
    let to = reader.read("to", "a day such as 2026-11-22") { Day(text: $0) }
    try reader.finish()
    let page = try await visit.store.read(as: viewer) { db in
      let today = try db.today()
      var filter = MilestoneFilter()
      filter.party = party
      filter.state = .all
      filter.limit = MilestoneLimit.drawn
      let first = from ?? today.adding(months: -monthsBefore) ?? today
      let last = try window(from: first, to: to ?? first.adding(months: monthsBefore + monthsAfter))
      filter.from = first
      filter.to = last
      return TimelinePage(
        try db.milestonePage(filter, as: viewer), filter: filter,
        parties: try db.parties(as: viewer), from: first, to: last)
    }
    return visit.page(page)
  }

  /// The last day of a window that begins on a day. Throws when it is not after that, or too far.
  private static func window(from: Day, to: Day?) throws(Refusal) -> Day {
    let to = to ?? .last
    guard to > from, to.days(since: from) <= MilestoneLimit.drawnDays else {
      throw .invalid([
        Problem(
          .error, at: .field("to"), subject: "To", found: to.words,
          expected: "a day after \(from.words), within ten years", mend: "Choose other days.")
      ])
    }
    return to
  }
}
