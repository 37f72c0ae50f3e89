import Foundation
import Postgres
import Programme

/// What checking the journal found.
public struct AuditReport: Sendable, Hashable {
  /// How many entries are chained.
  public let sealedCount: Int
  /// How many are not yet chained: they cannot be vouched for.
  public let unsealedCount: Int
  /// What is wrong, in words, at most ``findingsMaximum``.
  public let findings: [String]
  /// Whether a signed head outside the database was there to compare with.
  public let comparedWithHead: Bool

  /// Whether nothing is wrong.
  public var isSound: Bool { findings.isEmpty }
  /// The most findings that are named.
  public static let findingsMaximum = 100
}

extension Store {
  /// Checks every sealed entry, its changes and the chain, and compares the chain's end with the
  /// signed head: finds any edit, deletion, swap or truncation of what was sealed.
  public func verifyAudit() async throws -> AuditReport {
    let scope = Scope(role: "verifier", now: clock())
    let kept = sealKeeper.map { keeper in Result { try keeper.head() } }
    return try await pool.transaction(
      TransactionMode(.repeatableRead, readOnly: true), preamble: [scope.settings]
    ) { db in
      var check = ChainCheck(keptPosition: (try? kept?.get())?.position)
      var links = try db.links(after: 0)
      while !links.isEmpty {
        for link in links { check.take(link) }
        links = try db.links(after: check.position)
      }
      switch kept {
      case .success(let head?): check.compare(with: head)
      case .failure(let error): check.find("\(error)")
      case .success(nil), nil: break
      }
      let unsealed = try db.first(
        """
        SELECT count(*) FROM journal_entry e
        WHERE NOT EXISTS (SELECT FROM journal_seal s WHERE s.entry_number = e.number)
        """
      ) { row in try row.next(Int.self) }
      return AuditReport(
        sealedCount: check.position, unsealedCount: unsealed ?? 0, findings: check.findings,
        comparedWithHead: check.comparedWithHead)
    }
  }
}

/// One link of the chain with what it vouches for.
private struct ChainLink: Sendable {
  let position: Int
  let entryNumber: Int
  let hash: [UInt8]
  /// Nil when the entry is gone.
  let entry: SealedEntry?
  let changes: [FieldChange]
}

/// Follows the chain from its beginning.
private struct ChainCheck {
  private(set) var position = 0
  private(set) var findings: [String] = []
  private(set) var comparedWithHead = false
  private var hash = SealHead.empty.hash
  /// The place that the kept head names, and the link that is found there.
  private let keptPosition: Int?
  private var hashAtKeptPosition: [UInt8]?

  init(keptPosition: Int?) { self.keptPosition = keptPosition }

  mutating func take(_ link: ChainLink) {
    if link.position != position + 1 {
      find("the chain lacks link \(position + 1)")
    }
    if let entry = link.entry {
      if entry.link(after: hash) != link.hash {
        find("entry \(link.entryNumber) is not what was sealed as link \(link.position)")
      }
      if ChangesHash.of(link.changes, salt: entry.salt) != entry.changesHash {
        find("the changes of entry \(link.entryNumber) are not what was recorded")
      }
    } else {
      find("entry \(link.entryNumber), sealed as link \(link.position), is gone")
    }
    position = link.position
    hash = link.hash
    if position == keptPosition { hashAtKeptPosition = hash }
  }

  mutating func compare(with head: SealHead) {
    comparedWithHead = true
    guard head.position > 0 else { return }
    guard let found = hashAtKeptPosition else {
      find("the chain ends at link \(position), yet link \(head.position) was sealed")
      return
    }
    if found != head.hash {
      find("link \(head.position) is not the one that was sealed")
    }
  }

  mutating func find(_ words: String) {
    if findings.count < AuditReport.findingsMaximum { findings.append(words) }
  }
}

extension Connection {
  private static let linksAtOnce = 2_000

  fileprivate func links(after position: Int) throws -> [ChainLink] {
    let changes = try changes(after: position)
    return try query(
      """
      SELECT s.position, s.entry_number, s.hash, e.number IS NOT NULL, \(SealedEntry.columns)
      FROM (\(Connection.seals(after: position))) s
        LEFT JOIN journal_entry e ON e.number = s.entry_number
      ORDER BY s.position
      """
    ) { row in
      let position = try row.next(Int.self)
      let number = try row.next(Int.self)
      let hash = try row.next(Bytes.self).bytes
      let entry = try row.next(Bool.self) ? try SealedEntry(&row) : nil
      return ChainLink(
        position: position, entryNumber: number, hash: hash, entry: entry,
        changes: changes[number] ?? [])
    }
  }

  private func changes(after position: Int) throws -> [Int: [FieldChange]] {
    let rows = try query(
      """
      SELECT c.entry_number, c.field, c.label, c.before, c.after
      FROM journal_change c JOIN (\(Connection.seals(after: position))) s
        ON s.entry_number = c.entry_number
      ORDER BY c.entry_number, c.position
      """
    ) { row in
      (
        try row.next(Int.self),
        FieldChange(
          field: try row.next(), label: try row.next(), before: try row.next(),
          after: try row.next())
      )
    }
    return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
  }

  private static func seals(after position: Int) -> SQL {
    """
    SELECT position, entry_number, hash FROM journal_seal WHERE position > \(position)
    ORDER BY position LIMIT \(linksAtOnce)
    """
  }
}
