import Calculator
import Postgres
import Programme

/// The money of a benefit `b` that a list shows: of one figure, of all years or of one, and of all
/// stakeholders or of one. What a cell of a pivot holds is the sum of it over the cell's benefits.
extension BenefitFilter {
  /// The money of a benefit; NULL where there is none.
  var amount: SQL { ofStakeholder(year.map(yearAmount) ?? figure.amount) }

  /// The cashable part of it.
  var cashable: SQL { ofStakeholder(year.map(yearCashable) ?? figure.cashable) }

  /// The same money before it is split between stakeholders.
  var whole: BenefitFilter {
    var filter = self
    filter.labels[.dimension(.stakeholder)] = nil
    return filter
  }

  /// Whether the register is looked at for which year the first is.
  var needsYearSource: Bool { year != nil && year != .noMoney }

  /// What is read besides the benefit.
  var moneySource: SQL { needsYearSource ? figure.yearSource : "" }

  /// The same for all years where a side of a pivot is the year.
  public func unlessByYear(_ sides: [PivotAxis]) -> BenefitFilter {
    var filter = self
    if sides.contains(.year) { filter.year = nil }
    return filter
  }

  /// The same, narrowed to a label of one side of a pivot; nil for a year that is none.
  public func narrowed(to label: String, on axis: PivotAxis) -> BenefitFilter? {
    var filter = self
    if axis == .year {
      guard let year = PivotYear(label: label) else { return nil }
      filter.year = year
    } else {
      filter.labels[axis] = label
    }
    return filter
  }

  /// The money of one year.
  func yearAmount(_ year: PivotYear) -> SQL { element(figure.amounts, year) }

  private func yearCashable(_ year: PivotYear) -> SQL {
    figure == .forecast
      ? element("b.cashable", year)
      : "round(\(yearAmount(year)) * b.counted_cash_share, 18)"
  }

  private func element(_ amounts: SQL, _ year: PivotYear) -> SQL {
    switch year {
    case .financial(let year):
      "(\(amounts))[\(year.firstYear)::int - \(figure.firstYear) + 1]"
    case .counted(let place):
      "CASE WHEN \(figure.firstYear) IS NULL THEN (\(amounts))[\(place)::int + 1] END"
    case .noMoney: "NULL::numeric"
    }
  }

  private func ofStakeholder(_ amount: SQL) -> SQL {
    labels[.dimension(.stakeholder)].map { PivotAxis.part(amount, of: $0) } ?? amount
  }
}
