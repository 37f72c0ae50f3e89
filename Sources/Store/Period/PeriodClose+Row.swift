import Foundation
import Postgres
import Programme

extension PeriodClose {
  init(_ row: inout RowReader) throws {
    id = ID(try row.next())
    councilName = try row.next()
    guard let year = FinancialYear(firstYear: try row.next()) else {
      throw StoreError.inconsistent("a closing of no financial year")
    }
    span = PeriodSpan(year, try row.choice(Period.self))
    outcome = try row.choice(Outcome.self)
    submitted = try Deed(&row)
    missingCount = try row.next()
    decided = try Deed(orNil: &row)
    isSelfClosed = try row.next()
    reopened = try Deed(orNil: &row)
  }
}
