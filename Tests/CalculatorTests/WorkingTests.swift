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
      checked += try Formula.check(figures.working(ofModifiedRateIn: view))
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

  @Test(
    "CALC-33: a modified rate of return goes down to each year's net, or says why there is none")
  func modifiedRateExplained() throws {
    // −100 now at 10 %, 60 and 66 later: 60 × 1.1 + 66 = 132, and √1.32 − 1.
    let benefits = [("B1", 60, 1), ("B2", 66, 2)].map { id, amount, year in
      BenefitCase<Exact>(
        id: id, inputs: Inputs(method: .amount, amount: Exact(amount), startYear: year, years: 1),
        isCashable: true)
    }
    let appraisal = Appraisal<Exact>(
      horizonYears: 2, schedule: .flat(Exact(1) / Exact(10)), benefits: benefits,
      costs: [CostLine(id: "C1", amount: 100, fromYear: 0, toYear: 0)])
    let figures = calculate(appraisal)
    let working = figures.working(ofModifiedRateIn: .cash)
    #expect(working.shown == "14.89 %")
    #expect(working.steps.map(\.shown) == ["£132.00", "£100.00"])
    #expect(try Formula.check(working) == 6)
    let none = calculate(Appraisal<Exact>(horizonYears: 2)).working(ofModifiedRateIn: .whole)
    #expect(none.shown == "undefined, because it needs money paid and money received")
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

  @Test("CALC-32: the net present value goes down to every benefit, line of cost and rate")
  func headlineReachesInputs() throws {
    let sample = try Sample("west-lothian-90")
    let figures = calculate(try sample.appraisal(Exact.self))
    let awards = sample.inputs.benefits.filter { $0["Method"] == "TakeUp" }
      .compactMap { $0["BenefitID"] ?? nil }
    for (view, flows) in [(View.cash, \Sample.Expected.Benefit.cashable), (.whole, \.net)] {
      let parts = figures.working(of: .npv, in: view).parts
      for year in figures.years {
        let benefits = try #require(parts.first { $0.name == "benefits in year \(year)" })
        let expected = sample.expected.benefits.filter { id, benefit in
          !awards.contains(id) && benefit[keyPath: flows].map { Double($0[year]) != 0 } == true
        }
        #expect(
          Set(benefits.steps.map(\.name) + benefits.inputs.map(\.name))
            == Set(expected.keys.map { view.line(of: $0, in: year) } + ["all other benefits"]))
        let costs = try #require(parts.first { $0.name == "costs in year \(year)" })
        #expect(costs.steps.allSatisfy { $0.inputs.map(\.name) == ["amount", "optimism bias"] })
        let factor = try #require(parts.first { $0.name == "discount factor in year \(year)" })
        let sources = factor.parts.flatMap(\.inputs).map(\.source)
        #expect(sources == (year == 0 ? [] : ["year \(year - 1)", "assumptions"]))
      }
    }
  }

  @Test("CALC-32: in the cash view a benefit is its net × cash share and names its own working")
  func cashablePart() throws {
    let figures = calculate(try Sample("two-examples").appraisal(Exact.self))
    let parts = figures.working(of: .npv, in: .cash).parts
    let year = try #require(parts.first { $0.name == "benefits in year 1" })
    let part = try #require(year.steps.first)
    let id = try #require(part.name.split(separator: " ").dropLast(3).last)
    #expect(part.formula == "net benefit × cash share")
    #expect(part.inputs.first?.source == "working of \(id): net benefit in year 1")
    let own = try #require(figures.working(ofBenefit: String(id)))
    #expect(own.parts.contains { $0.name == "net benefit in year 1" })
  }

  /// The page of 90 benefits shows them all at once.
  @Test("CALC-32: the workings of all results of 90 benefits stay small enough for one page")
  func size() throws {
    let figures = calculate(try Sample("west-lothian-90").appraisal(Exact.self))
    let parts = View.allCases.flatMap { view in
      Worth.allCases.flatMap { figures.working(of: $0, in: view).parts }
    }
    #expect(parts.count < 1_000)
    #expect(parts.reduce(0) { $0 + $1.inputs.count } < 2_000)
  }

  @Test("CALC-27: a return on investment is a percentage in its working too")
  func returnIsPercentage() {
    let benefit = BenefitCase<Exact>(
      id: "B1", inputs: Inputs(method: .amount, amount: 600, years: 1), isCashable: true)
    let figures = calculate(
      Appraisal(
        benefits: [benefit],
        costs: [CostLine(id: "C1", amount: 240, fromYear: 0, toYear: 0)]))
    let working = figures.working(of: .roi, in: .cash)
    #expect(working.shown == "150 %")
    #expect(working.value == "1.5")
  }
}

extension Working {
  /// It and all its steps, at any depth.
  fileprivate var parts: [Working] { [self] + steps.flatMap(\.parts) }
}

extension View {
  /// The line of a benefit in a year's sum.
  fileprivate func line(of id: String, in year: Int) -> String {
    self == .cash ? "cashable part of \(id) in year \(year)" : id
  }
}
