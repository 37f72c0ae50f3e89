import Calculator
import Foundation
import Postgres
import Programme

extension Connection {
  /// Submits a benefit's forecast for approval, as it was seen. Throws ``Refusal/conflict(current:)``
  /// when it is another than the one seen, ``Refusal/notFound``, ``Refusal/forbidden``, or
  /// ``Refusal/invalid(_:)`` with every obstacle.
  public func submitForecast(
    _ id: ID<Benefit>, seeing fingerprint: String, note: String, by act: Act, as viewer: Viewer
  ) throws {
    let (head, about) = try lockApproval(of: id, as: viewer)
    try DecisionReason.checkNote(note, at: "note")
    let state = try about.state.after(.submit)
    try about.refuseAnother(than: fingerprint)
    try about.refuseObstacles()
    let json = about.present.json
    try execute(
      """
      INSERT INTO approval (id, programme_id, organisation_id, benefit_id, visibility, number, state,
        content, fingerprint, submitted_by, submitted_by_name, submitted_at, note)
      SELECT \(UUID()), \(viewer.programme.uuid), \(head.organisation.uuid), \(id.uuid),
        \(about.benefit.stored.visibility.rawValue), coalesce(max(number), 0) + 1,
        \(state.rawValue), \(json), \(Bytes(Fingerprint.of(json).bytes)),
        \(viewer.person?.uuid as UUID?), \(viewer.name), scope_now(), \(TrimmedText.of(note))
      FROM approval WHERE benefit_id = \(id.uuid)
      """)
    try record(about, state.words, note: note, in: head, by: act, as: viewer)
  }

  /// Takes a submission back; only whoever submitted it does. Throws as
  /// ``submitForecast(_:seeing:note:by:as:)`` does.
  public func takeBackForecast(_ id: ID<Benefit>, by act: Act, as viewer: Viewer) throws {
    let (head, about) = try lockApproval(of: id, as: viewer)
    let state = try about.state.after(.takeBack)
    guard let waiting = about.waiting, waiting.submitted.person == viewer.person else {
      throw Refusal.forbidden
    }
    try decide(waiting, state, reason: "", as: viewer)
    try record(about, state.words, note: "", in: head, by: act, as: viewer)
  }

  /// Sends a submission back with a reason. Throws as ``submitForecast(_:seeing:note:by:as:)`` does.
  public func returnForecast(
    _ id: ID<Benefit>, reason: String, by act: Act, as viewer: Viewer
  ) throws {
    let (head, about) = try lockApproval(of: id, as: viewer)
    try DecisionReason.check(reason, "Say what is to be mended.")
    let state = try about.state.after(.sendBack)
    if case .colleagues = about.decider { try about.decider.check(reason: reason) }
    guard let waiting = about.waiting else { throw Refusal.notFound }
    try decide(waiting, state, reason: reason, as: viewer)
    try record(about, state.words, note: reason, in: head, by: act, as: viewer)
  }

  /// Approves what waits, exactly as it was seen, and freezes it as the next baseline, whose number
  /// is returned. An only officer approves his own with a reason. Throws as
  /// ``submitForecast(_:seeing:note:by:as:)`` does.
  @discardableResult
  public func approveForecast(
    _ id: ID<Benefit>, seeing fingerprint: String, reason: String, by act: Act, as viewer: Viewer
  ) throws -> Int {
    let (head, about) = try lockApproval(of: id, as: viewer)
    try DecisionReason.checkNote(reason)
    let state = try about.state.after(.approve)
    try about.decider.check(reason: reason)
    guard let waiting = about.waiting else { throw Refusal.notFound }
    try about.refuseAnother(than: fingerprint)
    guard waiting.fingerprint == about.fingerprint else { throw about.conflict }
    try about.refuseObstacles()
    if about.decider == .oneself { try about.refuseHidden() }
    try decide(waiting, state, reason: reason, as: viewer)
    let number = (about.baseline?.number ?? 0) + 1
    try insertBaseline(number, of: about, waiting, reason: reason, as: viewer)
    try advance(about, to: number, reason: reason, in: head, by: act, as: viewer)
    return number
  }

  /// Locks the benefit's register and reads everything behind the lock.
  private func lockApproval(
    of id: ID<Benefit>, as viewer: Viewer
  ) throws -> (RegisterHead, BenefitApproval) {
    guard let seen = try benefit(id, as: viewer) else { throw Refusal.notFound }
    let head = try lockRegister(of: seen.stored.organisation, as: viewer)
    guard let about = try approval(of: id, as: viewer) else { throw Refusal.notFound }
    return (head, about)
  }

