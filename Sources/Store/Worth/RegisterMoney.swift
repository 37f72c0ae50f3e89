import Calculator
import Programme

/// The money of one register as far as the viewer sees it, added up by year.
public struct RegisterMoney: Sendable {
  /// The council.
  public let council: CouncilRow
  /// The head of its register.
  public let cover: Cover
  /// What came of its benefits, beside what was planned.
  public let benefits: TrackedWorth<Exact>
  /// How many benefits are within sight.
  public let benefitCount: Int
  /// How many known figures lie outside the years of the appraisal.
  public let strayCount: Int
  /// The costs within sight that count.
  public let costs: [CostProfile]
}

/// The sums of one line of money in one year.
struct YearSum: Sendable {
  enum Line: String, CaseIterable {
    case cashable, nonCashable, transfers
  }

  let line: Line
  /// The year, counted from the base year.
  let place: Int
  let year: TrackedYear<Exact>
  /// How many known figures it holds.
  let figureCount: Int
}

extension TrackedWorth<Exact> {
  /// The lines of benefits over the years of an appraisal.
  init(_ sums: [YearSum], horizon: Int) {
    self.init(horizon: horizon)
    func line(_ line: YearSum.Line) -> TrackedLine<Exact> {
      var years = [TrackedYear<Exact>](repeating: .nothing, count: horizon + 1)
      for sum in sums where sum.line == line && years.indices.contains(sum.place) {
        years[sum.place] = sum.year
      }
      return TrackedLine(years: years)
    }
    cashable = line(.cashable)
    nonCashable = line(.nonCashable)
    transfers = line(.transfers)
  }
}
