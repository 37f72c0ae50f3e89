import Programme
import Testing

@testable import Exchange

@Suite("Files that are damaged or mean harm")
struct HostileFileTests {
  @Test(
    "WB-3 A damaged file is refused with line and column, and nothing of it is imported",
    arguments: [
      { String($0.dropLast(20)) }, { $0 + "<Workbook/>" }, { $0 + "text" },
      { $0.replacing("First", with: "a\u{1}b") }, { $0.replacing("First", with: "&nbsp;") },
      { $0.replacing("First", with: "&#1;") }, { $0.replacing("First", with: "<b>") },
      { $0.replacing("First", with: "a & b") }, { $0.replacing("ss:Type", with: "nn:Type") },
    ] as [@Sendable (String) -> String])
  func damaged(change: @Sendable (String) -> String) throws {
    let file = RegisterFile.read(Array(change(Workbook().text).utf8))
    #expect(file.register == nil)
    let place = try #require(file.problems.first?.place)
    guard case .text(let line, let column) = place else {
      Testing.Issue.record("\(place)")
      return
    }
    #expect(line >= 1 && column >= 1)
  }

  @Test("WB-6 No cut and no flipped byte crashes, or gives a register together with an error")
  func fuzz() throws {
    let original = try Sample.twoExamples.bytes
    expectSafe(original, seed: 2_005)
  }
}

/// Reads a file cut short or with flipped bytes, four hundred times: it never crashes, nor gives a
/// register together with an error.
func expectSafe(_ original: [UInt8], seed: UInt64) {
  var random = SplitMix(seed: seed)
  for round in 0..<400 {
    var bytes = original
    if round.isMultiple(of: 4) {
      bytes.removeLast(random.below(bytes.count))
    } else {
      for _ in 0...random.below(4) { bytes[random.below(bytes.count)] = UInt8(random.below(256)) }
    }
    let file = RegisterFile.read(bytes)
    #expect((file.register == nil) == file.hasErrors)
  }
}
