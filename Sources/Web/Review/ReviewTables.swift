import Calculator
import Exchange
import Programme
import Store

extension Exchange.Table {
  /// The rows of the list of reviews, with the words of the screen.
  init(_ rows: [ReviewRow], today: Day) {
    let headings = [
      "Reference", "Title", "Council", "Owner", "Status", "Last review", "Decision", "Confidence",
      "Next review", "Standing",
    ]
    self.init(headings: headings, rows: rows.map { $0.cells(today) })
  }

  /// The reviews of one benefit, field by field.
  init(_ reviews: [StoredReview]) {
    let fields = Review.Field.allCases
    let rows: [[TableCell]] = reviews.map { stored in
      [.number(Exact(stored.number))] + fields.map { .field($0, of: stored.review) }
    }
    self.init(headings: ["Number"] + fields.map(\.label), rows: rows)
  }
}

extension ReviewRow {
  fileprivate func cells(_ today: Day) -> [TableCell] {
    let standing = ReviewStanding(nextReview: nextReview, today: today)
    return [
      .text(reference), .text(title), .text(councilName), .text(owner), .text(status.rawValue),
      reviewedOn.map(TableCell.day) ?? .blank, .text(decision?.rawValue ?? ""),
      .text(confidence?.rawValue ?? ""), nextReview.map(TableCell.day) ?? .blank,
      .text(Tag(standing)?.text ?? (nextReview == nil ? "Not planned" : "Planned")),
    ]
  }
}
