import Foundation
import Postgres
import Programme

extension Store {
  /// Puts in line what is to be told by e-mail at once: the new notices of one person and one kind
  /// are one letter. Every instance calls this; no notice comes into two letters.
  public func gatherMail() async throws {
    try await mailing { db in try db.gatherMail() }
  }

  /// Puts this week's digest in line for everybody who wants one and has none yet.
  public func gatherDigests() async throws {
    try await mailing { db in try db.gatherDigests() }
  }

  /// A transaction in the scope of the job that sends.
  @discardableResult
  func mailing<T: Sendable>(
    _ body: @Sendable (isolated Database) throws -> T
  ) async throws -> T {
    let scope = Scope(role: "mailer", now: clock())
    return try await pool.transaction(.readWrite, preamble: [scope.settings], body)
  }
}

extension Connection {
  fileprivate func gatherMail() throws {
    try execute(
      """
      WITH \(MailTopic.usualTable), told AS MATERIALIZED (
        SELECT n.id, n.programme_id, n.organisation_id, n.person_id, n.kind
        FROM notice n JOIN person p ON p.id = n.person_id JOIN usual u ON u.topic = n.kind
        WHERE n.mail_id IS NULL AND n.read_at IS NULL
          AND n.made_at > (SELECT scope_now()) - make_interval(secs => \(MailLimit.freshSeconds))
          AND \(SQL.canBeMailed("p"))
          AND \(SQL.delivery(of: "n.kind", to: "n.person_id", usually: "u.delivery")) = 'at once'
        ORDER BY n.made_at, n.id
        LIMIT \(MailLimit.gathered)
        FOR UPDATE OF n SKIP LOCKED
      ), letter AS MATERIALIZED (
        SELECT gen_random_uuid() AS id, t.programme_id, t.organisation_id, t.person_id, t.kind
        FROM told t GROUP BY t.programme_id, t.organisation_id, t.person_id, t.kind
      ), queued AS (
        INSERT INTO mail (id, programme_id, organisation_id, person_id, topic, state, next_at,
          made_at)
        SELECT l.id, l.programme_id, l.organisation_id, l.person_id, l.kind, 'waiting',
          scope_now(), scope_now()
        FROM letter l
      )
      UPDATE notice n SET mail_id = l.id
      FROM told t JOIN letter l ON l.person_id = t.person_id AND l.kind = t.kind
      WHERE n.id = t.id
      """)
  }

  fileprivate func gatherDigests() throws {
    let topic = MailTopic.digest
    try execute(
      """
      INSERT INTO mail (programme_id, organisation_id, person_id, topic, week, state, next_at,
        made_at)
      SELECT p.programme_id, p.organisation_id, p.id, \(topic.word), w.monday, 'waiting',
        scope_now(), scope_now()
      FROM person p, (SELECT date_trunc('week', \(SQL.localNow))::date AS monday) w
      WHERE \(SQL.localNow) >= w.monday + make_interval(hours => \(MailLimit.digestHour)::int)
        AND p.role <> 'admin' AND \(SQL.canBeMailed("p"))
        AND \(SQL.delivery(of: "\(topic.word)", to: "p.id", usually: "\(topic.usual.rawValue)"))
          = 'weekly'
        AND NOT EXISTS (SELECT FROM mail m WHERE m.person_id = p.id AND m.week = w.monday)
      ON CONFLICT (person_id, week) DO NOTHING
      """)
  }
}

extension MailTopic {
  /// The table of what is usual, as a common table expression.
  static var usualTable: SQL {
    """
    usual AS (
      SELECT * FROM unnest(\(allCases.map(\.word)), \(allCases.map(\.usual.rawValue)))
        AS u (topic, delivery))
    """
  }
}

extension SQL {
  /// The time on the programme's clocks.
  static let localNow: SQL = "((SELECT scope_now()) AT TIME ZONE 'Europe/London')"

  /// Whether a person, on the table of that alias, has an account to read on.
  static func canBeMailed(_ person: SQL) -> SQL {
    """
    \(person).retired_at IS NULL
      AND EXISTS (SELECT FROM account a WHERE a.person_id = \(person).id)
    """
  }

  /// How a person wants to be told of a topic.
  static func delivery(of topic: SQL, to person: SQL, usually usual: SQL) -> SQL {
    """
    coalesce((SELECT f.delivery FROM notice_preference f
      WHERE f.person_id = \(person) AND f.topic = \(topic)), \(usual))
    """
  }
}
