import Foundation
import Postgres
import Programme

/// An activity on its way into its tables, beside what it was.
struct ActivityWrite: Sendable {
  let id: ID<Activity>
  let version: Int
  let earlier: StoredActivity?
  let activity: Activity
  let parts: ActivityParts

  /// The parties whose part is new or another, and those that have none any more.
  var changed: Set<ID<Organisation>> { parts.changed(since: earlier?.parts ?? [:]) }

  /// Everything in which it differs from what it was, parties by name.
  func changes(named names: [ID<Organisation>: String]) -> [FieldChange] {
    activity.changes(since: earlier?.activity)
      + parts.differences(since: earlier?.parts ?? [:], named: names)
  }
}

extension Connection {
  /// Writes the parts that changed, unconfirmed, with the journal and what is asked of the parties.
  func save(_ write: ActivityWrite, by act: Act, as viewer: Viewer) throws {
    let names = Dictionary(
      try parties(as: viewer).map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
    guard write.parts.all.keys.allSatisfy({ names[$0] != nil }) else {
      throw Refusal.invalid([
        Problem(
          .error, at: .field(ActivityParts.accountableName), subject: "Parties", found: "",
          expected: "parties that take part today", mend: "Open the form again.")
      ])
    }
    let changed = Array(write.changed)
    try execute(
      """
      DELETE FROM responsibility
      WHERE activity_id = \(write.id.uuid) AND organisation_id = ANY (\(changed.map(\.uuid)))
      """)
    let asked = changed.filter { write.parts.all[$0] != nil }
    try execute(
      """
      INSERT INTO responsibility (programme_id, organisation_id, activity_id, part)
      SELECT \(viewer.programme.uuid), r.organisation_id, \(write.id.uuid), r.part
      FROM unnest(\(asked.map(\.uuid)), \(asked.map { write.parts.all[$0]?.rawValue ?? "" }))
        AS r (organisation_id, part)
      """)
    try record(
      "activity", write.id.uuid, write.activity.title, version: write.version,
      changes: write.changes(named: names), of: viewer.organisation,
      named: viewer.organisationName, by: act, as: viewer)
    try ask(asked, about: write, by: act, as: viewer)
  }

  /// One act asks once, however many activities it changes.
  private func ask(
    _ parties: [ID<Organisation>], about write: ActivityWrite, by act: Act, as viewer: Viewer
  ) throws {
    guard !parties.isEmpty else { return }
    let notice = NoticeDraft(
      .responsibilityAsked, key: act.id.uuidString.lowercased(),
      title: "Confirm your party's responsibilities",
      words: "New or changed: “\(write.activity.title)”. A part counts when it is confirmed.",
      path: "/responsibilities")
    try notify(notice, to: NoticeReach(parties: parties), as: viewer)
  }
}
