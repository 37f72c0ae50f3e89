import Calculator
import Programme
import Store

/// Two states of a benefit beside each other: field by field and year by year.
struct ReviewComparisonPage: Page {
  static let template = "review/compare"

  let title = "Compare reviews"
  let benefit: Link
  let action: String
  let choices: [FormField]
  let from: String
  let to: String
  let changes: [ChangeLine]
  let years: [Year]
  let area: Area? = .benefits
  let trail: [Link]

  /// One year of both forecasts, in pounds.
  struct Year: Part {
    let label: String
    let before: String
    let after: String
    let difference: String
    let cashable: String
    let style: String
  }

  init(_ stored: StoredBenefit, _ comparison: ReviewComparison, choices: [FormField]) {
    benefit = stored.link
    action = "/benefits/\(stored.id)/reviews/compare"
    self.choices = choices
    from = comparison.fromName
    to = comparison.toName
    changes = comparison.to.changes(since: comparison.from).map { change in
      let field = Benefit.Field(rawValue: change.field)
      return ChangeLine(
        label: change.label, before: BenefitWords.value(change.before, of: field),
        after: BenefitWords.value(change.after, of: field))
    }
    let years = comparison.to.years(since: comparison.from)
    self.years =
      years.map(Year.init)
      + (years.isEmpty ? [] : [Year(total: comparison)])
    trail =
      BenefitDetailPage.trail(of: stored, itself: true)
      + [Link("Reviews", "/benefits/\(stored.id)/reviews")]
  }
}

extension ReviewComparisonPage.Year {
  fileprivate init(_ year: YearChange) {
    label = year.label
    (before, after) = (Shown.bare(year.before?.net), Shown.bare(year.after?.net))
    difference = Shown.bare(year.netDifference)
    cashable = Shown.bare(year.cashableDifference)
    style = ""
  }

  fileprivate init(total comparison: ReviewComparison) {
    let (from, to) = (comparison.from, comparison.to)
    label = "All years"
    before = Shown.bare(from.netTotal)
    after = Shown.bare(to.netTotal)
    difference = Shown.bare(Self.difference(from.netTotal, to.netTotal))
    cashable = Shown.bare(Self.difference(from.cashableTotal, to.cashableTotal))
    style = "app-total"
  }

  private static func difference(_ before: Exact?, _ after: Exact?) -> Exact? {
    guard let before, let after else { return nil }
    return after - before
  }
}

extension ReviewComparisonPage {
  static let sample = ReviewComparisonPage(isEmpty: false)
  static let states = ["same": ReviewComparisonPage(isEmpty: true)]

  private init(isEmpty: Bool) {
    benefit = Link("B001 Fewer face-to-face visits", "/benefits/1")
    action = "/benefits/1/reviews/compare"
    choices = [FormField("from", "From", .select([Choice("1", "Review 1", isChosen: true)]))]
    from = "Review 1, 1 March 2026"
    to = "Now"
    changes =
      isEmpty ? [] : [ChangeLine(label: "Volume", before: "34,693", after: "31,000")]
    let year = Year(
      label: "2009/10", before: "190.00", after: "150.00", difference: "\u{2212}40.00",
      cashable: "0.00", style: "")
    years = isEmpty ? [] : [year]
    trail = [Link("Benefits", "/benefits")]
  }
}
