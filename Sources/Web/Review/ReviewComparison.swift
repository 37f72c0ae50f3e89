import Calculator
import Programme
import Store

/// Two states of a benefit that somebody wants to see beside each other.
struct ReviewComparison: Sendable {
  let from: BenefitSnapshot
  let to: BenefitSnapshot
  /// "Review 1, 1 March 2026", or "Now".
  let fromName: String
  let toName: String

  /// The word in an address for the benefit as it stands.
  static let now = "now"

  /// What an address asks for: the last review and now, unless it says otherwise; nil when it names
  /// a review that is not there.
  init?(_ reviews: [StoredReview], now snapshot: BenefitSnapshot, from: String?, to: String?) {
    let last = reviews.first.map { String($0.number) } ?? ReviewComparison.now
    func state(_ word: String) -> (BenefitSnapshot, String)? {
      if word == ReviewComparison.now { return (snapshot, "Now") }
      return reviews.first { String($0.number) == word }.map { ($0.snapshot, $0.name) }
    }
    guard let from = state(from ?? last), let to = state(to ?? ReviewComparison.now) else {
      return nil
    }
    (self.from, fromName) = from
    (self.to, toName) = to
  }

  /// The two lists to choose from.
  static func choices(_ reviews: [StoredReview], from: String?, to: String?) -> [FormField] {
    let last = reviews.first.map { String($0.number) } ?? now
    func list(_ name: String, _ label: String, _ chosen: String) -> FormField {
      let states = reviews.map {
        Choice(String($0.number), $0.name, isChosen: String($0.number) == chosen)
      }
      return FormField(
        name, label, .select(states + [Choice(now, "Now", isChosen: chosen == now)]))
    }
    return [list("from", "From", from ?? last), list("to", "To", to ?? now)]
  }
}

extension StoredReview {
  /// "Review 2, 1 March 2026".
  var name: String { "Review \(number), \(review.reviewedOn.words)" }
}
