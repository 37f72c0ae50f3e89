import Postgres

/// The kinds of thing about a benefit that wait for somebody, most pressing first; the raw value
/// stands in addresses.
public enum Attention: String, CaseIterable, Sendable {
  /// A forecast was submitted by somebody else, and waits for a decision.
  case waitingApproval
  /// The figures cannot be worked out.
  case undefinedFigures
  /// The day of the next review has passed.
  case overdueReview
  /// More than the whole is claimed of a source that it shares.
  case overclaimedSource
  /// A measure that must not get worse did.
  case fallenCheck
  /// A new owner has still to accept it.
  case waitingHandover
  /// Nobody answers for it.
  case withoutOwner
  /// Nothing shows that the figures are right.
  case withoutEvidence
  /// It names no measure that must not get worse.
  case withoutCheck
  /// No day is set for looking at it again.
  case withoutReview
  /// Only the council sees it.
  case draft

  /// Which benefits wait, on the table of that alias; a withdrawn one needs nobody.
  func condition(_ table: SQL) -> SQL {
    let waits: SQL =
      switch self {
      case .waitingApproval:
        """
        EXISTS (SELECT FROM approval a WHERE a.benefit_id = \(table).id AND a.state = 'waiting'
          AND a.submitted_by IS DISTINCT FROM (SELECT scope_person()))
        """
      case .undefinedFigures: "\(table).net_total IS NULL AND \(table).method <> 'Score'"
      case .overdueReview: "\(table).next_review < \(SQL.today)"
      case .overclaimedSource:
        """
        EXISTS (SELECT FROM attribution a
          WHERE a.benefit_id = \(table).id AND a.removed_at IS NULL
            AND (SELECT sum(c.share) FROM source_claim c WHERE c.source_id = a.source_id) > 1)
        """
      case .fallenCheck:
        """
        EXISTS (SELECT FROM benefit_check c WHERE c.benefit_id = \(table).id
          AND c.standing IN ('Fallen', 'Dips for too long', 'Dips too deep'))
        """
      case .withoutCheck:
        """
        (\(table).cashability = 'Cashable' OR \(table).method = 'Channel')
          AND NOT EXISTS (SELECT FROM benefit_check c
            WHERE c.benefit_id = \(table).id AND c.measure_id IS NOT NULL)
        """
      case .waitingHandover:
        """
        EXISTS (SELECT FROM handover h
          WHERE h.benefit_id = \(table).id AND h.state = 'Waiting for the new owner')
        """
      case .withoutOwner: "\(table).owner = ''"
      case .withoutEvidence:
        """
        \(table).evidence = '' AND NOT EXISTS (
          SELECT FROM evidence e WHERE e.benefit_id = \(table).id AND e.removed_at IS NULL)
        """
      case .withoutReview: "\(table).next_review IS NULL"
      case .draft: "\(table).visibility = 'draft'"
      }
    return "\(table).status <> 'Withdrawn' AND \(waits)"
  }
}
