import Foundation
import Postgres
import Programme

extension Connection {
  /// Adds an activity with everybody's part, and asks each party to confirm its own. Throws
  /// ``Refusal/forbidden`` for all but the co-ordinator, ``Refusal/invalid(_:)`` when the title is
  /// taken, a party does not take part, or there are too many.
  @discardableResult
  public func addActivity(
    _ activity: Activity, parts: ActivityParts, by act: Act, as viewer: Viewer
  ) throws -> ID<Activity> {
    try lockProgramme(as: viewer)
    guard try activities(as: viewer).count < ProgrammeLimit.activities else {
      throw Refusal.full(ProgrammeLimit.activities, "Activities")
    }
    try refuseTitle(activity, nil, as: viewer)
    let id = ID<Activity>.random()
    try execute(
      """
      INSERT INTO activity (id, programme_id, organisation_id, version, changed_at, title,
        description)
      VALUES (\(id.uuid), \(viewer.programme.uuid), \(viewer.organisation.uuid), 1, scope_now(),
        \(activity.title), \(activity.description))
      """)
    let write = ActivityWrite(id: id, version: 1, earlier: nil, activity: activity, parts: parts)
    try save(write, by: act, as: viewer)
    return id
  }

  /// Changes an activity that is still at the version named; whoever's part changes is asked to
  /// confirm it anew. Returns the version it is at then. Throws as
  /// ``addActivity(_:parts:by:as:)`` does, ``Refusal/notFound``, and ``Refusal/conflict(current:)``
  /// when somebody was faster.
  @discardableResult
  public func changeActivity(
    _ id: ID<Activity>, expecting version: Int, to activity: Activity, parts: ActivityParts,
    by act: Act, as viewer: Viewer
  ) throws -> Int {
    let current = try lockActivity(id, expecting: version, as: viewer)
    try refuseTitle(activity, id, as: viewer)
    guard activity != current.activity || parts.all != current.parts else { return version }
    try execute(
      """
      UPDATE activity SET version = version + 1, changed_at = scope_now(),
        title = \(activity.title), description = \(activity.description)
      WHERE id = \(id.uuid) AND programme_id = \(viewer.programme.uuid)
      """)
    let write = ActivityWrite(
      id: id, version: version + 1, earlier: current, activity: activity, parts: parts)
    try save(write, by: act, as: viewer)
    return version + 1
  }

  /// Withdraws an activity, with the reason of the act. Throws as
  /// ``changeActivity(_:expecting:to:parts:by:as:)`` does.
  public func withdrawActivity(
    _ id: ID<Activity>, expecting version: Int, by act: Act, as viewer: Viewer
  ) throws {
    try Refusal.unlessReason(act)
    let current = try lockActivity(id, expecting: version, as: viewer)
    try execute(
      """
      UPDATE activity SET withdrawn_at = scope_now(), changed_at = scope_now(),
        version = version + 1
      WHERE id = \(id.uuid) AND programme_id = \(viewer.programme.uuid)
      """)
    try record(
      "activity", id.uuid, current.activity.title, version: version + 1, changes: [.withdrawn],
      of: viewer.organisation, named: viewer.organisationName, by: act, as: viewer)
  }

  /// Confirms the viewer's own party's part in an activity that is still at the version named.
  /// Nobody confirms for another party. Throws ``Refusal/notFound`` when the party has no part,
  /// ``Refusal/forbidden``, or ``Refusal/conflict(current:)`` when the activity was changed
  /// meanwhile.
  public func confirmResponsibility(
    _ id: ID<Activity>, expecting version: Int, by act: Act, as viewer: Viewer
  ) throws {
    guard viewer.may(.takePart) else { throw Refusal.forbidden }
    _ = try lockShare(of: viewer.organisation, as: viewer)
    guard let current = try activity(id, as: viewer), current.withdrawnAt == nil,
      let own = current.assignments[viewer.organisation]
    else { throw Refusal.notFound }
    guard current.version == version else { throw Refusal.conflict(current: current.version) }
    guard own.confirmedAt == nil else { return }
    let confirmed = try execute(
      """
      UPDATE responsibility SET confirmed_at = scope_now(), confirmed_by = \(viewer.name)
      WHERE activity_id = \(id.uuid) AND organisation_id = \(viewer.organisation.uuid)
        AND part = \(own.part.rawValue)
      """)
    let open = try activities(as: viewer).contains { stored in
      stored.assignments[viewer.organisation].map { $0.confirmedAt == nil } ?? false
    }
    if !open { try settleNotices(.responsibilityAsked, as: viewer) }
    guard confirmed == 1 else { throw Refusal.conflict(current: version + 1) }
    try record(
      "activity", id.uuid, current.activity.title, version: version,
      changes: [
        FieldChange(
          field: "confirmed", label: "\(own.part.rawValue), confirmed", before: "no", after: "yes")
      ], of: viewer.organisation, named: viewer.organisationName, by: act, as: viewer)
  }

  private func lockActivity(
    _ id: ID<Activity>, expecting version: Int, as viewer: Viewer
  ) throws -> StoredActivity {
    try lockProgramme(as: viewer)
    guard let current = try activity(id, as: viewer), current.withdrawnAt == nil else {
      throw Refusal.notFound
    }
    guard current.version == version else { throw Refusal.conflict(current: current.version) }
    return current
  }

  private func refuseTitle(
    _ activity: Activity, _ id: ID<Activity>?, as viewer: Viewer
  ) throws {
    let others = try activities(as: viewer).filter { $0.id != id }.map(\.activity.title)
    try Refusal.ifTaken(
      activity.title, among: others, at: Activity.Field.title.rawValue, "Activity")
  }
}
