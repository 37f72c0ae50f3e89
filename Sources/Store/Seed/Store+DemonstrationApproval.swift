import Calculator
import Foundation
import Postgres
import Programme

extension Store {
  /// Approvals of the demonstration: baselines one and two, forecasts that wait, one sent back, one
  /// that a council's only officer approved, a closed quarter, and files as evidence. Safe to repeat;
  /// returns whether anything was added. Throws ``StoreError``, a `Refusal` or a `PostgresError`.
  @discardableResult
  public func seedApprovals(evidence files: [(name: String, text: String)]) async throws -> Bool {
    guard let one = try await officer("council@example.org"),
      let other = try await officer("approver@example.org"),
      let only = try await officer("council2@example.org"),
      try await !hasApprovals(one)
    else { return false }
    let ready = try await submittable(one)
    for id in ready.prefix(4) { try await approve(id, one, other) }
    for id in ready.prefix(3) { try await reassess(id, one) }
    for id in ready.prefix(2) { try await approve(id, other, one) }
    for id in ready.dropFirst(4).prefix(2) { try await submit(id, other) }
    for id in ready.dropFirst(6).prefix(2) { try await submit(id, one) }
    for id in ready.dropFirst(7).prefix(1) { try await sendBack(id, other) }
    for id in try await submittable(only).prefix(1) {
      try await submit(id, only)
      try await approve(id, only, because: "The council has one benefits officer until the autumn.")
    }
    if let first = ready.first { try await attach(files, to: first, one) }
    try await closeQuarter(one, other)
    return true
  }

  /// Somebody with an account, as a viewer.
  private func officer(_ email: String) async throws -> Viewer? {
    try await ownerPool.readOnce(
      preamble: [operatorScope.settings],
      """
      SELECT p.id, p.name, o.id, o.name, o.code, p.programme_id
      FROM person p JOIN organisation o ON o.id = p.organisation_id
      WHERE p.email = \(email) AND p.role = 'council'
      """,
      read: { row in
        Viewer(
          person: ID(try row.next()), name: try row.next(), role: .council,
          organisation: ID(try row.next()), organisationName: try row.next(),
          organisationCode: try row.councilCode(), programme: ID(try row.next()))
      }
    ).first
  }

  private func hasApprovals(_ officer: Viewer) async throws -> Bool {
    try await read(as: officer) { db in
      try db.first("SELECT FROM approval WHERE organisation_id = \(officer.organisation.uuid)")
        != nil
    }
  }

  /// The benefits that can be submitted and that the co-ordinator sees, by reference.
  private func submittable(_ officer: Viewer) async throws -> [ID<Benefit>] {
    try await read(as: officer) { db in
      try db.benefits(of: officer.organisation, as: officer)
        .filter { $0.stored.visibility != .draft }.map(\.id)
        .filter { try db.approval(of: $0, as: officer)?.problems.obstacles.isEmpty == true }
    }
  }

  private func step(
    _ name: String, _ officer: Viewer,
    _ body: @Sendable @escaping (isolated Database, Act) throws -> Void
  ) async throws {
    let act = Act(name: name, requestID: "seed")
    try await write(as: officer, act) { db in try body(db, act) }
  }

  private func submit(_ id: ID<Benefit>, _ officer: Viewer) async throws {
    let note = "Inputs agreed with the service and with finance."
    try await step("benefit.submit", officer) { db, act in
      let seen = try db.approval(of: id, as: officer)?.fingerprint ?? ""
      try db.submitForecast(id, seeing: seen, note: note, by: act, as: officer)
    }
  }

  private func approve(_ id: ID<Benefit>, _ officer: Viewer, because: String = "") async throws {
    try await step("benefit.approve", officer) { db, act in
      let seen = try db.approval(of: id, as: officer)?.fingerprint ?? ""
      try db.approveForecast(id, seeing: seen, reason: because, by: act, as: officer)
    }
  }

  private func approve(_ id: ID<Benefit>, _ one: Viewer, _ other: Viewer) async throws {
    try await submit(id, one)
    try await approve(id, other)
  }

  private func sendBack(_ id: ID<Benefit>, _ officer: Viewer) async throws {
    let reason = "The claim share needs the finance partner’s word."
    try await step("benefit.return", officer) { db, act in
      try db.returnForecast(id, reason: reason, by: act, as: officer)
    }
  }

  /// Five points more optimism bias: what a careful second look does.
  private func reassess(_ id: ID<Benefit>, _ officer: Viewer) async throws {
    let act = Act(
      name: "benefit.change", requestID: "seed", reason: "Second look after the first year")
    try await write(as: officer, act) { db in
      guard let stored = try db.benefit(id, as: officer)?.stored else { throw Refusal.notFound }
      var benefit = stored.noun
      let bias = (benefit.inputs.optimismBiasShare ?? .zero) + Exact(5) / Exact(100)
      benefit.inputs.optimismBiasShare = min(bias, .one)
      try db.changeBenefit(
        id, expecting: stored.version, to: benefit, visibility: stored.visibility, by: act,
        as: officer)
    }
  }

  private func attach(
    _ files: [(name: String, text: String)], to id: ID<Benefit>, _ officer: Viewer
  ) async throws {
    for file in files {
      var draft = EvidenceDraft(fileName: file.name, kind: .text, bytes: Array(file.text.utf8))
      draft.note = "Attached with the first forecast"
      try await step("evidence.attach", officer) { [draft] db, act in
        _ = try db.attachEvidence(draft, to: id, by: act, as: officer)
      }
    }
  }

  /// April to June 2010 is closed, July to September 2010 waits.
  private func closeQuarter(_ one: Viewer, _ other: Viewer) async throws {
    guard let year = FinancialYear(firstYear: 2010) else { return }
    let act = Act(name: "period.submit", requestID: "seed")
    let closing = Act(name: "period.close", requestID: "seed")
    let first = PeriodSpan(year, .quarter1)
    try await write(as: one, act) { db in
      for span in [first, PeriodSpan(year, .quarter2)] {
        try db.submitPeriod(span, note: "The ledger of the quarter is in.", by: act, as: one)
      }
    }
    try await write(as: other, closing) { db in
      guard let code = other.organisationCode, let register = try db.periods(of: code, as: other)
      else { throw Refusal.notFound }
      let seen = try db.review(of: first, in: register, as: other).fingerprint
      try db.closePeriod(first, seeing: seen, reason: "", by: closing, as: other)
    }
  }
}
