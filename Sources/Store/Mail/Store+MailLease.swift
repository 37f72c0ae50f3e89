import Foundation
import Postgres
import Programme

/// Working the line of letters off: each is taken up by one worker at a time, and ended once.
extension Store {
  /// Takes up the next letter whose time has come; nil when none waits. One whose worker was lost is
  /// taken up again when its lease has ended.
  public func leaseMail(worker: UUID) async throws -> MailLease? {
    let end = Instant(clock().addingTimeInterval(MailLimit.leaseSeconds))
    return try await mailing { db in
      let taken = try db.first(
        """
        UPDATE mail SET state = 'sending', worker = \(worker), lease_ends_at = \(end),
          attempts = attempts + 1
        WHERE id = (
          SELECT id FROM mail
          WHERE (state = 'waiting' AND next_at <= (SELECT scope_now()))
            OR (state = 'sending' AND lease_ends_at < (SELECT scope_now()))
          ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING id
        """
      ) { row in try row.next(UUID.self) }
      guard let taken, let lease = try db.mailLease(taken, worker) else { return nil }
      if lease.topic == .digest, lease.attempts == 1 { try db.fillDigest(lease) }
      return lease
    }
  }

  /// The notices that a letter tells and that nobody has read meanwhile, newest first.
  public func notices(of lease: MailLease) async throws -> [StoredNotice] {
    try await mailing { db in
      try db.query(
        """
        SELECT \(StoredNotice.columns) FROM notice n
        WHERE n.mail_id = \(lease.id.uuid) AND n.read_at IS NULL
        ORDER BY n.made_at DESC, n.id
        LIMIT \(MailLimit.named)
        """
      ) { row in try StoredNotice(&row) }
    }
  }

  /// Ends a letter; nothing happens when it has gone to another worker.
  public func endMail(_ lease: MailLease, _ end: MailEnd) async throws {
    try await mailing { db in
      try db.execute(
        """
        UPDATE mail SET state = \(end.word), failure = \(end.failure as String?), ended_at = scope_now(),
          worker = NULL, lease_ends_at = NULL
        WHERE \(lease.isHeld)
        """)
    }
  }

  /// Puts a letter back in line that was not taken, later each time; one that was tried for too long
  /// is given up.
  public func postponeMail(_ lease: MailLease, because failure: String) async throws {
    let now = clock()
    guard now.timeIntervalSince(lease.madeAt) < MailLimit.freshSeconds else {
      return try await endMail(lease, .failed(failure))
    }
    let next = Instant(now.addingTimeInterval(MailLimit.wait(after: lease.attempts)))
    try await mailing { db in
      try db.execute(
        """
        UPDATE mail SET state = 'waiting', failure = \(failure), next_at = \(next), worker = NULL,
          lease_ends_at = NULL
        WHERE \(lease.isHeld)
        """)
    }
  }
}

extension Connection {
  fileprivate func mailLease(_ id: UUID, _ worker: UUID) throws -> MailLease? {
    try first(
      """
      WITH \(MailTopic.usualTable)
      SELECT m.id, m.topic, m.made_at, m.week, m.attempts, p.id, p.name, p.role, o.id, o.name,
        o.code, p.programme_id, p.email, g.name, \(SQL.canBeMailed("p"))
          AND \(SQL.delivery(of: "m.topic", to: "p.id", usually: "u.delivery")) <> 'never'
      FROM mail m JOIN person p ON p.id = m.person_id JOIN usual u ON u.topic = m.topic
        JOIN organisation o ON o.id = p.organisation_id JOIN programme g ON g.id = p.programme_id
      WHERE m.id = \(id)
      """
    ) { row in try MailLease(&row, worker) }
  }

  /// The digest takes what no letter has told: what is wanted weekly, and what came too late.
  fileprivate func fillDigest(_ lease: MailLease) throws {
    try execute(
      """
      WITH \(MailTopic.usualTable)
      UPDATE notice n SET mail_id = \(lease.id.uuid)
      FROM usual u
      WHERE u.topic = n.kind AND n.person_id = \(lease.viewer.person?.uuid as UUID?)
        AND n.mail_id IS NULL AND n.read_at IS NULL
        AND \(SQL.delivery(of: "n.kind", to: "n.person_id", usually: "u.delivery")) <> 'never'
      """)
  }
}

extension MailLease {
  fileprivate init(_ row: inout RowReader, _ worker: UUID) throws {
    id = ID(try row.next())
    let word = try row.next(String.self)
    guard let topic = MailTopic(word: word) else {
      throw StoreError.unreadable(word, MailTopic.self)
    }
    self.topic = topic
    madeAt = try row.next(Instant.self).date
    week = try row.optionalDay()
    attempts = try row.next()
    let person = ID<Person>(try row.next())
    let name = try row.next(String.self)
    let role = try row.choice(Role.self)
    viewer = Viewer(
      person: person, name: name, role: role, organisation: ID(try row.next()),
      organisationName: try row.next(), organisationCode: try row.councilCode(),
      programme: ID(try row.next()))
    email = try row.next()
    programmeName = try row.next()
    isWanted = try row.next()
    self.worker = worker
  }

  /// The letter while it is this worker's.
  fileprivate var isHeld: SQL {
    "id = \(id.uuid) AND state = 'sending' AND worker = \(worker)"
  }
}

extension MailEnd {
  fileprivate var word: String {
    switch self {
    case .sent: "sent"
    case .needless: "needless"
    case .failed: "failed"
    }
  }

  fileprivate var failure: String? {
    if case .failed(let words) = self { words } else { nil }
  }
}
