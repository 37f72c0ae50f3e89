import Foundation
import Postgres
import Programme

extension Connection {
  /// How the viewer wants to be told of each kind: as chosen, else as is usual.
  public func deliveries(as viewer: Viewer) throws -> [MailTopic: NoticeDelivery] {
    let chosen = try query(
      """
      SELECT f.topic, f.delivery FROM notice_preference f WHERE \(viewer.owns("f"))
      ORDER BY f.topic
      """
    ) { row in
      (MailTopic(word: try row.next(String.self)), try row.choice(NoticeDelivery.self))
    }
    var deliveries = Dictionary(
      MailTopic.allCases.map { ($0, $0.usual) }, uniquingKeysWith: { $1 })
    for (topic, delivery) in chosen { topic.map { deliveries[$0] = delivery } }
    return deliveries
  }

  /// Keeps how the viewer wants to be told. Throws ``Refusal/forbidden`` for one who is nobody in
  /// particular.
  public func choose(_ deliveries: [MailTopic: NoticeDelivery], as viewer: Viewer) throws {
    guard let person = viewer.person else { throw Refusal.forbidden }
    let chosen = deliveries.filter { $0.key.choices.contains($0.value) }
      .sorted { $0.key.word < $1.key.word }
    try choose(chosen.map { ($0.key, $0.value) }, of: person)
  }

  fileprivate func choose(
    _ chosen: [(topic: MailTopic, delivery: NoticeDelivery)], of person: ID<Person>
  ) throws {
    try execute(
      """
      INSERT INTO notice_preference (person_id, topic, programme_id, organisation_id, delivery,
        changed_at)
      SELECT p.id, c.topic, p.programme_id, p.organisation_id, c.delivery, scope_now()
      FROM person p
        CROSS JOIN unnest(\(chosen.map(\.topic.word)), \(chosen.map(\.delivery.rawValue)))
          AS c (topic, delivery)
      WHERE p.id = \(person.uuid) AND p.retired_at IS NULL
      ON CONFLICT (person_id, topic) DO UPDATE
        SET delivery = excluded.delivery, changed_at = excluded.changed_at
      """)
  }
}

extension Store {
  /// Ends the letters of a kind for somebody who is not signed in: whoever calls this has seen proof
  /// that the wish came by a letter to that person. Nothing is said about whether the person is there.
  public func unsubscribe(_ person: ID<Person>, from topic: MailTopic) async throws {
    let scope = Scope(person: person, now: clock())
    try await pool.transaction(.readWrite, preamble: [scope.settings]) { db in
      try db.choose([(topic, .never)], of: person)
    }
  }
}
