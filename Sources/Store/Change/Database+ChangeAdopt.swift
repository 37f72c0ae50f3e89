import Foundation
import Postgres
import Programme

extension Connection {
  /// Makes a counter-proposal the next version of a change that is still at the version named: its
  /// words become what the change leads to, its days those of the milestones. Throws as
  /// ``amendChange(_:expecting:to:note:by:as:)`` does, and ``Refusal/notFound`` for a position that
  /// is no counter-proposal to the present version.
  public func adoptCounter(
    _ position: ID<ChangePosition>, on number: Int, expecting version: Int, by act: Act,
    as viewer: Viewer
  ) throws {
    guard let stored = try change(number, as: viewer) else { throw Refusal.notFound }
    let counter = stored.positions.first {
      $0.id == position && $0.revision == stored.process.revision && $0.position.answer == .counter
    }
    guard let counter, let proposal = stored.proposal(adopting: counter) else {
      throw Refusal.notFound
    }
    try amendChange(
      number, expecting: version, to: proposal,
      note: "Adopts the counter-proposal of \(counter.partyName).", by: act, as: viewer)
  }
}

extension StoredChange {
  /// The present version as it was proposed, for the form that amends it.
  public var proposal: ChangeProposal {
    var proposal = ChangeProposal(
      change, parties: parties.map(\.id), authorityParty: process.authorityParty)
    proposal.milestones = (current?.milestones ?? []).map {
      ChangeProposal.MilestoneLine($0.effect.milestone, to: $0.effect.to)
    }
    proposal.benefits = (current?.benefits ?? []).map {
      ChangeProposal.BenefitLine($0.namedReference, $0.effect.field, to: $0.effect.to)
    }
    return proposal
  }

  /// The same with what a party would agree to. Days that have passed are moved a month on from today.
  fileprivate func proposal(adopting counter: StoredPosition) -> ChangeProposal? {
    var next = proposal
    next.change.after = counter.position.instead
    for place in next.milestones.indices {
      next.milestones[place].to =
        counter.days[next.milestones[place].milestone] ?? next.milestones[place].to
    }
    if next.change.positionsDue <= today {
      guard let due = today.adding(months: 1) else { return nil }
      next.change.positionsDue = due
    }
    if next.change.acknowledgementDue <= next.change.positionsDue {
      guard let due = next.change.positionsDue.adding(months: 1) else { return nil }
      next.change.acknowledgementDue = due
    }
    return next
  }
}

extension StoredBenefitShift {
  /// The benefit as a form names it: "S12000040 B014".
  public var namedReference: String {
    [councilCode?.description, reference].compactMap(\.self).joined(separator: " ")
  }
}
