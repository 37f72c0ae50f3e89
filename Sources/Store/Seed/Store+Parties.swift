import Calculator
import Foundation
import Programme

extension Store {
  /// Adds offices, readiness, responsibilities, objectives, the charter and other programmes to the
  /// demonstration, from the text of `Seed/parties.json`, by the same functions as people do. Safe to
  /// repeat: once there is an activity, nothing is added. Throws ``StoreError`` or a
  /// `PostgresError`.
  public func seedParties(_ text: String) async throws {
    let seed = try PartySeed(json: text)
    let viewer = try await seedActor("coordinator@example.org")
    let act = Act(name: "activity.add", requestID: "seed")
    let cast = try await read(as: viewer) { db in
      PartyCast(
        today: try db.today(), parties: try db.parties(as: viewer),
        people: try db.participants(as: viewer), isSeeded: try !db.activities(as: viewer).isEmpty)
    }
    guard !cast.isSeeded else { return }
    try await write(as: viewer, Act(name: "office.add", requestID: "seed")) { db in
      try db.seedOffices(seed, cast, as: viewer)
      try db.seedReadiness(seed, cast, as: viewer)
    }
    try await write(as: viewer, act) { db in
      try db.seedHappens(monthsAgo: 15)
      for task in seed.activities {
        try db.addActivity(
          Activity(title: task.title, description: task.description ?? ""),
          parts: cast.parts(of: task), by: act, as: viewer)
      }
    }
    try await write(as: viewer, Act(name: "objective.add", requestID: "seed")) { db in
      try db.seedHappens(monthsAgo: 17)
      try db.seedObjectives(seed, cast, as: viewer)
      try db.seedOthers(seed, cast, as: viewer)
    }
    try await seedCharter(seed, cast, as: viewer)
    try await seedConfirmations(cast, as: viewer)
  }

  /// Every version, accepted by all but a few of those that were asked last.
  private func seedCharter(
    _ seed: PartySeed, _ cast: PartyCast, as viewer: Viewer
  ) async throws {
    for (number, version) in seed.charter.enumerated() {
      let isLast = number == seed.charter.count - 1
      try await write(as: viewer, Act(name: "charter.publish", requestID: "seed")) { db in
        try db.seedHappens(monthsAgo: version.monthsAgo)
        try db.publishCharter(
          Charter(text: version.text, news: version.news), after: number,
          by: Act(name: "charter.publish", requestID: "seed"), as: viewer)
      }
      for (place, party) in cast.parties.enumerated() where !isLast || place % 7 != 3 {
        let actor = viewer.seedActor(for: party, among: cast.people)
        let act = Act(name: "charter.accept", requestID: "seed")
        try await write(as: actor, act) { db in
          try db.seedHappens(monthsAgo: max(0, version.monthsAgo - place % 3))
          try db.acceptCharter(number + 1, by: act, as: actor)
        }
      }
    }
  }

  /// Most parties confirm their parts; some leave one open, a few all.
  private func seedConfirmations(_ cast: PartyCast, as viewer: Viewer) async throws {
    let activities = try await read(as: viewer) { db in try db.activities(as: viewer) }
    for (place, party) in cast.parties.enumerated() where place % 8 != 6 {
      let own = activities.filter { $0.assignments[party.id] != nil }
      let actor = viewer.seedActor(for: party, among: cast.people)
      let act = Act(name: "responsibility.confirm", requestID: "seed")
      try await write(as: actor, act) { db in
        try db.seedHappens(monthsAgo: 14 - place % 5)
        for stored in own.dropLast(place % 4 == 1 ? 2 : 0) {
          try db.confirmResponsibility(
            stored.id, expecting: stored.version, by: act, as: actor)
        }
      }
    }
  }
}

/// Who takes part in the demonstration, and when it is seeded.
struct PartyCast: Sendable {
  let today: Day
  let parties: [PartyRow]
  let people: [Participant]
  let isSeeded: Bool

  var councils: [PartyRow] { parties.filter { $0.kind == .council } }

  /// Everybody's part in an activity.
  func parts(of task: PartySeed.Task) throws -> ActivityParts {
    var parts: [ID<Organisation>: ResponsibilityPart] = [:]
    for party in parties {
      let isNamed = party.name == task.accountable
      let isLead = task.accountable == "Lead council" && party.capacity == .leadCouncil
      parts[party.id] =
        isNamed || isLead
        ? .accountable
        : task.parts[party.capacity.rawValue].flatMap { ResponsibilityPart(rawValue: $0) }
    }
    return try ActivityParts(parts)
  }

  /// The day so many months ago; nil for no number.
  func day(_ monthsAgo: Int?) -> Day? { monthsAgo.flatMap { today.adding(months: -$0) } }
}
