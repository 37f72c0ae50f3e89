import Foundation
import Postgres
import Programme

extension Store {
  /// Fills the programme of ``generate(councils:benefits:years:isMonthly:seed:note:)`` with so many
  /// issues made from a seed, unless it has some: three in ten unfinished, spread over its parties
  /// and over 18 months. A few statements whatever the size. Returns how many were made.
  @discardableResult
  public func generateIssues(_ count: Int, seed: UInt64) async throws -> Int {
    let programme = try await addProgramme(
      NationalProgramme(name: Store.generatedProgramme, purpose: "Made from a seed"))
    guard let party = try await anyParty(of: programme) else {
      throw StoreError.inconsistent("nobody takes part in the synthetic programme")
    }
    let viewer = Viewer(
      person: nil, name: "Generator", role: .coordinator, organisation: party.id,
      organisationName: party.name, organisationCode: nil, programme: programme)
    let act = Act(name: "issue.generate", requestID: "generate")
    let made = try await write(as: viewer, act) { db in
      let isNew = try db.first("SELECT FROM issue i WHERE \(viewer.knows("i")) LIMIT 1") == nil
      return isNew ? try db.fillIssues(count, seed: seed, by: act, as: viewer) : 0
    }
    try await ownerPool.withConnection { db in
      try db.execute("ANALYZE issue, issue_council, issue_word")
    }
    return made
  }

  private func anyParty(
    of programme: ID<NationalProgramme>
  ) async throws -> (id: ID<Organisation>, name: String)? {
    try await ownerPool.readOnce(
      preamble: [operatorScope.settings],
      """
      SELECT o.id, o.name FROM membership m JOIN organisation o ON o.id = m.organisation_id
      WHERE m.programme_id = \(programme.uuid) ORDER BY lower(o.name), o.id LIMIT 1
      """, read: { row in (ID<Organisation>(try row.next()), try row.next(String.self)) }
    ).first
  }
}

extension Connection {
  fileprivate func fillIssues(
    _ count: Int, seed: UInt64, by act: Act, as viewer: Viewer
  ) throws -> Int {
    let seed = Int64(bitPattern: seed)
    let made = try execute(
      """
      WITH parties AS (
        SELECT array_agg(m.organisation_id ORDER BY m.organisation_id) AS ids FROM membership m
        WHERE m.programme_id = \(viewer.programme.uuid))
      INSERT INTO issue (id, programme_id, organisation_id, raised_by_name, raised_at, version,
        changed_at, state_at, state, title, description, kind, owner_id, severity, priority, cause,
        next_action, due, waiting_for, question, decide_by, answer, resolution, learnt, prevention,
        is_national)
      SELECT gen_random_uuid(), \(viewer.programme.uuid), p.ids[1 + c.a % cardinality(p.ids)],
        'Generator', c.at, 1, c.at + interval '2 days', c.at + interval '1 day', c.state,
        c.subject || ' ' || c.matter || ' ' || c.a, 'The ' || c.subject || ' of '
          || c.matter || ' is for it to be ' || c.b || ' and not ' || c.a || '.',
        (ARRAY['Issue', 'Risk', 'Dependency', 'Question', 'Request'])[1 + c.b % 5],
        CASE WHEN c.state <> 'Untriaged' THEN p.ids[1 + c.b % cardinality(p.ids)] END,
        (ARRAY['Critical', 'Major', 'Moderate', 'Minor'])[1 + c.a % 4],
        (ARRAY['Urgent', 'High', 'Normal', 'Low'])[1 + c.b % 4],
        (ARRAY['Resource', 'Decision', 'Communication', 'Technical', 'Supplier', 'Scope',
          'Dependency', 'Other'])[1 + c.a % 8],
        'Agree on ' || c.subject, \(SQL.today) + (c.b % 60)::int - 20,
        'An answer', 'Who pays?', \(SQL.today) + (c.a % 30)::int, '', 'Settled ' || c.b,
        'Learnt ' || c.a, 'Date ' || c.b,
        c.n % 8 = 0 OR NOT EXISTS (SELECT FROM organisation o
          WHERE o.id = p.ids[1 + c.a % cardinality(p.ids)] AND o.kind = 'council')
      FROM parties p, LATERAL (
        SELECT g.n, abs(hashtextextended(g.n::text, \(seed)) % 1000003) AS a,
          abs(hashtextextended(g.n::text, \(seed) + 1) % 1000033) AS b
        FROM generate_series(1, \(count)::bigint) AS g (n)) AS r, LATERAL (
        SELECT r.n, r.a, r.b, scope_now() - (\(count)::bigint - r.n) * (interval '540 days' / \(count)::float8) AS at,
          CASE WHEN r.a % 10 < 6 THEN 'Resolved' WHEN r.a % 10 = 6 THEN 'Withdrawn'
            ELSE (ARRAY['Untriaged', 'Open', 'Open', 'Open', 'Waiting', 'Escalated'])[1 + r.b % 6]
            END AS state,
          (ARRAY['migration', 'interface', 'upgrade', 'training', 'licence', 'telephony',
            'address data', 'test environment', 'go-live', 'report'])[1 + r.a / 10 % 10] AS subject,
          (ARRAY['waste', 'housing', 'planning', 'council tax', 'libraries', 'contact centre',
            'web forms', 'payments', 'complaints'])[1 + r.b % 9] AS matter) AS c
      ORDER BY r.n
      """)
    try execute(
      """
      INSERT INTO issue_council (programme_id, issue_id, council_id)
      SELECT i.programme_id, i.id, i.organisation_id
      FROM issue i WHERE \(viewer.knows("i")) AND NOT i.is_national
      """)
    try execute(
      """
      INSERT INTO issue_word (programme_id, word, issue_id, is_live)
      SELECT i.programme_id, w.word, i.id, i.is_live
      FROM issue i CROSS JOIN LATERAL words_of(concat_ws(' ', i.number, i.title, i.description,
        i.next_action, i.question, i.resolution, i.learnt, i.prevention)) AS w (word)
      WHERE \(viewer.knows("i"))
      """)
    let entry = JournalDraft(
      kind: "issue", record: viewer.programme.uuid, label: "\(made) made from a seed", version: 1,
      visibility: .published, changes: [])
    try record(
      [entry], of: viewer.organisation, named: viewer.organisationName, by: act, as: viewer)
    return made
  }
}
