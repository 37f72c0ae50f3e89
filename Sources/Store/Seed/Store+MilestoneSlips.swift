import Foundation
import Postgres
import Programme

extension Store {
  /// What slipped at a party that is no council.
  func slipShared(_ slip: MilestoneSeed.Slip, in plan: SeededPlan) async throws {
    let party = plan.parties.first { party in
      party.place == nil && party.entries.contains { $0.entry.key == slip.key }
    }
    guard let party else { throw StoreError.inconsistent("nobody has the milestone \(slip.key)") }
    try await move(slip, of: party, in: plan)
  }

  private func move(
    _ slip: MilestoneSeed.Slip, of party: SeededPlan.Party, in plan: SeededPlan
  ) async throws {
    guard let made = plan.made(slip.key, of: party) else { return }
    let viewer = party.viewer
    let act = Act(name: "milestone.move", requestID: "seed", reason: slip.reason)
    try await write(as: viewer, act) { db in
      try db.seedHappens(daysAgo: slip.ago)
      guard let stored = try db.milestone(made.id, as: viewer),
        let day = stored.milestone.forecast.adding(days: slip.days)
      else { return }
      let effect = try db.effect(ofMoving: made.id, to: day, as: viewer)
      try db.moveMilestone(
        made.id, expecting: stored.stored.version,
        as: MilestoneSlip(
          day: day.description, reason: slip.reason, seeing: effect.fingerprint, movesOwn: true),
        by: act, as: viewer)
    }
  }

  /// What slipped at a council, what it has achieved since, and which benefits wait.
  func finish(
    _ party: SeededPlan.Party, in plan: SeededPlan, _ seed: MilestoneSeed
  ) async throws {
    if let place = party.place {
      for slip in seed.slips where place % (slip.every ?? 1) == slip.at {
        try await move(slip, of: party, in: plan)
      }
    }
    let viewer = party.viewer
    let isLate = party.place.map { $0 % max(1, seed.lateEvery) == 1 } ?? false
    let act = Act(name: "milestone.achieve", requestID: "seed")
    try await write(as: viewer, act) { db in
      try db.achieveDue(party, in: plan, leavesLast: isLate, by: act)
      let waiting = seed.benefits[viewer.organisationCode?.description ?? ""] ?? [:]
      for (key, references) in waiting.sorted(by: { $0.key < $1.key }) {
        guard let made = plan.made(key, of: party) else { continue }
        try db.setBenefits(
          references, waitingFor: made.id,
          by: Act(name: "milestone.change", requestID: "seed"), as: viewer)
      }
    }
  }

  /// A warning that stands.
  func warn(_ warning: MilestoneSeed.Warning, in plan: SeededPlan) async throws {
    let code = warning.council.flatMap { CouncilCode(text: $0) }
    guard let likelihood = EarlyWarning.Likelihood(rawValue: warning.likelihood),
      let party = plan.parties.first(where: { party in
        party.viewer.organisationCode == code
          && party.entries.contains { $0.entry.key == warning.key }
      }), let made = plan.made(warning.key, of: party)
    else { throw StoreError.inconsistent("a warning of \(warning.key) is of nothing") }
    let act = Act(name: "milestone.warn", requestID: "seed")
    try await write(as: party.viewer, act) { db in
      try db.seedHappens(daysAgo: 4)
      try db.warn(
        EarlyWarning(daysLate: warning.days, likelihood: likelihood, reason: warning.reason),
        of: made.id, by: act, as: party.viewer)
    }
  }
}