  private func decide(
    _ waiting: Approval, _ state: ApprovalState, reason: String, as viewer: Viewer
  ) throws {
    let decided = try execute(
      """
      UPDATE approval SET state = \(state.rawValue), decided_by = \(viewer.person?.uuid as UUID?),
        decided_by_name = \(viewer.name), decided_at = scope_now(),
        reason = \(TrimmedText.of(reason))
      WHERE id = \(waiting.id.uuid) AND programme_id = \(viewer.programme.uuid)
        AND state = 'waiting'
      """)
    guard decided == 1 else { throw Refusal.notFound }
  }

  private func insertBaseline(
    _ number: Int, of about: BenefitApproval, _ waiting: Approval, reason: String,
    as viewer: Viewer
  ) throws {
    try execute(
      """
      INSERT INTO baseline (id, programme_id, organisation_id, benefit_id, approval_id, visibility,
        number, content, fingerprint, engine, submitted_by_name, submitted_at, approved_by_name,
        approved_at, reason, self_approved)
      SELECT \(UUID()), a.programme_id, a.organisation_id, a.benefit_id, a.id,
        \(about.benefit.stored.visibility.rawValue), \(number),
        a.content, a.fingerprint, \(EngineVersion.current), a.submitted_by_name, a.submitted_at,
        \(viewer.name), scope_now(), \(TrimmedText.of(reason)), \(about.decider == .oneself)
      FROM approval a WHERE a.id = \(waiting.id.uuid)
      """)
  }

  /// Sets the status that approval leads to, and writes one entry for all of it.
  private func advance(
    _ about: BenefitApproval, to number: Int, reason: String, in head: RegisterHead, by act: Act,
    as viewer: Viewer
  ) throws {
    let stored = about.benefit.stored
    var benefit = stored.noun
    benefit.status = benefit.status.afterApproval
    let isMoved = benefit.status != stored.noun.status
    if isMoved {
      let draft = BenefitDraft(
        id: stored.id, visibility: stored.visibility, version: stored.version + 1,
        benefit: benefit, figures: about.benefit.figures)
      try update([draft], in: head, as: viewer)
    }
    try record(
      about, "\(ApprovalState.approved.words) as baseline \(number)", note: reason,
      version: stored.version + (isMoved ? 1 : 0),
      more: benefit.changes(since: stored.noun), in: head, by: act, as: viewer)
  }

  private func record(
    _ about: BenefitApproval, _ state: String, note: String, version: Int? = nil,
    more: [FieldChange] = [], in head: RegisterHead, by act: Act, as viewer: Viewer
  ) throws {
    let stored = about.benefit.stored
    let change = FieldChange(
      field: "approval", label: "Approval", before: about.state.words, after: state)
    let draft = JournalDraft(
      kind: "benefit", record: stored.id.uuid, label: stored.noun.reference,
      version: version ?? stored.version, visibility: stored.visibility,
      changes: [change] + more)
    try record(
      [draft], of: head.organisation, named: head.organisationName,
      by: act.saying(note), as: viewer)
  }
}

extension Connection {
  /// Refuses a status that only approving may set.
  func refuse(status: BenefitStatus, after current: Stored<Benefit>, as viewer: Viewer) throws {
    guard status != current.noun.status else { return }
    let baseline = try first("SELECT FROM baseline WHERE benefit_id = \(current.id.uuid) LIMIT 1")
    let problem = current.noun.status.refusesChange(to: status, hasBaseline: baseline != nil)
    if let problem { throw Refusal.invalid([problem]) }
  }
}

extension Act {
  /// The same act with the words that were typed as its reason.
  func saying(_ words: String) -> Act {
    Act(id: id, name: name, requestID: requestID, reason: TrimmedText.of(words))
  }
}

extension BenefitApproval {
  /// Somebody changed the benefit, or what it rests on, since it was seen.
  fileprivate var conflict: Refusal { .conflict(current: benefit.stored.version) }

  fileprivate func refuseAnother(than seen: String) throws(Refusal) {
    guard seen == fingerprint else { throw conflict }
  }

  fileprivate func refuseObstacles() throws(Refusal) {
    let obstacles = problems.obstacles
    guard obstacles.isEmpty else { throw .invalid(obstacles) }
  }

  /// What one person submits and approves must be in the co-ordinator's sight.
  fileprivate func refuseHidden() throws(Refusal) {
    guard benefit.stored.visibility == .draft else { return }
    throw .invalid([
      Problem(
        .error, at: .file, subject: "Seen by", found: "its own council only",
        expected: "a benefit that the co-ordinator sees",
        mend: "Share it first: what one person submits and approves is listed there.")
    ])
  }
}
