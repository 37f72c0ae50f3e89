import Calculator
import Testing

@Suite("Workings")
struct WorkingTests {
  @Test(
    "CALC-32: every formula, worked out from its own inputs and steps, gives the value it states",
    arguments: SampleTests.names)
  func everyFormulaHolds(name: String) throws {
    let figures = calculate(try Sample(name).appraisal(Exact.self))
    var checked = 0
    for benefit in figures.benefits {
      checked += try Formula.check(#require(figures.working(ofBenefit: benefit.id)))
      for year in figures.years {
        for working in [
          figures.working(ofBenefit: benefit.id, inYear: year),
          figures.working(ofCashable: benefit.id, inYear: year),
        ] {
          checked += try working.map(Formula.check) ?? 0
        }
      }
    }
    for view in View.allCases {
      for year in figures.years {
        checked += try Formula.check(#require(figures.working(ofYear: year, in: view)))
      }
      for worth in Worth.allCases {
        checked += try Formula.check(figures.working(of: worth, in: view))
      }
    }
    checked += try Formula.check(figures.workingOfProductiveHours())
    #expect(checked > 20 * figures.benefits.count)
  }

  @Test("CALC-32: a discount factor explains itself, year by year", arguments: Convention.allCases)
  func factorsExplained(convention: Convention) throws {
    for schedule in [RateSchedule<Exact>.standard, .health, .reduced, .flat(Exact(1) / Exact(8))] {
      let figures = calculate(
        Appraisal<Exact>(horizonYears: 140, convention: convention, schedule: schedule))
      for year in figures.years {
        let working = try #require(figures.working(ofDiscountFactor: year))
        #expect(working.value == figures.discountFactors[year].text)
        _ = try Formula.check(working)
      }
    }
  }

  @Test("CALC-32: what is undefined says why, in the working too")
  func undefinedExplained() throws {
    let benefit = BenefitCase<Exact>(id: "B1", inputs: Inputs(method: .unit, volume: 4))
    let figures = calculate(Appraisal(benefits: [benefit]))
    let working = try #require(figures.working(ofBenefit: "B1"))
    #expect(working.shown == "undefined, because unit cost before is blank")
    #expect(working.steps.first?.inputs.map(\.source) == ["benefit B1", "blank", "blank"])
    #expect(
      figures.working(of: .bcr, in: .cash).shown
        == "undefined, because the present value of the costs is not above 0")
    #expect(figures.working(ofBenefit: "B2") == nil)
    #expect(figures.working(ofYear: 6) == nil)
  }

  @Test("CALC-32: an input names its source, and how a blank was read")
  func sources() throws {
    let figures = calculate(try Sample("two-examples").appraisal(Exact.self))
    let year = try #require(figures.working(ofBenefit: "B002", inYear: 1))
    let gross = try #require(year.steps.first)
    #expect(gross.formula == "volume × avoidable share × cost of channel")
    #expect(gross.shown == "£5,328.00 a year")
    #expect(
      gross.inputs.map(\.source) == ["benefit B002", "benefit B002", "channel costs: Face to face"])
    #expect(year.inputs.first { $0.name == "claim share" }?.source == "blank: read as 1")
  }
}
