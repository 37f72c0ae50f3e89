import Foundation
import Postgres
import Programme

/// What somebody typed into a form and has not sent.
public struct Draft: Sendable, Hashable {
  /// What was typed, by the names of the form.
  public let fields: [String: String]
  /// When it was last saved.
  public let savedAt: Date
}

/// The limits of drafts.
public enum DraftLimit {
  /// The most bytes of one draft, as JSON.
  public static let bytes = 128 * 1024
  /// The most drafts of one person; the oldest makes room.
  public static let kept = 20
  /// The most characters of a form's name.
  public static let nameCharacters = 60
}

extension Connection {
  /// The viewer's own draft of a form; nil when there is none.
  public func draft(of form: String, as viewer: Viewer) throws -> Draft? {
    guard let person = viewer.person else { return nil }
    return try first(
      """
      SELECT fields::text, saved_at FROM draft
      WHERE person_id = \(person.uuid) AND form = \(form)
        AND programme_id = \(viewer.programme.uuid)
      """
    ) { row in
      let fields = try JSONDecoder().decode(
        [String: String].self, from: Data(try row.next(String.self).utf8))
      return Draft(fields: fields, savedAt: try row.next(Instant.self).date)
    }
  }

  /// Keeps what the viewer typed into a form in the place of what was kept of it before. Throws
  /// ``Refusal/forbidden`` for somebody who records nothing, and ``Refusal/invalid(_:)`` for more than
  /// a draft may hold.
  public func saveDraft(
    _ fields: [String: String], of form: String, as viewer: Viewer
  ) throws {
    guard let person = viewer.person, viewer.mayChange(recordsOf: viewer.organisation) else {
      throw Refusal.forbidden
    }
    let text = String(decoding: try JSONEncoder().encode(fields), as: UTF8.self)
    guard text.utf8.count <= DraftLimit.bytes else { throw Refusal.invalid([Draft.tooLong]) }
    try execute(
      """
      INSERT INTO draft (person_id, form, programme_id, organisation_id, fields, saved_at)
      VALUES (\(person.uuid), \(form), \(viewer.programme.uuid), \(viewer.organisation.uuid),
        \(JSONText(text: text)), scope_now())
      ON CONFLICT (person_id, form) DO UPDATE
        SET fields = excluded.fields, saved_at = excluded.saved_at
      """)
    try execute(
      """
      DELETE FROM draft WHERE person_id = \(person.uuid) AND form NOT IN (
        SELECT form FROM draft WHERE person_id = \(person.uuid)
        ORDER BY saved_at DESC, form LIMIT \(DraftLimit.kept))
      """)
  }

  /// Forgets the viewer's draft of a form, if there is one.
  public func discardDraft(of form: String, as viewer: Viewer) throws {
    guard let person = viewer.person else { return }
    try execute("DELETE FROM draft WHERE person_id = \(person.uuid) AND form = \(form)")
  }
}

extension Draft {
  fileprivate static let tooLong = Problem(
    .error, at: .file, subject: "Draft", found: "",
    expected: "at most \(DraftLimit.bytes / 1024) kilobytes", mend: "Send the form.")
}
