import Calculator
import Crypto
import Foundation
import Postgres
import Programme

/// The limits of imports, by name, in one place.
public enum ImportLimit {
  /// The largest file, in bytes.
  public static let fileBytes = 64 * 1024 * 1024
  /// The size of the pieces that a file is kept in, in bytes.
  static let chunkBytes = 1024 * 1024
  /// The most runs that a list shows.
  public static let runsListed = 1_000
  /// The most matches of headings that one council keeps in use.
  static let matchesListed = 1_000
}

extension Connection {
  /// Keeps a file and the state that its dry run compared with; changes nothing of the register.
  /// Throws ``Refusal/forbidden`` for another council's, ``Refusal/invalid(_:)`` for a file that is
  /// too large.
  public func stageImport(
    fileName: String, bytes: [UInt8], problems: [Problem], into organisation: ID<Organisation>,
    by act: Act, as viewer: Viewer
  ) throws -> ID<ImportRun> {
    guard viewer.mayChange(recordsOf: organisation) else { throw Refusal.forbidden }
    guard bytes.count <= ImportLimit.fileBytes else {
      throw Refusal.invalid([
        Problem(
          .error, at: .file, subject: "File", found: "\(Shown.whole(bytes.count)) bytes",
          expected: "at most \(Shown.whole(ImportLimit.fileBytes)) bytes",
          mend: "Split the register.")
      ])
    }
    let id = ID<ImportRun>.random()
    let count = ProblemCount(problems)
    let name = String(fileName.unicodeScalars.filter { !TrimmedText.isControl($0) }.prefix(200))
    try execute(
      """
      INSERT INTO import_run (id, programme_id, organisation_id, file_name, size_bytes,
        fingerprint, error_count, warning_count, note_count, base_versions, staged_by, staged_at)
      VALUES (\(id.uuid), \(viewer.programme.uuid), \(organisation.uuid), \(name),
        \(bytes.count), \(Bytes(Array(SHA256.hash(data: bytes)))), \(count.errors),
        \(count.warnings), \(count.notes),
        \(try baseVersions(of: organisation, as: viewer))::jsonb, \(viewer.name), scope_now())
      """)
    for (position, start) in stride(from: 0, to: bytes.count, by: ImportLimit.chunkBytes)
      .enumerated()
    {
      let chunk = Array(bytes[start..<min(start + ImportLimit.chunkBytes, bytes.count)])
      try execute(
        """
        INSERT INTO imported_file (programme_id, organisation_id, import_id, position, chunk)
        VALUES (\(viewer.programme.uuid), \(organisation.uuid), \(id.uuid), \(position),
          \(Bytes(chunk)))
        """)
    }
    return id
  }

  /// One import within sight; nil when there is none.
  public func importRun(_ id: ID<ImportRun>, as viewer: Viewer) throws -> ImportRun? {
    try importRuns(where: "i.id = \(id.uuid)", limit: 1, as: viewer).first
  }

  /// The imports within sight, newest first.
  public func importRuns(as viewer: Viewer) throws -> [ImportRun] {
    try importRuns(where: "true", limit: ImportLimit.runsListed, as: viewer)
  }

  func importRuns(where condition: SQL, limit: Int, as viewer: Viewer) throws -> [ImportRun] {
    try query(
      """
      SELECT i.id, i.organisation_id, o.name, i.file_name, i.size_bytes,
        encode(i.fingerprint, 'hex'), i.error_count, i.warning_count, i.note_count, i.staged_by,
        i.staged_at, i.confirmed_at, i.undone_at, i.discarded_at, i.heading_matches,
        i.added_count, i.changed_count, i.unchanged_count, i.missing_count
      FROM import_run i JOIN organisation o ON o.id = i.organisation_id
      WHERE \(condition) AND \(viewer.seesDrafts("i"))
      ORDER BY i.staged_at DESC, i.id
      LIMIT \(limit)
      """
    ) { row in try ImportRun(&row) }
  }

  /// The bytes of an imported file within sight; nil when there is none.
  public func importedFile(_ id: ID<ImportRun>, as viewer: Viewer) throws -> [UInt8]? {
    guard try importRun(id, as: viewer) != nil else { return nil }
    let chunks = try query(
      """
      SELECT f.chunk FROM imported_file f
      WHERE f.import_id = \(id.uuid) AND \(viewer.seesDrafts("f"))
      ORDER BY f.position
      """
    ) { row in try row.next(Bytes.self).bytes }
    return chunks.reduce(into: []) { $0 += $1 }
  }

  /// The version of every row of a register, by kind and identity, as JSON.
  func baseVersions(
    of organisation: ID<Organisation>, as viewer: Viewer
  ) throws -> JSONText {
    let text = try first(
      """
      SELECT coalesce(jsonb_object_agg(r.id, r.version), '{}') FROM (
        SELECT id, version FROM register
        WHERE organisation_id = \(organisation.uuid) AND programme_id = \(viewer.programme.uuid)
        UNION ALL SELECT id, version FROM benefit
        WHERE organisation_id = \(organisation.uuid) AND programme_id = \(viewer.programme.uuid)
        UNION ALL SELECT id, version FROM cost
        WHERE organisation_id = \(organisation.uuid) AND programme_id = \(viewer.programme.uuid)
        UNION ALL SELECT id, version FROM measure
        WHERE organisation_id = \(organisation.uuid) AND programme_id = \(viewer.programme.uuid)
        UNION ALL SELECT id, version FROM period_value
        WHERE organisation_id = \(organisation.uuid) AND programme_id = \(viewer.programme.uuid)
      ) r
      """
    ) { row in try row.next(JSONText.self) }
    return text ?? JSONText(text: "{}")
  }
}

extension ImportRun.State {
  fileprivate init(confirmedAt: Date?, undoneAt: Date?, discardedAt: Date?) {
    if undoneAt != nil {
      self = .undone
    } else if confirmedAt != nil {
      self = .confirmed
    } else {
      self = discardedAt != nil ? .discarded : .staged
    }
  }
}

extension ImportRun {
  fileprivate init(_ row: inout RowReader) throws {
    id = ID(try row.next())
    organisation = ID(try row.next())
    councilName = try row.next()
    fileName = try row.next()
    sizeBytes = try row.next()
    fingerprint = try row.next()
    problems = ProblemCount(
      errors: try row.next(), warnings: try row.next(), notes: try row.next())
    stagedBy = try row.next()
    stagedAt = try row.next(Instant.self).date
    confirmedAt = try row.next(Instant?.self)?.date
    undoneAt = try row.next(Instant?.self)?.date
    discardedAt = try row.next(Instant?.self)?.date
    matches = try HeadingMatches(json: try row.next(JSONText.self).text)
    state = State(confirmedAt: confirmedAt, undoneAt: undoneAt, discardedAt: discardedAt)
    let counts = try (0..<4).map { _ in try row.next(Int?.self) ?? 0 }
    outcome =
      confirmedAt == nil
      ? nil
      : ImportOutcome(
        added: counts[0], changed: counts[1], unchanged: counts[2], missing: counts[3])
  }
}
