import Foundation
import Postgres
import Programme
import TestSupport
import Testing

@testable import Store

@Suite(.enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct EvidenceTests {
  @Test("APP-14 A file comes back byte for byte, to whoever sees the benefit and nobody else")
  func bytes() async throws {
    try await TestDatabase.run { database in
      let officer = try await database.addOfficer("Iain")
      let shared = try await database.addProfiled(as: officer)
      let draft = try await database.addProfiled("B002", as: officer, visibility: .draft)
      // Three chunks, the last one short.
      let bytes = (0..<(2 * 1_048_576 + 5)).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      let first = try await database.attach(bytes, to: shared, as: officer)
      let hidden = try await database.attach([1, 2, 3], to: draft, as: officer)
      for role in Role.allCases {
        for organisation in [World.westLothian, World.inverclyde] {
          let viewer = World.viewer(role, of: organisation)
          for (id, benefit, visibility) in [
            (first, shared, Visibility.shared), (hidden, draft, .draft),
          ] {
            let found = try await database.store.read(as: viewer) { db in
              try db.evidence(id, of: benefit, as: viewer).map {
                try db.content(of: $0, as: viewer)
              }
            }
            let isSeen = viewer.sees(visibility, of: World.westLothian)
            #expect(found == (isSeen ? (id == first ? bytes : [1, 2, 3]) : nil), "\(role)")
            // With the store's conditions forgotten, row-level security says the same.
            let chunks = try await database.store.read(as: viewer) { db in
              try db.first(
                "SELECT count(*) FROM evidence_chunk WHERE evidence_id = \(id.uuid)"
              ) { row in try row.next(Int.self) }
            }
            #expect((chunks ?? 0 > 0) == isSeen, "\(role)")
          }
        }
      }
    }
  }

  @Test("APP-15 A file, the files of a benefit and their bytes are bounded, removed ones included")
  func limits() async throws {
    try await TestDatabase.run { database in
      let officer = try await database.addOfficer("Iain")
      let id = try await database.addProfiled(as: officer)
      await #expect(throws: Refusal.self) { try await database.attach([], to: id, as: officer) }
      let large = [UInt8](repeating: 0, count: EvidenceLimit.fileBytes + 1)
      await #expect(throws: Refusal.self) { try await database.attach(large, to: id, as: officer) }
      let first = try await database.attach([1], to: id, as: officer)
      try await database.execute(
        "UPDATE evidence SET size_bytes = 10485760 WHERE id = \(first.uuid)")
      try await database.execute(
        """
        INSERT INTO evidence (id, programme_id, organisation_id, benefit_id, version, file_name,
          kind, size_bytes, fingerprint, note, attached_by_name, attached_at, removed_at,
          removed_by_name, removal_reason)
        SELECT gen_random_uuid(), programme_id, organisation_id, benefit_id, 1, file_name, kind,
          10485760, fingerprint, '', '', attached_at, attached_at, 'Iain', 'Wrong'
        FROM evidence, generate_series(1, 9)
        """)
      await #expect(throws: Refusal.self) { try await database.attach([2], to: id, as: officer) }
      try await database.execute(
        "UPDATE evidence SET size_bytes = 1, removed_at = NULL, removal_reason = ''")
      for number in 10..<EvidenceLimit.files {
        try await database.attach([UInt8(number)], to: id, as: officer)
      }
      await #expect(throws: Refusal.self) { try await database.attach([9], to: id, as: officer) }
    }
  }

  @Test("APP-16 A file is removed with a reason; its name and fingerprint stay in the journal")
  func removal() async throws {
    try await TestDatabase.run { database in
      let officer = try await database.addOfficer("Iain")
      let id = try await database.addProfiled(as: officer)
      let file = try await database.attach([1, 2], to: id, as: officer)
      for (reason, isRemoved) in [(" ", false), ("Of another year", true)] {
        try? await database.store.write(as: officer, .test("evidence.remove")) { db in
          try db.removeEvidence(
            file, of: id, reason: reason, by: .test("evidence.remove"), as: officer)
        }
        let found = try await database.store.read(as: officer) { db in
          try db.evidence(file, of: id, as: officer)
        }
        #expect((found == nil) == isRemoved)
      }
      let history = try await database.store.read(as: officer) { db in
        try db.history(of: id, as: officer)
      }
      #expect(history.first?.reason == "Of another year")
      #expect(history.first?.changes.first?.before.contains("SHA-256") == true)
      #expect(try await database.count("SELECT count(*) FROM evidence_chunk") == 1)
      let stranger = World.viewer(.council, of: World.inverclyde)
      await #expect(throws: Refusal.notFound) {
        try await database.attach([1], to: id, as: stranger)
      }
    }
  }

  @Test(
    "APP-15 A name gets an ending that fits its content",
    arguments: [
      ("plan.txt", EvidenceKind.text, "plan.txt"), ("plan.CSV", .text, "plan.CSV"),
      ("plan.exe", .text, "plan.exe.txt"), ("plan", .pdf, "plan.pdf"),
      ("pdf", .pdf, "pdf.pdf"), ("a.pdf", .png, "a.pdf.png"), ("a.jpeg", .jpeg, "a.jpeg"),
    ])
  func endings(name: String, kind: EvidenceKind, expected: String) {
    #expect(EvidenceDraft(fileName: name, kind: kind, bytes: []).fileName == expected)
  }
}

extension TestDatabase {
  @discardableResult
  fileprivate func attach(
    _ bytes: [UInt8], to id: ID<Benefit>, as officer: Viewer
  ) async throws -> ID<Evidence> {
    let draft = EvidenceDraft(fileName: "ledger.txt", kind: .text, bytes: bytes)
    return try await store.write(as: officer, .test("evidence.attach")) { db in
      try db.attachEvidence(draft, to: id, by: .test("evidence.attach"), as: officer)
    }
  }
}
