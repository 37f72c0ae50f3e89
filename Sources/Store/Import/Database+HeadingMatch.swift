import Calculator
import Foundation
import Postgres
import Programme

extension Connection {
  /// What a council said that its headings mean, by sheet and heading, as far as it is in sight.
  public func headingMatches(
    of organisation: ID<Organisation>, as viewer: Viewer
  ) throws -> [SavedHeadingMatch] {
    try headingMatches(where: "m.organisation_id = \(organisation.uuid)", as: viewer)
  }

  private func headingMatches(
    where condition: SQL, as viewer: Viewer
  ) throws -> [SavedHeadingMatch] {
    try query(
      """
      SELECT m.id, m.sheet, m.heading, m.fate, m.field, m.version, m.changed_by, m.changed_at
      FROM heading_match m
      WHERE \(condition) AND m.removed_at IS NULL AND \(viewer.seesDrafts("m"))
      ORDER BY m.sheet, m.folded, m.id
      LIMIT \(ImportLimit.matchesListed)
      """
    ) { row in try SavedHeadingMatch(&row) }
  }

  /// Keeps what a council's headings mean for the next file; a heading has one meaning, the last.
  /// What is said again is no change. Throws ``Refusal/forbidden`` for another council's.
  public func saveHeadingMatches(
    _ matches: [HeadingMatch], of organisation: ID<Organisation>, by act: Act, as viewer: Viewer
  ) throws {
    guard viewer.mayChange(recordsOf: organisation) else { throw Refusal.forbidden }
    let earlier = HeadingMatches(
      try headingMatches(of: organisation, as: viewer).map(\.match))
    try HeadingMatch.refuse(matches, after: earlier)
    let drafts = try matches.compactMap { match -> JournalDraft? in
      let before = earlier.meaning(of: match.heading, in: match.sheet)
      guard before != match.meaning else { return nil }
      let (id, version) = try save(match, of: organisation, as: viewer)
      let was = before.map {
        HeadingMatch(sheet: match.sheet, heading: match.heading, meaning: $0)
      }
      return match.journal(id, version: version, before: was?.words ?? "", after: match.words)
    }
    try record(drafts, of: organisation, named: viewer.organisationName, by: act, as: viewer)
  }

  private func save(
    _ match: HeadingMatch, of organisation: ID<Organisation>, as viewer: Viewer
  ) throws -> (ID<HeadingMatch>, version: Int) {
    let saved = try first(
      """
      INSERT INTO heading_match AS m (id, programme_id, organisation_id, version, sheet, heading,
        folded, fate, field, changed_by, changed_at)
      VALUES (\(UUID()), \(viewer.programme.uuid), \(organisation.uuid), 1, \(match.sheet),
        \(match.heading), \(FoldedText.of(match.heading)), \(match.meaning.fate),
        \(match.meaning.field as String?), \(viewer.name), scope_now())
      ON CONFLICT (programme_id, organisation_id, sheet, folded) WHERE removed_at IS NULL
      DO UPDATE SET version = m.version + 1, heading = excluded.heading, fate = excluded.fate,
        field = excluded.field, changed_by = excluded.changed_by, changed_at = excluded.changed_at
      RETURNING id, version
      """
    ) { row in (ID<HeadingMatch>(try row.next()), try row.next(Int.self)) }
    guard let saved else { throw StoreError.inconsistent("a match was not kept") }
    return (saved.0, version: saved.1)
  }

  /// Forgets what a heading means, for the files to come. Throws ``Refusal/notFound``,
  /// ``Refusal/forbidden`` for another council's.
  public func removeHeadingMatch(
    _ id: ID<HeadingMatch>, by act: Act, as viewer: Viewer
  ) throws {
    guard let saved = try headingMatches(where: "m.id = \(id.uuid)", as: viewer).first else {
      throw Refusal.notFound
    }
    let removed = try execute(
      """
      UPDATE heading_match SET removed_at = scope_now(), version = version + 1
      WHERE id = \(id.uuid) AND programme_id = \(viewer.programme.uuid)
        AND organisation_id = \(viewer.organisation.uuid) AND removed_at IS NULL
      """)
    guard removed == 1, viewer.mayChange(recordsOf: viewer.organisation) else {
      throw Refusal.forbidden
    }
    let draft = saved.match.journal(
      id, version: saved.version + 1, before: saved.match.words, after: "")
    try record(
      [draft], of: viewer.organisation, named: viewer.organisationName, by: act, as: viewer)
  }
}

extension HeadingMatch {
  /// Refuses headings that are too long, and more of them than a council keeps.
  fileprivate static func refuse(_ matches: [HeadingMatch], after earlier: HeadingMatches) throws {
    let long = matches.first { !canBeAbout($0.heading) }
    if let long {
      throw Refusal.invalid([
        Problem(
          .error, at: .file, subject: "Heading", found: long.heading,
          expected: "at most \(RecordLimit.titleCharacters) characters", mend: "Shorten it.")
      ])
    }
    let together = HeadingMatches(earlier.all + matches).all.count
    guard together <= ImportLimit.matchesListed else {
      throw Refusal.invalid([
        Problem(
          .error, at: .file, subject: "Matched columns", found: "\(together) headings",
          expected: "at most \(Shown.whole(ImportLimit.matchesListed)) headings",
          mend: "Remove those that no file has any more.")
      ])
    }
  }

  fileprivate func journal(
    _ id: ID<HeadingMatch>, version: Int, before: String, after: String
  ) -> JournalDraft {
    JournalDraft(
      kind: "heading", record: id.uuid, label: "\(sheet): \(heading)", version: version,
      visibility: .draft,
      changes: [FieldChange(field: "meaning", label: "Read as", before: before, after: after)])
  }
}
