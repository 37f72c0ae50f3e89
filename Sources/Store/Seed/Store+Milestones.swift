import Foundation
import Postgres
import Programme

extension Store {
  /// Adds the plan of the demonstration from the text of `Seed/milestones.json`, by the same functions
  /// as people do. Safe to repeat: once there is a milestone, nothing is added. Throws ``StoreError``
  /// or a `PostgresError`.
  public func seedMilestones(_ text: String) async throws {
    let seed = try MilestoneSeed(json: text)
    let coordinator = try await seedActor(seed.coordinator)
    let (isThere, rows, people) = try await read(as: coordinator) { db in
      (
        try !db.milestones(as: coordinator).isEmpty, try db.parties(as: coordinator),
        try db.participants(as: coordinator)
      )
    }
    guard !isThere else { return }
    var plan = SeededPlan(seed, parties: rows, people: people, as: coordinator)
    for party in plan.parties { try await add(party, to: &plan) }
    for party in plan.parties { try await relate(party, in: plan) }
    for slip in seed.partySlips {
      try await slipShared(slip, in: plan)
    }
    for party in plan.parties {
      try await finish(party, in: plan, seed)
    }
    for warning in seed.warnings { try await warn(warning, in: plan) }
  }

  /// Records what the party is to have done, long ago.
  private func add(_ party: SeededPlan.Party, to plan: inout SeededPlan) async throws {
    let viewer = party.viewer
    let act = Act(name: "milestone.add", requestID: "seed")
    let made = try await write(as: viewer, act) { db in
      let today = try db.today()
      try db.seedHappens(daysAgo: 300)
      return try party.entries.map { entry, day in
        let milestone = Milestone(
          title: entry.title, description: entry.done, office: entry.office,
          baseline: today.adding(days: day) ?? today)
        let id = try db.addMilestone(
          milestone, of: viewer.organisation, owner: viewer.person, by: act, as: viewer)
        return (entry.key, SeededPlan.Made(id: id, day: day))
      }
    }
    let byKey = Dictionary(made, uniquingKeysWith: { $1 })
    if party.place == nil {
      plan.shared.merge(byKey) { $1 }
    } else {
      plan.own[viewer.organisation] = byKey
    }
  }

  /// Says what waits for what, as far as the plan leaves room for it.
  private func relate(_ party: SeededPlan.Party, in plan: SeededPlan) async throws {
    let act = Act(name: "milestone.need", requestID: "seed")
    try await write(as: party.viewer, act) { db in
      try db.seedHappens(daysAgo: 290)
      for (entry, day) in party.entries {
        guard let id = plan.made(entry.key, of: party)?.id else { continue }
        for (key, days) in entry.lags {
          guard let needed = plan.made(key, of: party), needed.day + days <= day else { continue }
          try db.addNeed(needed.id, of: id, lagDays: days, by: act, as: party.viewer)
        }
      }
    }
  }

}
