import Foundation
import Postgres
import Programme

extension Connection {
  /// Publishes a new version of the charter upon the number named (0: the first), and asks every
  /// party to accept it. Returns its number. Throws ``Refusal/forbidden`` for all but the
  /// co-ordinator, ``Refusal/conflict(current:)`` when somebody was faster, or
  /// ``Refusal/invalid(_:)`` when nothing in the text differs.
  @discardableResult
  public func publishCharter(
    _ charter: Charter, after number: Int, by act: Act, as viewer: Viewer
  ) throws -> Int {
    try lockProgramme(as: viewer)
    let latest = try charters(as: viewer).first
    guard latest?.number ?? 0 == number else {
      throw Refusal.conflict(current: latest?.number ?? 0)
    }
    guard number < ProgrammeLimit.charters else {
      throw Refusal.full(ProgrammeLimit.charters, "Charter")
    }
    guard latest?.charter.text != charter.text else { throw CharterRefusal.same }
    let id = ID<Charter>.random()
    try execute(
      """
      INSERT INTO charter (id, programme_id, organisation_id, number, body, news, made_at, made_by)
      VALUES (\(id.uuid), \(viewer.programme.uuid), \(viewer.organisation.uuid), \(number + 1),
        \(charter.text), \(charter.news), scope_now(), \(viewer.name))
      """)
    try record(
      "charter", id.uuid, "version \(number + 1)", version: number + 1,
      changes: charter.changes(since: latest?.charter), of: viewer.organisation,
      named: viewer.organisationName, by: act, as: viewer)
    let notice = NoticeDraft(
      .charterAsked, key: id.description,
      title: "Accept version \(number + 1) of the charter",
      words: charter.news, path: "/charter")
    try notify(
      notice, to: NoticeReach(parties: try parties(as: viewer).map(\.id)), as: viewer)
    return number + 1
  }

  /// Accepts the version of that number for the viewer's own party. Throws ``Refusal/forbidden``,
  /// ``Refusal/notFound`` for a party that does not take part, or ``Refusal/conflict(current:)``
  /// when it is not the newest.
  public func acceptCharter(_ number: Int, by act: Act, as viewer: Viewer) throws {
    guard viewer.may(.takePart) else { throw Refusal.forbidden }
    let party = try lockShare(of: viewer.organisation, as: viewer)
    guard let latest = try charters(as: viewer).first else { throw Refusal.notFound }
    guard latest.number == number else { throw Refusal.conflict(current: latest.number) }
    guard latest.acceptances[party.id] == nil else { return }
    try execute(
      """
      INSERT INTO charter_acceptance (programme_id, organisation_id, charter_id, accepted_at,
        accepted_by)
      VALUES (\(viewer.programme.uuid), \(party.id.uuid), \(latest.id.uuid), scope_now(),
        \(viewer.name))
      """)
    try settleNotices(.charterAsked, as: viewer)
    try record(
      "charter", latest.id.uuid, "version \(number)", version: number,
      changes: [
        FieldChange(field: "accepted", label: "Accepted", before: "no", after: "yes")
      ], of: party.id, named: party.name, by: act, as: viewer)
  }
}

/// What stands against a version of the charter.
private enum CharterRefusal {
  static let same = Refusal.invalid([
    Problem(
      .error, at: .field(Charter.Field.text.rawValue), subject: "Text", found: "",
      expected: "a text that differs from the version before",
      mend: "Change the text: every party is asked to accept it.")
  ])
}
