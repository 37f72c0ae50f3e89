import Foundation
import Postgres
import Programme

extension Connection {
  /// The reviews of a benefit within sight, newest first.
  public func reviews(of benefit: ID<Benefit>, as viewer: Viewer) throws -> [StoredReview] {
    try query(
      """
      SELECT r.number, r.recorded_at, r.recorded_by, r.due_on, r.reviewed_on, r.reviewer,
        r.finding, r.confidence, r.decision, r.new_owner, r.reason, r.schedule, r.next_review,
        r.snapshot
      FROM review r JOIN benefit b ON b.id = r.benefit_id
      WHERE r.benefit_id = \(benefit.uuid) AND b.removed_at IS NULL AND \(viewer.sees("b"))
        AND \(viewer.sees("r"))
      ORDER BY r.number DESC
      """, StoredReview.init)
  }

  /// Records a review of a benefit that is still at the version named, and what follows from it: the
  /// day of the next review, the status, and a hand-over that waits for its new owner. Returns the
  /// review's number. Throws ``Refusal/conflict(current:)`` when the benefit was changed meanwhile,
  /// ``Refusal/notFound``, ``Refusal/forbidden``, or ``Refusal/invalid(_:)``.
  public func addReview(
    _ review: Review, of id: ID<Benefit>, expecting version: Int, by act: Act, as viewer: Viewer
  ) throws -> Int {
    let before = try lockedBenefit(id, expecting: version, as: viewer)
    let reviewed = try review.applied(to: before.noun, today: try today())
    let act = Act(
      id: act.id, name: act.name, requestID: act.requestID, reason: review.reason)
    try changeBenefit(
      id, expecting: version, to: reviewed, visibility: before.visibility, by: act, as: viewer)
    let number = try insert(review, of: before, as: viewer)
    try execute(
      """
      UPDATE benefit SET reviewed_on = greatest(reviewed_on, \(review.reviewedOn.description)::text::date)
      WHERE id = \(id.uuid)
      """)
    try record(
      [
        JournalDraft(
          kind: "review", record: id.uuid, label: "\(before.noun.reference) \(number)",
          version: number, visibility: before.visibility, changes: review.changes(since: nil))
      ], of: before.organisation, named: viewer.organisationName, by: act, as: viewer)
    if review.decision == .handOver {
      let handover = Handover(
        fromOwner: before.noun.owner, toOwner: review.newOwner, note: review.finding)
      try offer(handover, of: before, by: act, as: viewer)
    }
    return number
  }

  /// Locks the register of a benefit that the viewer may change, and reads the benefit behind the
  /// lock. Throws as a change of the benefit does.
  func lockedBenefit(
    _ id: ID<Benefit>, expecting version: Int, as viewer: Viewer
  ) throws -> Stored<Benefit> {
    let current = try lockedBenefit(id, as: viewer)
    guard current.version == version else { throw Refusal.conflict(current: current.version) }
    return current
  }

  /// The same, whatever its version.
  func lockedBenefit(_ id: ID<Benefit>, as viewer: Viewer) throws -> Stored<Benefit> {
    guard let seen = try benefit(id, as: viewer) else { throw Refusal.notFound }
    _ = try lockRegister(of: seen.stored.organisation, as: viewer)
    guard let current = try benefit(id, as: viewer)?.stored else { throw Refusal.notFound }
    return current
  }

  /// Writes the review with the benefit as it now stands; the caller holds the register's lock, so
  /// that no other review takes the number.
  private func insert(
    _ review: Review, of benefit: Stored<Benefit>, as viewer: Viewer
  ) throws -> Int {
    guard let snapshot = try snapshot(of: benefit.id, as: viewer) else { throw Refusal.notFound }
    let number = try first(
      """
      INSERT INTO review (id, programme_id, organisation_id, benefit_id, visibility, number,
        recorded_at, recorded_by, due_on, reviewed_on, reviewer, finding, confidence, decision, new_owner,
        reason, schedule, next_review, snapshot)
      SELECT \(UUID()), \(viewer.programme.uuid), \(benefit.organisation.uuid),
        \(benefit.id.uuid), \(benefit.visibility.rawValue),
        (SELECT coalesce(max(r.number), 0) + 1 FROM review r
          WHERE r.benefit_id = \(benefit.id.uuid)),
        scope_now(), \(viewer.name), \(benefit.noun.nextReview?.description as String?)::text::date,
        \(review.reviewedOn.description)::text::date, \(review.reviewer), \(review.finding),
        \(review.confidence?.rawValue as String?), \(review.decision.rawValue),
        \(review.newOwner), \(review.reason), \(review.schedule.rawValue),
        \(review.nextReview?.description as String?)::text::date, \(snapshot.json)
      RETURNING number
      """
    ) { row in try row.next(Int.self) }
    guard let number else { throw StoreError.inconsistent("a review was not written") }
    return number
  }
}

extension StoredReview {
  fileprivate init(_ row: inout RowReader) throws {
    number = try row.next()
    recordedAt = try row.next(Instant.self).date
    recordedBy = try row.next()
    dueOn = try row.optionalDay()
    guard let day = try row.optionalDay() else {
      throw StoreError.inconsistent("a review of no day")
    }
    let (reviewer, finding) = (try row.next(String.self), try row.next(String.self))
    let confidence = try row.optionalChoice(ReviewConfidence.self)
    let decision = try row.choice(ReviewDecision.self)
    let (newOwner, reason) = (try row.next(String.self), try row.next(String.self))
    var review = Review(
      reviewedOn: day, reviewer: reviewer, finding: finding, decision: decision,
      schedule: try row.choice(ReviewSchedule.self), nextReview: try row.optionalDay())
    review.confidence = confidence
    review.newOwner = newOwner
    review.reason = reason
    self.review = review
    snapshot = try BenefitSnapshot(json: try row.next(String.self))
  }
}
