import Calculator
import Programme
import Store

extension Tag {
  /// How a benefit stands with its reviews, when that presses.
  init?(_ standing: ReviewStanding) {
    switch standing {
    case .overdue(let days): self.init("\(Shown.count(days, "day")) overdue", .red)
    case .due(let days):
      self.init(days == 0 ? "Due today" : "Due in \(Shown.count(days, "day"))", .yellow)
    case .planned, .unplanned: return nil
    }
  }
}

extension ReviewListPage {
  /// The list as the store answers a filter.
  init(
    _ page: ReviewPage, owners: [String], councils: [BenefitFilterChoices.Council],
    filter: ReviewFilter
  ) {
    let count = page.counts[filter.need] ?? page.rows.count
    summary =
      count == 0
      ? "No benefit to review here" : "\(Shown.count(count, "benefit")), soonest review first"
    needs = ReviewListPage.needs(page, filter)
    filters = ReviewListPage.filters(owners, councils, filter)
    hidden = [filter.need.map { HiddenField("need", $0.rawValue) }].compactMap(\.self)
    rows = page.rows.map { Row($0, today: page.today) }
    let address = filter.address()
    paging = Paging(
      summary: "\(Shown.quantity(Exact(page.rows.count))) of \(Shown.count(count, "benefit"))",
      first: filter.after == nil ? nil : address.text,
      next: page.next.map { address.with("after", $0.text).text })
    exports = page.rows.isEmpty ? [] : Link.exports("/reviews") { filter.address($0).text }
    clearHref = "/reviews"
  }

  private static func needs(_ page: ReviewPage, _ filter: ReviewFilter) -> [SectionLink] {
    ([nil] + ReviewNeed.allCases).map { (need: ReviewNeed?) in
      var other = filter
      other.need = need
      let count = Shown.quantity(Exact(page.counts[need] ?? 0))
      return SectionLink(
        text: "\(need?.words ?? "All"): \(count)", href: other.address().text,
        isCurrent: need == filter.need)
    }
  }

  private static func filters(
    _ owners: [String], _ councils: [BenefitFilterChoices.Council], _ filter: ReviewFilter
  ) -> [FormField] {
    let council =
      [Choice(ReviewFilter.everyCouncil, "All councils", isChosen: filter.council == nil)]
      + councils.map {
        Choice($0.code.description, $0.name, isChosen: $0.code == filter.council)
      }
    let chosen = filter.owner ?? ""
    let known = chosen.isEmpty || owners.contains(chosen) ? owners : owners + [chosen]
    return [
      FormField("council", "Council", .select(council)),
      FormField("owner", "Owner", .select(Choice.filter("All owners", known, chosen: chosen))),
    ]
  }
}

extension ReviewListPage.Row {
  fileprivate init(_ row: ReviewRow, today: Day) {
    href = "/benefits/\(row.id)"
    reference = row.reference
    title = row.title
    council = row.councilName
    owner = Shown.words(row.owner)
    status = Tag(row.status)
    last = row.reviewedOn?.words ?? "never"
    decision = [row.decision?.rawValue, row.confidence.map { "\($0.rawValue) confidence" }]
      .compactMap(\.self).joined(separator: ", ")
    next = row.nextReview?.words ?? "not planned"
    standing = Tag(ReviewStanding(nextReview: row.nextReview, today: today))
    reviewsHref = "/benefits/\(row.id)/reviews"
  }
}
