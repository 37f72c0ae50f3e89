import Foundation
import Postgres

extension Store {
  /// Chains the entries that no transaction still running can come before, at most
  /// `entriesMaximum`, and keeps the signed head. One store of all seals at a time; the others do
  /// nothing. Returns how many entries were chained. Call it each second.
  @discardableResult
  public func sealOnce(entriesMaximum: Int = 5_000) async throws -> Int {
    let scope = Scope(role: "sealer", now: clock())
    let sealed = try await pool.transaction(preamble: [scope.settings]) { db in
      try db.seal(atMost: entriesMaximum)
    }
    guard let sealed else { return 0 }
    try keep(sealed.head)
    return sealed.count
  }

  /// A head that is behind the one outside must not replace it: that is what `verifyAudit` finds.
  private func keep(_ head: SealHead) throws {
    guard let sealKeeper else { return }
    let kept = try sealKeeper.head()
    guard (kept?.position ?? 0) < head.position else { return }
    try sealKeeper.keep(head)
  }
}

extension Connection {
  /// Nil when another store is sealing.
  fileprivate func seal(atMost limit: Int) throws -> (head: SealHead, count: Int)? {
    let isOurs = try first("SELECT pg_try_advisory_xact_lock(\(Connection.sealLock))") { row in
      try row.next(Bool.self)
    }
    guard isOurs == true else { return nil }
    let start = try sealHead()
    let entries = try query(
      """
      SELECT \(SealedEntry.columns) FROM journal_entry e
      WHERE e.transaction_id < pg_snapshot_xmin(pg_current_snapshot())
        AND NOT EXISTS (SELECT FROM journal_seal s WHERE s.entry_number = e.number)
      ORDER BY e.number
      LIMIT \(limit)
      """, SealedEntry.init)
    var hashes: [[UInt8]] = []
    for entry in entries { hashes.append(entry.link(after: hashes.last ?? start.hash)) }
    guard let last = hashes.last else { return (start, 0) }
    try execute(
      """
      INSERT INTO journal_seal (position, entry_number, hash)
      SELECT \(start.position) + s.place, s.entry_number, s.hash
      FROM unnest(\(entries.map(\.number)), \(hashes.map(Bytes.init)))
        WITH ORDINALITY AS s (entry_number, hash, place)
      """)
    return (SealHead(position: start.position + entries.count, hash: last), entries.count)
  }

  /// The last link in the database.
  func sealHead() throws -> SealHead {
    try first("SELECT position, hash FROM journal_seal ORDER BY position DESC LIMIT 1") { row in
      SealHead(position: try row.next(), hash: try row.next(Bytes.self).bytes)
    } ?? .empty
  }

  private static let sealLock = 0x434F_4E43_5345_414C
}
