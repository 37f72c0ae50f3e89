import Foundation
import Programme

/// The milestones of the demonstration as they come in: who keeps them, and their identities.
struct SeededPlan: Sendable {
  /// One party with what it is to have done.
  struct Party: Sendable {
    let viewer: Viewer
    /// Its milestones, planned so many days from the day of the seeding.
    let entries: [(entry: MilestoneSeed.Entry, day: Int)]
    /// Its place among the councils; nil for other parties.
    let place: Int?
  }

  /// A milestone that is there.
  struct Made: Sendable {
    let id: ID<Milestone>
    let day: Int
  }

  /// The parties, councils first.
  let parties: [Party]
  /// The milestones of parties that are no councils, by key.
  var shared: [String: Made] = [:]
  /// Those of each council, by key.
  var own: [ID<Organisation>: [String: Made]] = [:]

  /// Who does what, as the file says, with a person of each party.
  init(_ seed: MilestoneSeed, parties rows: [PartyRow], people: [Participant], as viewer: Viewer) {
    let councils = rows.filter { $0.kind == .council }
    let others = rows.filter { seed.parties[$0.name] != nil }
    parties =
      others.map { row in
        Party(
          viewer: viewer.seedActor(for: row, among: people),
          entries: (seed.parties[row.name] ?? []).map { ($0, $0.day) }, place: nil)
      }
      + councils.enumerated().map { place, row in
        let wave = seed.waves.isEmpty ? 0 : seed.waves[place % seed.waves.count]
        let begins = wave + place % 3 * 6
        return Party(
          viewer: viewer.seedActor(for: row, among: people),
          entries: seed.council.map { ($0, begins + $0.day) }, place: place)
      }
  }

  /// A milestone by key, the council's own before those of others.
  func made(_ key: String, of party: Party) -> Made? {
    own[party.viewer.organisation]?[key] ?? shared[key]
  }
}
