import Calculator
import Programme
import Store

extension BenefitReviewsPage {
  /// The reviews and hand-overs of a stored benefit.
  init(
    _ stored: StoredBenefit, reviews: [StoredReview], handovers: [StoredHandover], today: Day,
    viewer: Viewer
  ) {
    let path = "/benefits/\(stored.id)"
    let mayChange = viewer.mayChange(recordsOf: stored.stored.organisation)
    let isOpen = stored.benefit.status != .withdrawn
    benefit = stored.link
    sections = BenefitSection.links(of: stored.id, showing: .reviews)
    standing = ReviewWords.standing(of: stored.benefit, lastOn: reviews.first, today: today)
    isOverdue = ReviewWords.isOverdue(stored.benefit, today: today)
    recordHref = mayChange && isOpen ? "\(path)/reviews/new" : nil
    handoverHref = mayChange && isOpen ? "\(path)/handover" : nil
    waiting = handovers.first(where: \.isWaiting).map {
      "\($0.handover.toOwner) has still to accept the hand-over."
    }
    self.reviews = zip(reviews, reviews.dropFirst().map(Optional.some) + [nil]).map {
      Entry($0, before: $1, path: path)
    }
    choices = reviews.isEmpty ? [] : ReviewComparison.choices(reviews, from: nil, to: nil)
    compareHref = "\(path)/reviews/compare"
    self.handovers = handovers.map(HandoverLine.init)
    exports = reviews.isEmpty ? [] : Link.exports("\(path)/reviews") { $0 }
    trail = BenefitDetailPage.trail(of: stored, itself: true)
  }
}

extension StoredBenefit {
  /// Leads to the benefit: "B001 Fewer face-to-face visits".
  var link: Link { Link("\(benefit.reference) \(benefit.title)", "/benefits/\(id)") }
}

extension BenefitReviewsPage.Entry {
  fileprivate init(_ stored: StoredReview, before: StoredReview?, path: String) {
    let review = stored.review
    heading = "Review \(stored.number), \(review.reviewedOn.words)"
    decision = Tag(review.decision)
    finding = review.finding
    lines = BenefitReviewsPage.Entry.lines(stored)
    differs = before.map { before in
      let count = stored.snapshot.changes(since: before.snapshot).count
      let verb = count == 1 ? "differs" : "differ"
      return Link(
        "\(Shown.count(count, "field")) \(verb) from review \(before.number)",
        "\(path)/reviews/compare?from=\(before.number)&to=\(stored.number)")
    }
  }

  private static func lines(_ stored: StoredReview) -> [SummaryLine] {
    let review = stored.review
    let recorder =
      stored.recordedBy == review.reviewer ? nil : "recorded by \(stored.recordedBy)"
    let all: [SummaryLine?] = [
      SummaryLine("Reviewed by", review.reviewer, note: recorder),
      review.confidence.map { SummaryLine("Confidence in the forecast", $0.rawValue) },
      review.newOwner.isEmpty ? nil : SummaryLine("New owner", review.newOwner),
      review.reason.isEmpty ? nil : SummaryLine("Reason", review.reason),
      SummaryLine(
        "Net over all years, then", Shown.money(orUnknown: stored.snapshot.netTotal),
        note: stored.snapshot.engine),
      SummaryLine("Next review", review.nextReview?.words ?? "none"),
      stored.dueOn.map { due in
        let late = review.reviewedOn.days(since: due)
        return SummaryLine(
          "Had been due", due.words,
          note: late > 0 ? "\(Shown.count(late, "day")) late" : "in time")
      },
    ]
    return all.compactMap(\.self)
  }
}

extension BenefitReviewsPage.HandoverLine {
  fileprivate init(_ stored: StoredHandover) {
    from = Shown.words(stored.handover.fromOwner)
    to = stored.handover.toOwner
    state = stored.handover.state.rawValue
    offered = "\(Shown.moment(stored.offeredAt)) by \(stored.offeredBy)"
    settled =
      stored.settledAt.map { "\(Shown.moment($0)) by \(stored.settledBy ?? Shown.unknown)" } ?? ""
    note = [stored.handover.note, stored.handover.acceptanceNote].filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}
