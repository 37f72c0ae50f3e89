import Foundation
import Postgres
import Programme

extension Connection {
  /// Says that the values of a period of one's own register are in. Throws ``Refusal/forbidden``,
  /// or ``Refusal/invalid(_:)`` when it is not over, not open, or lies in a closed one.
  public func submitPeriod(
    _ span: PeriodSpan, note: String, by act: Act, as viewer: Viewer
  ) throws {
    let (head, review) = try lockPeriod(span, as: viewer)
    _ = try review.state.after(.submit)
    try review.refuseEarly()
    try DecisionReason.checkNote(note, at: "note")
    let id = UUID()
    try execute(
      """
      INSERT INTO period_close (id, programme_id, organisation_id, number, year, period, state,
        submitted_by, submitted_by_name, submitted_at, note)
      SELECT \(id), \(viewer.programme.uuid), \(head.organisation.uuid),
        coalesce(max(number), 0) + 1, \(span.year.firstYear), \(span.part.rawValue), 'submitted',
        \(viewer.person?.uuid as UUID?), \(viewer.name), scope_now(), \(TrimmedText.of(note))
      FROM period_close
      WHERE programme_id = \(viewer.programme.uuid)
        AND organisation_id = \(head.organisation.uuid)
      """)
    try record(id, review, .submitted, note, in: head, by: act, as: viewer)
  }

  /// Closes a period that was submitted, with the values that were seen. Throws as
  /// ``submitPeriod(_:note:by:as:)`` does, and ``Refusal/conflict(current:)`` when a value was
  /// changed since.
  public func closePeriod(
    _ span: PeriodSpan, seeing fingerprint: String, reason: String, by act: Act,
    as viewer: Viewer
  ) throws {
    let (head, review) = try lockPeriod(span, as: viewer)
    _ = try review.state.after(.close)
    try review.decider.check(reason: reason)
    try DecisionReason.checkNote(reason)
    guard fingerprint == review.fingerprint else { throw Refusal.conflict(current: 0) }
    try decide(review, .closed, reason, in: head, by: act, as: viewer)
  }

  /// Sends a submitted period back with a reason. Throws as ``submitPeriod(_:note:by:as:)`` does.
  public func returnPeriod(
    _ span: PeriodSpan, reason: String, by act: Act, as viewer: Viewer
  ) throws {
    let (head, review) = try lockPeriod(span, as: viewer)
    _ = try review.state.after(.sendBack)
    if case .colleagues = review.decider { try review.decider.check(reason: reason) }
    try DecisionReason.check(reason, "Say what is still to be done.")
    try decide(review, .returned, reason, in: head, by: act, as: viewer)
  }

  /// Takes back what one submitted. Throws as ``submitPeriod(_:note:by:as:)`` does.
  public func takeBackPeriod(_ span: PeriodSpan, by act: Act, as viewer: Viewer) throws {
    let (head, review) = try lockPeriod(span, as: viewer)
    _ = try review.state.after(.takeBack)
    guard review.register.close(of: span)?.submitted.person == viewer.person
    else { throw Refusal.forbidden }
    try decide(review, .takenBack, "", in: head, by: act, as: viewer)
  }

  /// Opens a closed period again, with a reason that is listed. Throws as
  /// ``submitPeriod(_:note:by:as:)`` does.
  public func reopenPeriod(
    _ span: PeriodSpan, reason: String, by act: Act, as viewer: Viewer
  ) throws {
    let (head, review) = try lockPeriod(span, as: viewer)
    _ = try review.state.after(.reopen)
    try DecisionReason.check(reason, "Say why it is opened again.")
    guard let close = review.register.close(of: span) else { throw Refusal.notFound }
    try execute(
      """
      UPDATE period_close SET state = 'reopened', reopened_by_name = \(viewer.name),
        reopened_at = scope_now(), reopen_reason = \(TrimmedText.of(reason))
      WHERE id = \(close.id.uuid) AND programme_id = \(viewer.programme.uuid)
      """)
    try record(close.id.uuid, review, .reopened, reason, in: head, by: act, as: viewer)
  }

  private func lockPeriod(
    _ span: PeriodSpan, as viewer: Viewer
  ) throws -> (RegisterHead, PeriodReview) {
    let head = try lockRegister(of: viewer.organisation, as: viewer)
    guard let code = viewer.organisationCode, let register = try periods(of: code, as: viewer)
    else { throw Refusal.notFound }
    return (head, try review(of: span, in: register, as: viewer))
  }

  private func decide(
    _ review: PeriodReview, _ outcome: PeriodClose.Outcome, _ reason: String,
    in head: RegisterHead, by act: Act, as viewer: Viewer
  ) throws {
    guard let close = review.register.close(of: review.span) else { throw Refusal.notFound }
    let isClosed = outcome == .closed
    let missing: Int? = isClosed ? review.missing.count : nil
    try execute(
      """
      UPDATE period_close SET state = \(outcome.rawValue), decided_by_name = \(viewer.name),
        decided_at = scope_now(), reason = \(TrimmedText.of(reason)),
        self_closed = \(isClosed && review.decider == .oneself),
        missing_count = \(missing as Int?)
      WHERE id = \(close.id.uuid) AND programme_id = \(viewer.programme.uuid)
      """)
    try record(close.id.uuid, review, outcome, reason, in: head, by: act, as: viewer)
  }

  private func record(
    _ id: UUID, _ review: PeriodReview, _ outcome: PeriodClose.Outcome, _ words: String,
    in head: RegisterHead, by act: Act, as viewer: Viewer
  ) throws {
    let change = FieldChange(
      field: "state", label: "Period", before: review.state.rawValue, after: outcome.rawValue)
    let draft = JournalDraft(
      kind: "period", record: id, label: review.span.description, version: 1,
      visibility: .draft, changes: [change])
    try record(
      [draft], of: head.organisation, named: head.organisationName, by: act.saying(words),
      as: viewer)
  }
}

extension PeriodReview {
  /// Refuses a period that is not over, and one that lies in a closed one.
  fileprivate func refuseEarly() throws(Refusal) {
    if let around = register.closed(around: span) {
      throw refusal("in \(around.span.words), which is closed", "There is nothing to close.")
    }
    if register.isOver(span) { return }
    throw refusal("a period that is not over", "Wait until its last day has passed.")
  }

  private func refusal(_ found: String, _ mend: String) -> Refusal {
    .invalid([
      Problem(
        .error, at: .file, subject: span.words, found: found,
        expected: "a period that is over and open", mend: mend)
    ])
  }
}
