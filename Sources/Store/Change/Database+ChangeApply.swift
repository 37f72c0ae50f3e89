import Calculator
import Foundation
import Postgres
import Programme

extension Connection {
  /// Puts what an agreed change says into the plan and the register; the caller holds its lock.
  /// Throws ``Refusal/invalid(_:)`` with everything that is no longer as the change says.
  func apply(_ stored: StoredChange, by act: Act, as viewer: Viewer) throws {
    guard let agreed = stored.current else { return }
    let act = Act(
      id: act.id, name: act.name, requestID: act.requestID,
      reason: "\(stored.label): \(agreed.change.title)")
    var problems = agreed.milestones.filter(\.isOverrun).map(Problem.overrun)
    for shifts in agreed.shiftsByBenefit {
      do {
        try apply(shifts, of: stored, by: act, as: viewer)
      } catch Refusal.invalid(let found) {
        problems += found.map { $0.at(.field("main-content")) }
      }
    }
    guard problems.isEmpty else { throw Refusal.invalid(problems) }
    try moveMilestones(
      agreed.milestones.map(\.effect).map {
        MilestoneMove(milestone: $0.milestone, from: $0.from, to: $0.to)
      }, because: act.reason, by: act, as: viewer)
  }

  /// Changes one benefit in the name of the council that keeps it, and notes what it was worth before
  /// and afterwards.
  private func apply(
    _ shifts: [StoredBenefitShift], of stored: StoredChange, by act: Act, as viewer: Viewer
  ) throws {
    guard let first = shifts.first else { return }
    try acting(for: first, as: viewer) { owner in
      guard let now = try benefit(first.effect.benefit, as: owner) else { throw first.gone }
      guard now.benefit.status != .withdrawn else { throw first.gone }
      let changed = try shifts.reduce(now.benefit) { benefit, shift in
        try shift.effect.applied(to: benefit)
      }
      try changeBenefit(
        now.id, expecting: now.stored.version, to: changed, visibility: now.stored.visibility,
        by: act, as: owner)
      let after = try benefit(now.id, as: owner)?.figures.netTotal
      try execute(
        """
        UPDATE plan_change_benefit SET applied_at = scope_now(),
          net_before = \(now.figures.netTotal.map(Decimal.init) as Decimal?),
          net_after = \(after.map(Decimal.init) as Decimal?)
        WHERE change_id = \(stored.id.uuid) AND revision = \(stored.process.revision)
          AND benefit_id = \(now.id.uuid)
        """)
    }
  }

  /// Runs `body` in the scope of the council whose benefit an agreed change names, and comes back to
  /// the viewer's own. The journal names the viewer: only the right is the council's, which is an
  /// affected party of the change.
  private func acting(
    for shift: StoredBenefitShift, as viewer: Viewer, _ body: (Viewer) throws -> Void
  ) throws {
    let owner = Viewer(
      person: viewer.person, name: viewer.name, role: .council, organisation: shift.council,
      organisationName: shift.councilName, organisationCode: shift.councilCode,
      programme: viewer.programme)
    try enter(owner)
    do {
      try body(owner)
    } catch {
      try enter(viewer)
      throw error
    }
    try enter(viewer)
  }

  private func enter(_ viewer: Viewer) throws {
    try execute(
      """
      SELECT set_config('app.role', \(viewer.role.rawValue), true),
        set_config('app.organisation', \(viewer.organisation.description), true)
      """)
  }
}

extension ChangeRevision {
  /// What changes, benefit by benefit.
  fileprivate var shiftsByBenefit: [[StoredBenefitShift]] {
    Dictionary(grouping: benefits, by: \.effect.benefit)
      .sorted { $0.key.description < $1.key.description }.map(\.value)
  }
}

extension StoredMilestoneShift {
  /// Whether the plan is no longer what the change starts from.
  public var isOverrun: Bool { !isOpen || now != effect.from }
}

extension StoredBenefitShift {
  /// The benefit is no longer there to be changed.
  fileprivate var gone: Refusal {
    .invalid([
      ChangeWrite.problem(
        "main-content", "\(councilName) \(reference)", found: "withdrawn",
        expected: "a benefit that counts", "Amend the change, so that it no longer names it.")
    ])
  }
}

extension Problem {
  /// A milestone is no longer where the change starts from.
  fileprivate static func overrun(_ shift: StoredMilestoneShift) -> Problem {
    ChangeWrite.problem(
      "main-content", "\(shift.partyName): \(shift.title)",
      found: shift.isOpen ? shift.now.words : "achieved or withdrawn",
      expected: "\(shift.effect.from.words), as the change says",
      "The plan was changed meanwhile. Amend the change, so that it starts from what the plan says "
        + "now.")
  }
}
