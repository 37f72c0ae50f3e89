/// The reviews of one benefit, newest first, and who answered for it.
struct BenefitReviewsPage: Page {
  static let template = "review/benefit"

  let title = "Reviews"
  let benefit: Link
  let sections: [SectionLink]
  /// How it stands with its reviews.
  let standing: String
  /// The same, when nobody looked in the review period.
  let isOverdue: Bool
  /// Where a review is recorded and the benefit handed over; nil for those who may not.
  let recordHref: String?
  let handoverHref: String?
  /// A hand-over that waits: "Head of ICT has still to accept."
  let waiting: String?
  let reviews: [Entry]
  /// What can be compared, from and to.
  let choices: [FormField]
  let compareHref: String
  let handovers: [HandoverLine]
  let exports: [Link]
  let area: Area? = .benefits
  let trail: [Link]

  /// One review.
  struct Entry: Part {
    /// "Review 2, 1 March 2026".
    let heading: String
    let decision: Tag
    let finding: String
    let lines: [SummaryLine]
    /// "3 fields differ from the review before".
    let differs: Link?
  }

  /// One hand-over.
  struct HandoverLine: Part {
    let from: String
    let to: String
    let state: String
    let offered: String
    let settled: String
    let note: String
  }

  static let sample = BenefitReviewsPage(isEmpty: false)
  static let states = ["empty": BenefitReviewsPage(isEmpty: true)]

  private init(isEmpty: Bool) {
    benefit = Link("B001 Fewer face-to-face visits", "/benefits/1")
    sections = [SectionLink(text: "Reviews", href: "/benefits/1/reviews", isCurrent: true)]
    standing = "No review is planned yet."
    isOverdue = !isEmpty
    recordHref = "/benefits/1/reviews/new"
    handoverHref = "/benefits/1/handover"
    waiting = isEmpty ? nil : "Head of Customer Services has still to accept."
    let entry = Entry(
      heading: "Review 2, 1 March 2026", decision: Tag("Continue", .blue),
      finding: "Volumes hold.", lines: [SummaryLine("Reviewed by", "Iain Sinclair")],
      differs: Link("3 fields differ from review 1", "/benefits/1/reviews/compare?from=1&to=2"))
    reviews = isEmpty ? [] : [entry]
    choices = isEmpty ? [] : [FormField("from", "From", .select([]))]
    compareHref = "/benefits/1/reviews/compare"
    let handover = HandoverLine(
      from: "Head of ICT", to: "Head of Customer Services", state: "Accepted",
      offered: "1 March 2026, 9:05 am by Iain Sinclair",
      settled: "2 March 2026, 9:05 am by Iain Sinclair", note: "The project closes in April.")
    handovers = isEmpty ? [] : [handover]
    exports = isEmpty ? [] : Link.exports("/benefits/1/reviews") { $0 }
    trail = [Link("Benefits", "/benefits")]
  }
}
