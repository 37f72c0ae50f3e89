import Crypto
import Foundation
import Postgres
import Programme

/// An entry on its way into the journal.
struct JournalDraft: Sendable {
  var kind: String
  var record: UUID
  var label: String
  /// The version that the change made.
  var version: Int
  /// The narrower visibility of the record before and after.
  var visibility: Visibility
  var changes: [FieldChange]
  /// Who told it in confidence: then only that person and the co-ordinators see the entry.
  var confidedTo: ID<Person>?
}

extension Visibility {
  /// The one that fewer see.
  static func narrower(_ one: Visibility, _ other: Visibility) -> Visibility {
    let order: [Visibility] = [.draft, .shared, .published]
    return order.first { $0 == one || $0 == other } ?? .draft
  }
}

/// The salted hash that stands in an entry for its changes.
enum ChangesHash {
  static let saltBytes = 16

  /// SHA-256 over the salt and every change, each text with its length before it.
  static func of(_ changes: [FieldChange], salt: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.update(data: salt)
    for change in changes {
      for text in [change.field, change.label, change.before, change.after] {
        hash.update(lengthPrefixed: Array(text.utf8))
      }
    }
    return Array(hash.finalize())
  }
}

extension SHA256 {
  /// Adds bytes with their number before them, so that no two sequences of texts hash alike.
  mutating func update(lengthPrefixed bytes: [UInt8]) {
    withUnsafeBytes(of: UInt64(bytes.count).bigEndian) { update(bufferPointer: $0) }
    update(data: bytes)
  }
}

extension Connection {
  /// Writes one entry a changed record, with its changes apart, in the transaction of the change.
  func record(
    _ drafts: [JournalDraft], of organisation: ID<Organisation>, named name: String, by act: Act,
    as viewer: Viewer
  ) throws {
    guard !drafts.isEmpty else { return }
    var rows = ColumnRows()
    for draft in drafts { rows.append(draft.columns) }
    let numbers = try query(
      """
      INSERT INTO journal_entry (programme_id, organisation_id, organisation_name, at, actor_id,
        actor_name, act_id, act_name, reason, request_id, visibility, confided_to, kind, record_id,
        label, version, salt, changes_hash)
      SELECT \(viewer.programme.uuid), \(organisation.uuid), \(name), scope_now(),
        \(viewer.person?.uuid as UUID?), \(viewer.name), \(act.id), \(act.name), \(act.reason),
        \(act.requestID), e.visibility, e.confided_to, e.kind, e.record_id, e.label, e.version,
        e.salt, e.changes_hash
      FROM json_populate_recordset(NULL::journal_entry, \(rows.json)::json)
        WITH ORDINALITY AS e
      ORDER BY e.ordinality
      RETURNING number, record_id
      """
    ) { row in (try row.next(Int.self), try row.next(UUID.self)) }
    let numberOfRecord = Dictionary(numbers.map { ($1, $0) }, uniquingKeysWith: { $1 })
    try record(
      changes: drafts.flatMap { draft in
        draft.changes.enumerated().map { position, change in
          DraftedChange(
            entry: numberOfRecord[draft.record] ?? 0, position: position,
            visibility: draft.visibility, confidedTo: draft.confidedTo, change: change)
        }
      }, of: organisation, as: viewer)
  }

  private func record(
    changes: [DraftedChange], of organisation: ID<Organisation>, as viewer: Viewer
  ) throws {
    guard !changes.isEmpty else { return }
    try execute(
      """
      INSERT INTO journal_change (programme_id, organisation_id, entry_number, position,
        visibility, confided_to, field, label, before, after)
      SELECT \(viewer.programme.uuid), \(organisation.uuid), c.*
      FROM unnest(\(changes.map(\.entry)), \(changes.map(\.position)),
        \(changes.map(\.visibility.rawValue)), \(changes.map { $0.confidedTo?.uuid }),
        \(changes.map(\.change.field)),
        \(changes.map(\.change.label)), \(changes.map(\.change.before)),
        \(changes.map(\.change.after))) AS c
      """)
  }
}

/// One field's change on its way into the journal.
private struct DraftedChange {
  let entry: Int
  let position: Int
  let visibility: Visibility
  let confidedTo: ID<Person>?
  let change: FieldChange
}

extension JournalDraft {
  fileprivate var columns: [(name: String, value: ColumnValue)] {
    let salt = RandomBytes.system(ChangesHash.saltBytes)
    return [
      ("kind", .text(kind)), ("record_id", .text(record.uuidString)), ("label", .text(label)),
      ("version", .whole(version)), ("visibility", .text(visibility.rawValue)),
      ("confided_to", .optional(confidedTo?.description)),
      ("salt", .text("\\x" + Hexadecimal.text(salt))),
      ("changes_hash", .text("\\x" + Hexadecimal.text(ChangesHash.of(changes, salt: salt)))),
    ]
  }
}
