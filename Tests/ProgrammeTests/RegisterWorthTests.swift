import Calculator
import Testing

@testable import Programme

@Suite("A register beside what came of it")
struct RegisterWorthTests {
  private func actual(_ period: Period, _ value: Int, year: Int = 2009) throws -> Actual {
    Actual(
      benefitReference: "b1", year: try #require(FinancialYear(firstYear: year)), period: period,
      value: Exact(value), evidence: "", maturity: .final)
  }

  @Test(
    "COST-11: a year stands for its quarters and months, and a part of a year for that part",
    arguments: [
      ([(Period.year, 100)], 100, 12),
      ([(.quarter1, 10), (.year, 100), (.month5, 7)], 100, 12),
      ([(.quarter1, 10), (.month1, 3), (.month4, 5)], 15, 4),
      ([(.month12, 5)], 5, 1),
      ([(.quarter1, 1), (.quarter2, 2), (.quarter3, 3), (.quarter4, 4)], 10, 12),
    ])
  func partsOfYears(_ parts: [(Period, Int)], value: Int, months: Int) throws {
    let figure = KnownFigure(ofYear: try parts.map { try actual($0.0, $0.1) })
    #expect(figure.value == Exact(value))
    #expect(figure.share == Exact(months) / Exact(12))
  }

  @Test(
    "COST-9 and COST-11: a register's money stands in the years of its base year, others are counted"
  )
  func register() throws {
    var inputs = Inputs<Exact>(method: .amount)
    inputs.amount = Exact(120)
    var register = Register()
    register.cover.baseYear = FinancialYear(firstYear: 2009)
    register.benefits = [Benefit(reference: "B1", title: "B", council: "", inputs: inputs)]
    register.costs = [
      Cost(reference: "C1", council: "", description: "", amount: Exact(50), fromYear: 0, toYear: 0)
    ]
    register.actuals = [try actual(.quarter1, 40, year: 2010), try actual(.year, 1, year: 2001)]
    let profile = CostProfile(
      register.costs[0],
      actuals: [
        CostActual(year: try #require(FinancialYear(firstYear: 2009)), value: Exact(60))
      ])
    let worth = RegisterWorth(register, costs: [profile])
    #expect(worth.strayCount == 1)
    let standing = worth.standing(asAt: try #require(FinancialYear(firstYear: 2010)))
    #expect(standing.nonCashable.actualToDate == Exact(40))
    #expect(standing.nonCashable.outlook == Exact(120 + 40 + 90 + 4 * 120))
    #expect(standing.costs.outlook == Exact(60))
    let before = worth.standing(asAt: try #require(FinancialYear(firstYear: 2000)))
    #expect(before.nonCashable.outlook == Exact(6 * 120))
  }

  @Test(
    "COST-1: a year has a figure or a reason, and never both",
    arguments: [
      ("10", "", true), ("", "Lost", true), ("", "", false), ("10", "Lost", false),
      ("ten", "", false), ("1e400", "", false), ("-5", "", true),
    ])
  func figureOrReason(_ value: String, _ reason: String, isTaken: Bool) {
    let reading = CostActual.read([
      .year: "2009/10", .value: value, .noValueBecause: reason,
    ])
    #expect((reading.value != nil) == isTaken)
  }
}

@Suite("Several registers together")
struct ProgrammeWorthTests {
  private func worth(_ base: Int?, cost: Int, prices: PriceBase = .real) -> RegisterWorth {
    var register = Register()
    register.cover.baseYear = base.flatMap { FinancialYear(firstYear: $0) }
    register.cover.priceBase = prices
    register.costs = [
      Cost(
        reference: "C1", council: "", description: "", amount: Exact(cost), fromYear: 0, toYear: 0)
    ]
    return RegisterWorth(register, costs: [])
  }

  @Test("COST-14: sums stand in the years of the earliest base year, at the standard rates")
  func sums() throws {
    let sum = try #require(
      ProgrammeWorth([worth(2010, cost: 1035), worth(2009, cost: 100), worth(nil, cost: 7)]))
    #expect(sum.baseYear.firstYear == 2009)
    #expect(Array(sum.tracked.costs.planned.prefix(2)) == [Exact(100), Exact(1035)])
    #expect(sum.tracked.costs.planned.count == 7)
    let standing = sum.standing(asAt: sum.baseYear)
    let worth = standing.planned.outcome(of: .pvCosts, in: .cash).value
    #expect(worth.map { Shown.money($0) } == "£1,100.00")
  }

  @Test("COST-14: money with inflation and money without are not discounted together")
  func mixedPrices() throws {
    let mixed = [worth(2009, cost: 1), worth(2009, cost: 1, prices: .nominal)]
    let sum = try #require(ProgrammeWorth(mixed))
    let standing = sum.standing(asAt: sum.baseYear)
    #expect(standing.planned.outcome(of: .npv, in: .cash).value == nil)
    #expect(standing.costs.planned == Exact(2))
    #expect(ProgrammeWorth([worth(nil, cost: 1)])?.baseYear == nil)
  }
}
