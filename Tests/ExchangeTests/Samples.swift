import Calculator
import Foundation
import Programme
import Testing

@testable import Exchange

/// The two sample workbooks with the figures they must give, worked out elsewhere.
enum Sample: String, CaseIterable {
  case twoExamples = "two-examples"
  case westLothian = "west-lothian-90"

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  var path: String {
    Sample.root.appending(path: "Seed/workbooks/\(rawValue).xml").path(percentEncoded: false)
  }

  var bytes: [UInt8] {
    get throws { Array(try Data(contentsOf: URL(filePath: path))) }
  }

  var expected: [String: Any] {
    get throws {
      let file = Sample.root.appending(path: "Tests/Fixtures/samples/\(rawValue).expected.json")
      let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
      return try #require(object as? [String: Any])
    }
  }

  func register() throws -> Register {
    let file = RegisterFile.read(path: path)
    return try #require(file.register, "\(file.problems.map(\.message))")
  }
}

/// Walks two JSON values side by side.
enum Agreement {
  /// Where two values differ by more than the tolerance of the contract, as "path: ours, theirs".
  static func differences(_ ours: Any?, _ theirs: Any?, at path: String = "") -> [String] {
    switch (ours, theirs) {
    case (let ours as [String: Any], let theirs as [String: Any]):
      Set(ours.keys).union(theirs.keys).sorted().flatMap {
        differences(ours[$0], theirs[$0], at: "\(path)/\($0)")
      }
    case (let ours as [Any], let theirs as [Any]):
      ours.count != theirs.count
        ? ["\(path): \(ours.count) values, \(theirs.count)"]
        : zip(ours, theirs).enumerated().flatMap {
          differences($1.0, $1.1, at: "\(path)/\($0)")
        }
    case (is NSNull, is NSNull): []
    default:
      agree(number(ours), number(theirs)) ? [] : ["\(path): \(ours ?? "-"), \(theirs ?? "-")"]
    }
  }

  private static func number(_ value: Any?) -> Double? {
    (value as? String).flatMap(Double.init) ?? (value as? Double)
  }

  static func agree(_ left: Double?, _ right: Double?) -> Bool {
    guard let left, let right else { return false }
    return abs(left - right) <= max(1e-6, 1e-9 * max(abs(left), abs(right)))
  }
}
