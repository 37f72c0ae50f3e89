import Foundation
import Logging
import Postgres
import Programme
import Synchronization
import TestSupport
import Testing

@testable import Store

@Suite(.enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct AuditTests {
  @Test("An untouched journal is sound; what is not sealed is counted apart")
  func sound() async throws {
    try await TestDatabase.run { database in
      let sealing = try database.sealing()
      try await database.fill(benefits: 8)
      let count = try await sealing.store.verifyAudit().unsealedCount
      #expect(count > 16)
      #expect(try await sealing.seal() == count)
      let report = try await sealing.store.verifyAudit()
      #expect(report.isSound)
      #expect(report.sealedCount == count)
      #expect(report.unsealedCount == 0)
      #expect(report.comparedWithHead)
      await sealing.store.close()
    }
  }

  @Test("An entry of a transaction that still runs is not overtaken")
  func running() async throws {
    try await TestDatabase.run { database in
      let sealing = try database.sealing()
      let officer = World.viewer(.council)
      try await database.store.write(as: officer, .test()) { db in
        _ = try db.addBenefit(
          World.benefit("B001"), to: officer.organisation, visibility: .draft, by: .test(),
          as: officer)
      }
      let (begun, isBegun) = AsyncStream<Void>.makeStream()
      let release = DispatchSemaphore(value: 0)
      let slow = Task {
        try await database.superuser.transaction { db in
          _ = try db.query("SELECT pg_current_xact_id()")
          isBegun.finish()
          release.wait()
        }
      }
      for await _ in begun {}
      try await database.store.write(as: officer, .test()) { db in
        _ = try db.addBenefit(
          World.benefit("B002"), to: officer.organisation, visibility: .draft, by: .test(),
          as: officer)
      }
      #expect(try await sealing.seal(leaving: 1) == 1)
      #expect(try await sealing.store.verifyAudit().unsealedCount == 1)
      release.signal()
      try await slow.value
      #expect(try await sealing.seal() == 1)
      #expect(try await sealing.store.verifyAudit().isSound)
      await sealing.store.close()
    }
  }

  @Test("Each of 200 random edits, deletions, swaps and truncations of what was sealed is found")
  func mutations() async throws {
    try await TestDatabase.run { database in
      let sealing = try database.sealing()
      try await database.fillEverything()
      try await sealing.seal()
      // Erasing is for the superuser alone; foreign keys would stand in a forger's way, not in this one's.
      try await database.superuser.withConnection { db in
        try db.script("ALTER TABLE journal_change DROP CONSTRAINT journal_change_entry_number_fkey")
      }
      var random = SeededGenerator(seed: 42)
      for round in 0..<200 {
        let mutation = Mutation.allCases[round % Mutation.allCases.count]
        let found = try await database.findsMutation(mutation, sealing.store, &random)
        #expect(found, "\(mutation), round \(round)")
      }
      #expect(try await sealing.store.verifyAudit().isSound)
      await sealing.store.close()
    }
  }

  @Test("A head that is not signed with our key is reported")
  func forgedHead() async throws {
    try await TestDatabase.run { database in
      let sealing = try database.sealing()
      try await database.fill(benefits: 2)
      try await sealing.seal()
      sealing.line.withLock {
        $0 = $0?.replacingOccurrences(of: " ", with: " 0", options: [], range: nil)
      }
      #expect(try await !sealing.store.verifyAudit().isSound)
      await sealing.store.close()
    }
  }
}

/// What a forger does to the journal; each is one statement.
private enum Mutation: CaseIterable {
  case editEntry, editChange, editLink, deleteEntry, deleteChange, deleteLink, swapEntries
  case swapLinks, truncateChain, truncateAll, addChange
}

/// A store that seals, and the line it keeps outside the database.
private struct Sealing {
  let store: Store
  let line: SharedLine

  /// Seals until something was sealed and all but so many entries are. Transactions of other tests,
  /// in other databases of the server, hold the sealer up now and then.
  @discardableResult
  func seal(leaving unsealed: Int = 0) async throws -> Int {
    var sealed = 0
    for _ in 0..<6_000 {
      sealed += try await store.sealOnce()
      if sealed > 0, try await store.verifyAudit().unsealedCount == unsealed { break }
      try await Task.sleep(for: .milliseconds(10))
    }
    return sealed
  }
}

/// A line of text that two closures share.
private final class SharedLine: Sendable {
  private let text = Mutex<String?>(nil)
  func withLock<T: Sendable>(_ body: (inout String?) throws -> T) rethrows -> T {
    try text.withLock { text in try body(&text) }
  }
}

extension TestDatabase {
  fileprivate func sealing() throws -> Sealing {
    let line = SharedLine()
    let keeper = try SealKeeper(
      key: [UInt8](repeating: 7, count: 32), read: { line.withLock { $0 } },
      write: { text in line.withLock { $0 = text } })
    let store = Store(
      StoreConfiguration(databaseURL: TestServer.url(role: "concordat_app", database: name)),
      clock: { [clock] in clock.now }, logger: TestServer.logger, sealKeeper: keeper)
    return Sealing(store: store, line: line)
  }

  /// Makes one random change past all rules, verifies, and takes the change back.
  fileprivate func findsMutation(
    _ mutation: Mutation, _ store: Store, _ random: inout SeededGenerator
  ) async throws -> Bool {
    try await superuser.withConnection { db in
      try db.script(
        """
        DROP SCHEMA IF EXISTS kept CASCADE; CREATE SCHEMA kept;
        CREATE TABLE kept.entry AS SELECT * FROM journal_entry;
        CREATE TABLE kept.change AS SELECT * FROM journal_change;
        CREATE TABLE kept.seal AS SELECT * FROM journal_seal
        """)
    }
    let seed = Double(random.next() % 1_000_000) / 1_000_000
    try await superuser.withConnection { db in
      try db.execute("SELECT setseed(\(seed))")
      for statement in mutation.statements { try db.script(statement) }
    }
    let isSound = try await store.verifyAudit().isSound
    try await superuser.withConnection { db in
      try db.script(
        """
        TRUNCATE journal_entry, journal_change, journal_seal;
        INSERT INTO journal_entry OVERRIDING SYSTEM VALUE SELECT * FROM kept.entry;
        INSERT INTO journal_change SELECT * FROM kept.change;
        INSERT INTO journal_seal SELECT * FROM kept.seal
        """)
    }
    return !isSound
  }
}

extension Mutation {
  private static let entry = "(SELECT number FROM journal_entry ORDER BY random() LIMIT 1)"
  private static let seal = "(SELECT position FROM journal_seal ORDER BY random() LIMIT 1)"

  var statements: [String] {
    switch self {
    case .editEntry:
      ["UPDATE journal_entry SET actor_name = actor_name || '.' WHERE number = \(Mutation.entry)"]
    case .editChange:
      [
        """
        UPDATE journal_change SET after = after || '0' WHERE ctid =
          (SELECT ctid FROM journal_change ORDER BY random() LIMIT 1)
        """
      ]
    case .editLink:
      [
        """
        UPDATE journal_seal SET hash = sha256(hash) WHERE position = \(Mutation.seal)
        """
      ]
    case .deleteEntry: ["DELETE FROM journal_entry WHERE number = \(Mutation.entry)"]
    case .deleteChange:
      [
        """
        DELETE FROM journal_change WHERE ctid =
          (SELECT ctid FROM journal_change ORDER BY random() LIMIT 1)
        """
      ]
    case .deleteLink: ["DELETE FROM journal_seal WHERE position = \(Mutation.seal)"]
    case .swapEntries:
      [
        """
        WITH pair AS (SELECT number FROM journal_entry ORDER BY random() LIMIT 2),
          ends AS (SELECT min(number) AS low, max(number) AS high FROM pair)
        UPDATE journal_entry e SET (label, record_id, changes_hash, salt) =
          (SELECT label, record_id, changes_hash, salt FROM journal_entry o
            WHERE o.number = CASE e.number WHEN low THEN high ELSE low END)
        FROM ends WHERE e.number IN (low, high)
        """
      ]
    case .swapLinks:
      [
        """
        WITH pair AS (SELECT position FROM journal_seal ORDER BY random() LIMIT 2),
          ends AS (SELECT min(position) AS low, max(position) AS high FROM pair)
        UPDATE journal_seal s SET hash =
          (SELECT hash FROM journal_seal o
            WHERE o.position = CASE s.position WHEN low THEN high ELSE low END)
        FROM ends WHERE s.position IN (low, high)
        """
      ]
    case .truncateChain:
      ["DELETE FROM journal_seal WHERE position >= \(Mutation.seal)"]
    case .truncateAll:
      ["TRUNCATE journal_entry, journal_change, journal_seal"]
    case .addChange:
      [
        """
        INSERT INTO journal_change (entry_number, position, programme_id, organisation_id,
          visibility, field, label, before, after)
        SELECT number, 10000, programme_id, organisation_id, visibility, 'x', 'x', '', 'x'
        FROM journal_entry ORDER BY random() LIMIT 1
        """
      ]
    }
  }
}
