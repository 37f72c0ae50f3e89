import Calculator
import Exchange
import Foundation
import Programme
import TestSupport
import Testing

@testable import Store

/// The sample workbooks, from the file to the totals of the list, against figures that were worked
/// out by an independent engine.
@Suite(.enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct SampleTests {
  private static let samples = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/samples")

  /// The part of the expected figures that a list of benefits shows.
  private struct Expected: Decodable {
    let cashable: [String]
    let nonCashable: [String]

    private enum CodingKeys: String, CodingKey {
      case cashable = "cashable_total"
      case nonCashable = "non_cashable_total"
    }
  }

  @Test(
    "BEN-11 The totals stored are the independent engine's to the penny",
    arguments: ["west-lothian-90", "two-examples"])
  func totals(sample: String) async throws {
    let folder = SampleTests.samples
    let workbook = folder.appending(path: "\(sample).xml")
    let bytes = [UInt8](try Data(contentsOf: workbook))
    let register = try #require(RegisterFile.read(bytes).register)
    let expected = try JSONDecoder().decode(
      Expected.self, from: Data(contentsOf: folder.appending(path: "\(sample).expected.json")))
    try await TestDatabase.run { database in
      let officer = World.viewer(.council)
      try await database.store.write(as: officer, .test("import.confirm")) { db in
        let run = try db.stageImport(
          fileName: "\(sample).xml", bytes: bytes, problems: [], into: officer.organisation,
          by: .test(), as: officer)
        try db.confirmImport(run, register: register, as: officer, by: .test())
      }
      let totals = try await database.store.benefits(BenefitFilter(), as: officer).totals
      #expect(totals.count == register.benefits.count)
      #expect(isPenny(totals.cashable, expected.cashable))
      #expect(isPenny(totals.nonCashable, expected.nonCashable))
      let stored = try await database.store.read(as: officer) { db in
        try db.register(of: officer.organisation, as: officer)?.register
      }
      #expect(stored == register)
    }
  }

  /// Whether a sum is that of the texts, to less than half a penny.
  private func isPenny(_ sum: Exact, _ texts: [String]) -> Bool {
    let expected = texts.compactMap { Exact(text: $0) }.reduce(.zero, +)
    return (sum - expected).magnitude < Exact(5) / Exact(1_000)
  }
}
