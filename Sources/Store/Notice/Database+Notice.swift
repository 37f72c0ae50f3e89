import Foundation
import Postgres
import Programme

extension Connection {
  /// Tells people of something, in the transaction that brings it about. Whoever causes it is not
  /// told, and nobody is told twice for one key.
  public func notify(_ notice: NoticeDraft, to reach: NoticeReach, as viewer: Viewer) throws {
    try execute(
      """
      INSERT INTO notice (programme_id, organisation_id, person_id, kind, key, title, words, path,
        due, made_at)
      SELECT p.programme_id, p.organisation_id, p.id, \(notice.kind.rawValue), \(notice.key),
        \(notice.title), \(notice.words), \(notice.path), \(notice.due?.description as String?)::text::date,
        scope_now()
      FROM person p
      WHERE p.programme_id = \(viewer.programme.uuid) AND p.retired_at IS NULL
        AND p.id IS DISTINCT FROM \(viewer.person?.uuid as UUID?)
        AND (p.id = ANY (\(reach.people.map(\.uuid)))
          OR (p.organisation_id = ANY (\(reach.parties.map(\.uuid)))
            AND p.role IN ('coordinator', 'council', 'partner'))
          OR (p.role = 'coordinator' AND \(reach.isForCoordinators)))
      ON CONFLICT DO NOTHING
      """)
  }
}
