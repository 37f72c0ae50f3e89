import Foundation
import Postgres
import Programme

extension Store {
  /// Adds plan changes in every state to the demonstration, from the text of `Seed/plan-changes.json`,
  /// by the same functions as people do. Safe to repeat: once there is a change, nothing is added.
  /// Throws ``StoreError`` or a `PostgresError`.
  public func seedChanges(_ text: String) async throws {
    let coordinator = try await seedActor("coordinator@example.org")
    let cast = try await read(as: coordinator) { db in
      ChangeCast(
        coordinator: coordinator, today: try db.today(), parties: try db.parties(as: coordinator),
        people: try db.participants(as: coordinator),
        isSeeded: try !db.changePage(ChangeFilter(), as: coordinator).rows.isEmpty)
    }
    guard !cast.isSeeded else { return }
    for seed in try ChangeSeed.read(json: text) { try await add(seed, cast) }
  }

  private func add(_ seed: ChangeSeed, _ cast: ChangeCast) async throws {
    let proposer = try cast.actor(seed.proposer)
    let number = try await happen("change.propose", seed, after: 0, as: proposer) { db, act in
      try db.proposeChange(
        try db.proposal(of: seed, cast, as: proposer), by: act, as: proposer)
    }
    try await answer(seed.answers, to: number, after: 2, seed, cast)
    if let adoption = seed.adopt { try await adopt(adoption, number, seed, cast, as: proposer) }
    if let gone = seed.withdrawn {
      try await happen("change.withdraw", seed, after: gone.after, as: proposer) { db, act in
        try db.withdrawChange(
          number, expecting: try db.seeded(number, as: proposer).version, because: gone.reason,
          by: act, as: proposer)
      }
    }
    guard let decision = seed.decision else { return }
    try await decide(decision, number, seed, cast)
    guard let told = seed.told else { return }
    try await tell(number, after: told, seed, as: proposer)
    try await acknowledge(number, after: told + 2, seed, cast)
  }

  /// The parties answer a few days one after the other, those of "-" not at all.
  private func answer(
    _ answers: [String], to number: Int, after days: Int, _ seed: ChangeSeed, _ cast: ChangeCast
  ) async throws {
    let stored = try await read(as: cast.coordinator) { db in
      try db.seeded(number, as: cast.coordinator)
    }
    for (place, party) in stored.parties.enumerated() {
      guard !answers.isEmpty,
        let position = try ChangePosition.seeded(answers[place % answers.count])
      else { continue }
      let actor = try cast.actor(party.name)
      try await happen("change.position", seed, after: days + place % 9, as: actor) { db, act in
        try db.takePosition(
          position, on: number, revision: stored.process.revision, of: party.id, by: act, as: actor)
      }
    }
  }

  private func adopt(
    _ adoption: ChangeSeed.Adoption, _ number: Int, _ seed: ChangeSeed, _ cast: ChangeCast,
    as proposer: Viewer
  ) async throws {
    try await happen("change.amend", seed, after: adoption.after, as: proposer) { db, act in
      let stored = try db.seeded(number, as: proposer)
      guard let counter = stored.positions.last(where: { $0.position.answer == .counter })
      else { throw StoreError.inconsistent("nobody proposed anything else") }
      try db.adoptCounter(
        counter.id, on: number, expecting: stored.version, by: act, as: proposer)
    }
    try await answer(adoption.answers, to: number, after: adoption.after + 1, seed, cast)
  }

  private func decide(
    _ decision: ChangeSeed.Decision, _ number: Int, _ seed: ChangeSeed, _ cast: ChangeCast
  ) async throws {
    let viewer = cast.coordinator
    try await happen("change.decide", seed, after: decision.after, as: viewer) { db, act in
      let stored = try db.seeded(number, as: viewer)
      let made = ChangeDecision(
        decision.outcome == "Agree" ? .agree : .reject, decidedBy: decision.by,
        decidedOn: stored.today, reason: decision.reason, despite: decision.despite ?? "")
      try db.decideChange(number, expecting: stored.version, made, by: act, as: viewer)
    }
  }

  private func tell(
    _ number: Int, after days: Int, _ seed: ChangeSeed, as proposer: Viewer
  ) async throws {
    try await happen("change.tell", seed, after: days, as: proposer) { db, act in
      let stored = try db.seeded(number, as: proposer)
      try db.communicateChange(
        number, expecting: stored.version,
        acknowledgementDue: stored.change.acknowledgementDue, by: act, as: proposer)
    }
  }

  private func acknowledge(
    _ number: Int, after days: Int, _ seed: ChangeSeed, _ cast: ChangeCast
  ) async throws {
    let words = seed.acknowledge ?? []
    let parties = try await read(as: cast.coordinator) { db in
      try db.seeded(number, as: cast.coordinator).parties
    }
    for (place, party) in parties.enumerated() {
      guard !words.isEmpty, words[place % words.count] != "-" else { continue }
      let actor = try cast.actor(party.name)
      try await happen("change.acknowledge", seed, after: days + place % 8, as: actor) { db, act in
        try db.acknowledgeChange(
          ChangeAcknowledgement(by: actor.name), of: number, for: party.id, by: act, as: actor)
      }
    }
  }

  /// One act, so many days after the change was proposed.
  @discardableResult
  private func happen<T: Sendable>(
    _ name: String, _ seed: ChangeSeed, after days: Int, as viewer: Viewer,
    _ body: @Sendable @escaping (isolated Database, Act) throws -> T
  ) async throws -> T {
    let act = Act(name: name, requestID: "seed")
    return try await write(as: viewer, act) { db in
      try db.seedHappens(daysAgo: max(0, seed.daysAgo - days))
      return try body(db, act)
    }
  }
}

/// Who takes part in the demonstration's changes.
struct ChangeCast: Sendable {
  let coordinator: Viewer
  let today: Programme.Day
  let parties: [PartyRow]
  let people: [Participant]
  let isSeeded: Bool

  /// A party by its name or code.
  func party(_ name: String) throws -> PartyRow {
    let found = parties.first { $0.name == name || $0.code?.description == name }
    guard let found else { throw StoreError.inconsistent("\(name) does not take part") }
    return found
  }

  /// Somebody who acts for a party.
  func actor(_ name: String) throws -> Viewer {
    coordinator.seedActor(for: try party(name), among: people)
  }

  /// The parties that a change affects.
  func affected(by seed: ChangeSeed) throws -> [PartyRow] {
    let named = try (seed.parties ?? []).map(party)
    guard let every = seed.every else { return named }
    let councils = parties.filter { $0.kind == .council }.enumerated()
    return named + councils.filter { $0.offset % max(1, every) == 0 }.map(\.element)
  }
}
