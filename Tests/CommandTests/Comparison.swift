import Foundation

/// Compares two JSON values number by number, with the tolerance of the calculator's rules.
enum Comparison {
  /// Where `found` differs from `expected`; members that only `found` has are not looked at.
  static func differences(_ expected: Any, _ found: Any, at path: String) -> [String] {
    if let expected = expected as? [String: Any] {
      guard let found = found as? [String: Any] else { return ["\(path): no object"] }
      return expected.flatMap { key, value in
        differences(value, found[key] ?? "missing", at: path + "/" + key)
      }
    }
    if let expected = expected as? [Any] {
      guard let found = found as? [Any], found.count == expected.count else {
        return ["\(path): no list of \(expected.count)"]
      }
      return zip(expected, found).enumerated().flatMap { index, pair in
        differences(pair.0, pair.1, at: "\(path)/\(index)")
      }
    }
    return areEqual(expected, found) ? [] : ["\(path): \(expected) is not \(found)"]
  }

  /// How many single values there are.
  static func count(_ value: Any) -> Int {
    if let members = value as? [String: Any] { return members.values.reduce(0) { $0 + count($1) } }
    if let items = value as? [Any] { return items.reduce(0) { $0 + count($1) } }
    return 1
  }

  private static func areEqual(_ expected: Any, _ found: Any) -> Bool {
    if expected is NSNull || found is NSNull { return expected is NSNull && found is NSNull }
    guard let left = number(expected), let right = number(found) else { return false }
    return abs(left - right) <= max(1e-6, 1e-9 * abs(left))
  }

  private static func number(_ value: Any) -> Double? {
    (value as? String).flatMap(Double.init) ?? (value as? Double)
  }
}
