import Calculator
import Programme
import Store

extension MilestoneListPage {
  /// The list as the store answers a filter.
  init(
    _ page: MilestonePage, filter: MilestoneFilter, parties: [PartyRow], viewer: Viewer
  ) {
    let count = page.counts[filter.state] ?? page.rows.count
    let address = filter.address()
    summary = count == 0 ? "No milestone" : "\(Shown.count(count, "milestone")), soonest first"
    sections = MilestoneState.allCases.map { state in
      var other = filter
      other.state = state
      return SectionLink(
        text: "\(state.words): \(Shown.quantity(Exact(page.counts[state] ?? 0)))",
        href: other.address().text, isCurrent: state == filter.state)
    }
    filters = MilestoneListPage.filters(filter, parties)
    hidden = filter.state == .open ? [] : [HiddenField("state", filter.state.rawValue)]
    rows = page.rows.map { Row($0, page) }
    paging = Paging(
      summary: "\(Shown.quantity(Exact(page.rows.count))) of \(Shown.count(count, "milestone"))",
      first: filter.after == nil ? nil : address.text,
      next: page.next.map { address.with("after", $0.text).text })
    exports = rows.isEmpty ? [] : Link.exports("/milestones") { address.at($0).text }
    addHref = viewer.may(.takePart) ? "/milestones/new" : nil
    timelineHref =
      Address("/milestones/timeline")
      .with("party", filter.party?.description ?? MilestoneFilter.everyParty).text
    clearHref = "/milestones"
    isNarrowed = filter.isNarrowed || filter.party != nil
  }

  private static func filters(_ filter: MilestoneFilter, _ parties: [PartyRow]) -> [FormField] {
    [
      FormField("party", "Party", .select(Choice.parties(parties, chosen: filter.party))),
      FormField("from", "Due from", .day, value: filter.from?.description ?? ""),
      FormField("to", "Due to", .day, value: filter.to?.description ?? ""),
      FormField("words", "Words", .line(width: ""), value: filter.words),
    ]
  }
}

extension MilestoneListPage.Row {
  fileprivate init(_ stored: StoredMilestone, _ page: MilestonePage) {
    let milestone = stored.milestone
    self.milestone = stored.link
    party = stored.partyName
    answerer = stored.answerer
    planned = milestone.baseline.words
    forecast = milestone.forecast.words
    slip =
      milestone.forecast > milestone.baseline
      ? "\(Shown.count(milestone.forecast.days(since: milestone.baseline), "day")) after the plan"
      : nil
    achieved = milestone.actual?.words ?? "not yet"
    standing = Tag(stored.standing(page.stuck, today: page.today))
    warning = stored.warning.map {
      "May be \(Shown.count($0.warning.daysLate, "day")) late"
    }
  }
}
