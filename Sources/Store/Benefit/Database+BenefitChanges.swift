import Foundation
import Postgres
import Programme

/// A benefit as it is to be, from the version that was read.
public struct BenefitChange: Sendable {
  /// Which benefit.
  public var id: ID<Benefit>
  /// The version that it was read at.
  public var version: Int
  /// What it is to be.
  public var benefit: Benefit
  /// Who besides the council is to see it.
  public var visibility: Visibility

  /// A change.
  public init(id: ID<Benefit>, version: Int, benefit: Benefit, visibility: Visibility) {
    self.id = id
    self.version = version
    self.benefit = benefit
    self.visibility = visibility
  }
}

extension Connection {
  /// Changes benefits of the viewer's own council as one act, all or none, and returns how many really
  /// changed. Throws ``Refusal/notFound``, ``Refusal/conflict(current:)`` when one of them is no
  /// longer at its version, or ``Refusal/invalid(_:)`` naming each whose new status only approving
  /// sets.
  @discardableResult
  public func changeBenefits(
    _ changes: [BenefitChange], by act: Act, as viewer: Viewer
  ) throws -> Int {
    let head = try lockRegister(of: viewer.organisation, as: viewer)
    let stored = try benefits(among: changes.map(\.id), of: head, as: viewer)
    let kept = try changes.filter { change in
      guard let current = stored[change.id] else { throw Refusal.notFound }
      guard current.version == change.version else {
        throw Refusal.conflict(current: current.version)
      }
      return current.visibility != change.visibility
        || !change.benefit.allChanges(since: current.noun).isEmpty
    }
    let problems = try statusProblems(kept, since: stored, as: viewer)
    guard problems.isEmpty else { throw Refusal.invalid(problems) }
    try write(kept, in: head, since: stored, by: act, as: viewer)
    return kept.count
  }

  /// What stands against the new states of benefits, each named.
  private func statusProblems(
    _ changes: [BenefitChange], since stored: [ID<Benefit>: Stored<Benefit>], as viewer: Viewer
  ) throws -> [Problem] {
    try changes.flatMap { change -> [Problem] in
      guard let current = stored[change.id] else { return [] }
      do {
        try refuse(status: change.benefit.status, after: current, as: viewer)
        return []
      } catch Refusal.invalid(let problems) {
        return problems.map { $0.named(change.benefit.reference) }
      }
    }
  }

  /// The benefits of those identities that the register has.
  func benefits(
    among ids: [ID<Benefit>], of head: RegisterHead, as viewer: Viewer
  ) throws -> [ID<Benefit>: Stored<Benefit>] {
    let own: SQL = "b.organisation_id = \(head.organisation.uuid)"
    let found = try benefits(where: "b.id = ANY (\(ids.map(\.uuid))) AND \(own)", as: viewer)
    return Dictionary(found.map { ($0.id, $0.stored) }, uniquingKeysWith: { first, _ in first })
  }

  /// Writes changes that were checked, with their figures, totals and journal. One that is not among
  /// the stored ones comes back from being gone.
  func write(
    _ changes: [BenefitChange], in head: RegisterHead, since stored: [ID<Benefit>: Stored<Benefit>],
    by act: Act, as viewer: Viewer
  ) throws {
    guard !changes.isEmpty else { return }
    let drafts = zip(changes, head.figures(of: changes.map(\.benefit))).map { change, figures in
      BenefitDraft(
        id: change.id, visibility: change.visibility, version: change.version + 1,
        benefit: change.benefit, figures: figures)
    }
    try update(drafts, in: head, as: viewer)
    try renewTotals(of: head.organisation, as: viewer)
    try record(
      drafts.map { $0.journal(since: stored[$0.id]) }, of: head.organisation,
      named: head.organisationName, by: act, as: viewer)
  }
}

extension Connection {
  /// Those of the benefits that are the viewer's own to change, by reference.
  public func ownBenefits(_ ids: [ID<Benefit>], as viewer: Viewer) throws -> [StoredBenefit] {
    try benefits(
      where: """
        b.id = ANY (\(ids.map(\.uuid))) AND b.organisation_id = \(viewer.organisation.uuid)
        """, as: viewer
    ).filter { viewer.mayChange(recordsOf: $0.stored.organisation) }
  }
}

extension Problem {
  /// The same problem of a thing that is named.
  fileprivate func named(_ name: String) -> Problem {
    var copy = self
    copy.subject = name
    return copy
  }
}
