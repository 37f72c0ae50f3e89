import Programme
import Store

extension TimelinePage {
  /// The milestones that a filter asks for, in its window.
  init(
    _ page: MilestonePage, filter: MilestoneFilter, parties: [PartyRow], from: Day, to: Day
  ) {
    filters = TimelinePage.filters(filter.party, parties, from.description, to.description)
    let isFull = page.next != nil
    let isEmpty = page.rows.isEmpty
    empty =
      isFull
      ? "More than \(MilestoneLimit.drawn) milestones. Choose a party or fewer months."
      : isEmpty ? "No milestone falls between these days." : nil
    drawing =
      isFull || isEmpty
      ? nil
      : TimelineDrawing(
        page.rows, from: from, to: to, isOneParty: filter.party != nil, stuck: page.stuck,
        today: page.today)
    rows = isFull ? [] : page.rows.map { Row($0, page) }
    let list = filter.address()
    exports = isEmpty ? [] : Link.exports("/milestones") { list.at($0).text }
    listHref = list.text
    problems = []
  }

  private static func filters(
    _ party: ID<Organisation>?, _ parties: [PartyRow], _ from: String, _ to: String
  ) -> [FormField] {
    [
      FormField("party", "Party", .select(Choice.parties(parties, chosen: party))),
      FormField("from", "From", .day, value: from), FormField("to", "To", .day, value: to),
    ]
  }
}

extension TimelinePage.Row {
  fileprivate init(_ stored: StoredMilestone, _ page: MilestonePage) {
    (milestone, party) = (stored.link, stored.partyName)
    planned = stored.milestone.baseline.words
    forecast = stored.milestone.forecast.words
    achieved = stored.milestone.actual?.words ?? "not yet"
    standing = Tag(stored.standing(page.stuck, today: page.today))
  }
}
