import Crypto
import Foundation
import Postgres

/// An entry as the chain hashes it: every column that says something, in one order.
struct SealedEntry: Sendable {
  let number: Int
  let changesHash: [UInt8]
  let salt: [UInt8]
  private let texts: [String]

  /// The columns, of the table `e`, that ``init(_:)`` reads.
  static let columns: SQL = """
    e.number, e.changes_hash, e.salt, e.programme_id::text, e.organisation_id::text,
    e.organisation_name, e.visibility, (extract(epoch FROM e.at) * 1000000)::bigint::text,
    coalesce(e.actor_id::text, ''), e.actor_name, e.act_id::text, e.act_name, e.reason,
    e.request_id, e.kind, e.record_id::text, e.label, e.version::text
    """

  init(_ row: inout RowReader) throws {
    number = try row.next()
    changesHash = try row.next(Bytes.self).bytes
    salt = try row.next(Bytes.self).bytes
    texts = try (0..<15).map { _ in try row.next(String.self) }
  }

  /// The link of the entry: SHA-256 over the link before it and everything the entry says.
  func link(after previous: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.update(data: previous)
    hash.update(lengthPrefixed: Array(String(number).utf8))
    hash.update(lengthPrefixed: salt)
    hash.update(lengthPrefixed: changesHash)
    for text in texts { hash.update(lengthPrefixed: Array(text.utf8)) }
    return Array(hash.finalize())
  }
}
