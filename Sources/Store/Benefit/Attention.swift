import Postgres

/// The kinds of thing about a benefit that wait for somebody, most pressing first; the raw value
/// stands in addresses.
public enum Attention: String, CaseIterable, Sendable {
  /// The figures cannot be worked out.
  case undefinedFigures
  /// The day of the next review has passed.
  case overdueReview
  /// Nobody answers for it.
  case withoutOwner
  /// Nothing shows that the figures are right.
  case withoutEvidence
  /// Only the council sees it.
  case draft

  /// Which benefits wait, on the table of that alias; a withdrawn one needs nobody.
  func condition(_ table: SQL) -> SQL {
    let waits: SQL =
      switch self {
      case .undefinedFigures: "\(table).net_total IS NULL AND \(table).method <> 'Score'"
      case .overdueReview: "\(table).next_review < \(SQL.today)"
      case .withoutOwner: "\(table).owner = ''"
      case .withoutEvidence: "\(table).evidence = ''"
      case .draft: "\(table).visibility = 'draft'"
      }
    return "\(table).status <> 'Withdrawn' AND \(waits)"
  }
}
