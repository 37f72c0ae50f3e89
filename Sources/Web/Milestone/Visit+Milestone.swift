import Programme
import Store

extension Visit {
  /// The milestone of the path.
  func milestone(as viewer: Viewer) async throws -> StoredMilestone {
    let id = try id(of: Milestone.self)
    return try await store.read(as: viewer) { db in
      try db.milestone(id, as: viewer).orNotFound()
    }
  }

  /// The milestone of the path, which must be the viewer's to keep.
  func keptMilestone(as viewer: Viewer) async throws -> StoredMilestone {
    let stored = try await milestone(as: viewer)
    guard viewer.mayKeep(recordOf: stored.party) else { throw Refusal.forbidden }
    return stored
  }

  /// Who changed a milestone last, as far as the viewer reads the journal.
  func lastChange(of id: ID<Milestone>, as viewer: Viewer) async throws -> JournalEntry? {
    try await store.read(as: viewer) { db in try db.history(of: id, as: viewer).first }
  }
}
