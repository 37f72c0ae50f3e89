import Calculator
import Postgres

/// An exact decimal on its way to or from a `numeric` column.
struct Decimal: PostgresEncodable, PostgresDecodable {
  let exact: Exact

  init(_ exact: Exact) { self.exact = exact }

  static var postgresType: PostgresType { Numeric.postgresType }

  func encode(into writer: inout ValueWriter) { Numeric(text: exact.text).encode(into: &writer) }

  /// Numbers beyond the 18th place are rounded; those that do not fit are refused.
  init?(postgresText text: PostgresText) {
    guard let numeric = Numeric(postgresText: text), let exact = Exact(text: numeric.text) else {
      return nil
    }
    self.init(exact)
  }
}

extension RowReader {
  /// An exact decimal in the next column.
  mutating func exact() throws(PostgresError) -> Exact { try next(Decimal.self).exact }

  /// An exact decimal, or nil for NULL.
  mutating func optionalExact() throws(PostgresError) -> Exact? {
    try next(Decimal?.self)?.exact
  }

  /// A closed list's word in the next column.
  mutating func choice<Choice: RawRepresentable<String>>(
    _ type: Choice.Type
  ) throws -> Choice {
    let word = try next(String.self)
    guard let choice = Choice(rawValue: word) else { throw StoreError.unreadable(word, type) }
    return choice
  }

  /// A closed list's word, or nil for NULL.
  mutating func optionalChoice<Choice: RawRepresentable<String>>(
    _ type: Choice.Type
  ) throws -> Choice? {
    guard let word = try next(String?.self) else { return nil }
    guard let choice = Choice(rawValue: word) else { throw StoreError.unreadable(word, type) }
    return choice
  }
}

extension StoreError {
  static func unreadable(_ word: String, _ type: Any.Type) -> StoreError {
    .inconsistent("a column holds “\(word)”, which is no \(type)")
  }
}
