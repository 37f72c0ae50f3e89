import Calculator
import Foundation

/// The patterns that come with Concordat, checked when they are read.
public struct PatternLibrary: Sendable {
  /// In the order of their file.
  public let patterns: [Pattern]
  private let byID: [String: Pattern]

  /// No pattern at all.
  public static let empty = PatternLibrary(checked: [])

  private init(checked patterns: [Pattern]) {
    self.patterns = patterns
    byID = Dictionary(patterns.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Reads `Seed/benefit-patterns.json`. Throws ``Refusal/invalid(_:)`` naming everything that is
  /// wrong with it.
  public init(json: String) throws(Refusal) {
    let patterns: [Pattern]
    do {
      patterns = try JSONDecoder().decode([Pattern].self, from: Data(json.utf8))
    } catch {
      throw .invalid([PatternLibrary.problem("\(error)", "a list of patterns")])
    }
    let problems = patterns.flatMap(\.problems) + PatternLibrary.problems(of: patterns.map(\.id))
    guard problems.isEmpty else { throw .invalid(problems) }
    self.init(checked: patterns)
  }

  /// The pattern of that name; nil when there is none.
  public subscript(id: String) -> Pattern? { byID[id] }

  private static func problems(of ids: [String]) -> [Problem] {
    var seen: Set<String> = []
    return ids.filter { !isName($0) || !seen.insert($0).inserted }
      .map { problem($0, "a name of small letters and hyphens, once") }
  }

  private static func isName(_ id: String) -> Bool {
    !id.isEmpty
      && id.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "-")
      }
  }

  private static func problem(_ found: String, _ expected: String) -> Problem {
    Problem(
      .error, at: .file, subject: "Patterns", found: found, expected: expected,
      mend: "Correct the file of patterns.")
  }
}
