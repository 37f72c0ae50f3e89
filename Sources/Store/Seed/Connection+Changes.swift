import Foundation
import Postgres
import Programme

extension Database {
  /// What a change of the demonstration proposes, as the plan and the register stand.
  func proposal(
    of seed: ChangeSeed, _ cast: ChangeCast, as viewer: Viewer
  ) throws -> ChangeProposal {
    let parties = try cast.affected(by: seed)
    var proposal = ChangeProposal(
      try seed.change(on: try today()), parties: parties.map(\.id),
      authorityParty: try seed.decides.map { try cast.party($0).id })
    let plan = try milestones(as: viewer).filter { $0.milestone.actual == nil }
    proposal.milestones = (seed.moves ?? []).flatMap { move in
      let names = move.party.map { name in Set([(try? cast.party(name))?.id].compactMap(\.self)) }
      let whose = names ?? Set(parties.map(\.id))
      return plan.filter { $0.milestone.title == move.title && whose.contains($0.party) }
        .prefix(move.most ?? ChangeLimit.milestones)
        .compactMap { stored in
          stored.milestone.forecast.adding(days: move.days).map {
            ChangeProposal.MilestoneLine(stored.id, to: $0)
          }
        }
    }
    proposal.benefits = try (seed.benefits ?? []).compactMap { try line($0, as: viewer) }
    return proposal
  }

  /// What moves of a benefit; nil where the register has no such published benefit.
  private func line(
    _ shift: ChangeSeed.Shift, as viewer: Viewer
  ) throws -> ChangeProposal.BenefitLine? {
    guard let field = Benefit.Field(rawValue: shift.field),
      let code = CouncilCode(text: shift.council)
    else { return nil }
    let found = try benefits(
      where: """
        b.organisation_id = (SELECT o.id FROM organisation o WHERE o.code = \(code.description))
          AND b.reference = \(shift.reference) AND b.visibility = 'published'
        """, as: viewer
    ).first
    guard let now = found.flatMap({ Int($0.benefit.text(field)) }) else { return nil }
    return ChangeProposal.BenefitLine(
      "\(code) \(shift.reference)", field, to: String(now + shift.by))
  }

  /// A change that was just made.
  func seeded(_ number: Int, as viewer: Viewer) throws -> StoredChange {
    guard let stored = try change(number, as: viewer) else {
      throw StoreError.inconsistent("there is no change \(number)")
    }
    return stored
  }
}
