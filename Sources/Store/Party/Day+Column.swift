import Postgres
import Programme

extension Programme.Day? {
  /// The day on its way into a column.
  var column: SQL { "\(self?.description as String?)::text::date" }
}

extension Programme.Day {
  /// The day on its way into a column.
  var column: SQL { "\(description)::text::date" }
}

extension RowReader {
  /// A day that has to be there.
  mutating func day() throws -> Programme.Day {
    guard let day = try optionalDay() else { throw StoreError.inconsistent("a day is missing") }
    return day
  }
}
