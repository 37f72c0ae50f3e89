import Foundation
import Postgres
import Programme

extension Connection {
  /// Records the position of an affected party on the version of the proposal that was read; it may
  /// be taken again, and the last one counts. Throws ``Refusal/conflict(current:)`` when the
  /// proposal was amended meanwhile, ``Refusal/notFound``, ``Refusal/forbidden``, and
  /// ``Refusal/invalid(_:)``.
  public func takePosition(
    _ position: ChangePosition, days: [ID<Milestone>: Programme.Day] = [:], on number: Int,
    revision: Int, of party: ID<Organisation>, by act: Act, as viewer: Viewer
  ) throws {
    let stored = try lockedChange(number, as: viewer) { viewer.maySpeak(for: party, on: $0) }
    guard stored.process.revision == revision else {
      throw Refusal.conflict(current: stored.process.revision)
    }
    let isForOthers = viewer.recordsForOthers(party)
    var position = position
    if !isForOthers { position.received = "" }
    let problems = position.problems(isForOthers: isForOthers)
    guard problems.isEmpty else { throw Refusal.invalid(problems) }
    let process = try stored.process.taking(position, by: party)
    let said = stored.positions.count { $0.party == party && $0.revision == revision }
    guard said < ChangeLimit.positions else { throw ChangeWrite.tooOften }
    try save(process, of: stored, as: viewer)
    try insert(position, days: days, on: stored, of: party, as: viewer)
    try journal(
      stored,
      stored.process.state.changes(to: process.state)
        + position.changes(since: stored.position(of: party)?.position),
      by: act, as: viewer)
  }

  /// Records that an affected party acknowledges the decision it was told of. Throws as
  /// ``takePosition(_:days:on:revision:of:by:as:)`` does.
  public func acknowledgeChange(
    _ acknowledgement: ChangeAcknowledgement, of number: Int, for party: ID<Organisation>,
    by act: Act, as viewer: Viewer
  ) throws {
    let stored = try lockedChange(number, as: viewer) { viewer.maySpeak(for: party, on: $0) }
    let isForOthers = viewer.recordsForOthers(party)
    var acknowledgement = acknowledgement
    if !isForOthers { acknowledgement.received = "" }
    let problems = acknowledgement.problems(isForOthers: isForOthers)
    guard problems.isEmpty else { throw Refusal.invalid(problems) }
    let process = try stored.process.acknowledged(acknowledgement, by: party)
    try save(process, of: stored, as: viewer)
    try execute(
      """
      INSERT INTO plan_change_acknowledgement (change_id, organisation_id, programme_id,
        acknowledged_at, acknowledged_by, words, received, recorded_by)
      VALUES (\(stored.id.uuid), \(party.uuid), \(viewer.programme.uuid), scope_now(),
        \(acknowledgement.by), \(acknowledgement.words), \(acknowledgement.received),
        \(viewer.name))
      """)
    try journal(
      stored,
      stored.process.state.changes(to: process.state) + acknowledgement.changes(since: nil),
      by: act, as: viewer)
  }

  private func insert(
    _ position: ChangePosition, days: [ID<Milestone>: Programme.Day], on stored: StoredChange,
    of party: ID<Organisation>, as viewer: Viewer
  ) throws {
    let id = UUID()
    try execute(
      """
      INSERT INTO plan_change_position (id, change_id, revision, organisation_id, programme_id,
        taken_at, taken_by, answer, words, instead, received)
      VALUES (\(id), \(stored.id.uuid), \(stored.process.revision), \(party.uuid),
        \(viewer.programme.uuid), scope_now(), \(viewer.name), \(position.answer.rawValue),
        \(position.words), \(position.instead), \(position.received))
      """)
    let moved = Set(stored.current?.milestones.map(\.effect.milestone) ?? [])
    let own = position.answer == .counter ? days.filter { moved.contains($0.key) } : [:]
    let rows = own.sorted { $0.key.description < $1.key.description }
    try execute(
      """
      INSERT INTO plan_change_counter (position_id, milestone_id, organisation_id, programme_id,
        to_day)
      SELECT \(id), d.id, \(party.uuid), \(viewer.programme.uuid), d.day::date
      FROM unnest(\(rows.map(\.key.uuid)), \(rows.map(\.value.description))) AS d (id, day)
      """)
  }
}

extension StoredChange {
  /// What a party last said of the present version; nil for nothing.
  public func position(of party: ID<Organisation>) -> StoredPosition? {
    parties.first { $0.id == party }?.position
  }
}

extension ChangeWrite {
  /// A party changed its mind too often.
  static let tooOften = Refusal.invalid([
    problem(
      "answer", "Position", expected: "at most \(ChangeLimit.positions) positions on one version",
      "Ask the proposer to amend the change.")
  ])
}
