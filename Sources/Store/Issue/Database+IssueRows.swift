import Foundation
import Postgres
import Programme

extension Connection {
  /// Writes new rows, and returns the number that each got.
  func insert(_ writes: [IssueWrite], as viewer: Viewer) throws -> [ID<Issue>: Int] {
    var rows = ColumnRows()
    for write in writes { rows.append(write.columns(viewer)) }
    let numbers = try query(
      """
      INSERT INTO issue (id, programme_id, organisation_id, raised_by, raised_by_name, raised_at,
        confided_to, version, changed_at, state_at, state, title, description, kind, owner_id,
        owner_person_id, severity, priority, cause, next_action, due, waiting_for, question,
        decide_by, answer, resolution, learnt, prevention, is_national)
      SELECT i.id, \(viewer.programme.uuid), i.organisation_id, i.raised_by, i.raised_by_name,
        scope_now(), i.confided_to, i.version, scope_now(), scope_now(), i.state, i.title,
        i.description, i.kind, i.owner_id, i.owner_person_id, i.severity, i.priority, i.cause,
        i.next_action, i.due, i.waiting_for, i.question, i.decide_by, i.answer, i.resolution,
        i.learnt, i.prevention, i.is_national
      FROM json_populate_recordset(NULL::issue, \(rows.json)::json) WITH ORDINALITY AS i
      ORDER BY i.ordinality
      RETURNING id, number
      """
    ) { row in (ID<Issue>(try row.next()), try row.next(Int.self)) }
    return Dictionary(numbers, uniquingKeysWith: { $1 })
  }

  /// Writes changed rows; the caller holds their locks.
  func update(_ writes: [IssueWrite], as viewer: Viewer) throws {
    var rows = ColumnRows()
    for write in writes { rows.append(write.columns(viewer)) }
    try execute(
      """
      UPDATE issue i SET confided_to = n.confided_to, version = n.version,
        changed_at = scope_now(),
        state_at = CASE WHEN i.state = n.state THEN i.state_at ELSE scope_now() END,
        state = n.state, title = n.title, description = n.description, kind = n.kind,
        owner_id = n.owner_id, owner_person_id = n.owner_person_id, severity = n.severity,
        priority = n.priority, cause = n.cause, next_action = n.next_action, due = n.due,
        waiting_for = n.waiting_for, question = n.question, decide_by = n.decide_by,
        answer = n.answer, resolution = n.resolution, learnt = n.learnt, prevention = n.prevention,
        is_national = n.is_national
      FROM json_populate_recordset(NULL::issue, \(rows.json)::json) AS n
      WHERE i.id = n.id AND i.programme_id = \(viewer.programme.uuid)
        AND i.version = n.version - 1
      """)
  }

  /// Writes the councils of issues whose councils differ, the words of new ones, and opens what
  /// hangs on a concern when the concern is opened.
  func writeParts(of writes: [IssueWrite], as viewer: Viewer) throws {
    let placed = writes.filter {
      $0.isOpening || $0.earlier?.issue.councils ?? [] != $0.issue.councils
    }
    let pairs = placed.flatMap { write in
      write.named.councils.map { (write.id.uuid, $0, write.confidedTo?.uuid) }
    }
    if !placed.isEmpty {
      try execute(
        "DELETE FROM issue_council WHERE issue_id = ANY (\(placed.map(\.id.uuid)))")
      try execute(
        """
        INSERT INTO issue_council (programme_id, issue_id, council_id, confided_to)
        SELECT \(viewer.programme.uuid), c.*
        FROM unnest(\(pairs.map(\.0)), \(pairs.map(\.1)), \(pairs.map(\.2))) AS c
        """)
    }
    for table in ["issue_watcher", "issue_link"] where writes.contains(where: \.isOpening) {
      try execute(
        """
        UPDATE \(SQL.identifier(table)) SET confided_to = NULL
        WHERE issue_id = ANY (\(writes.filter(\.isOpening).map(\.id.uuid)))
        """)
    }
    try writeWords(of: writes.filter { $0.earlier == nil }.map(\.id.uuid))
  }

  /// Writes the words by which issues are found, as they now stand.
  func writeWords(of issues: [UUID]) throws {
    guard !issues.isEmpty else { return }
    try execute("DELETE FROM issue_word WHERE issue_id = ANY (\(issues))")
    try execute(
      """
      INSERT INTO issue_word (programme_id, word, issue_id, is_live, confided_to)
      SELECT i.programme_id, w.word, i.id, i.is_live, i.confided_to
      FROM issue i CROSS JOIN LATERAL words_of(concat_ws(' ', i.number, i.title, i.description,
        i.next_action, i.question, i.resolution, i.learnt, i.prevention)) AS w (word)
      WHERE i.id = ANY (\(issues))
      """)
  }
}
