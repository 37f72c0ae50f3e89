import Calculator
import Programme
import Store

/// How the calculator's figures came about, from the headline down to each input and its source.
struct CalculatorWorkingPage: Page {
  static let template = "calculation/working"

  let title: String
  let council: String
  /// Why the figures are of a part alone; nil when all of the register is seen.
  let sight: String?
  /// What an input was left out for.
  let unused: [String]
  let changed: [ChangeLine]
  let workings: [WorkingPart]
  /// Each benefit by year, leading to its own working; empty on the page of one benefit.
  let benefits: [BenefitRow]
  let years: [String]
  let area: Area? = .calculator
  let isWide = true
  let trail: [Link]

  /// One benefit's net by year.
  struct BenefitRow: Part {
    let reference: String
    let title: String
    let href: String
    let cells: [String]
    /// "cashable 50 %", "goes to others", "undefined, because …".
    let note: String
  }

  /// Nil when the question names a benefit that the register does not have.
  init?(
    _ subject: CalculationSubject, _ question: CalculationQuestion, _ answer: CalculationAnswered
  ) {
    let calculation = answer.calculation
    let back = question.address("/calculator", calculation.changes).text
    council = subject.stored.councilName
    sight = subject.sight.notice
    unused = UnusedInput.words(answer.problems)
    changed = calculation.changed
    years = calculation.worked.yearNames
    guard let reference = question.benefit else {
      title = "How the figures came about"
      workings = calculation.workings
      benefits = calculation.benefitRows(question)
      trail = [Link("Calculator", back)]
      return
    }
    guard let benefit = subject.register.benefits.first(where: { $0.reference == reference })
    else { return nil }
    var whole = question
    whole.benefit = nil
    title = "\(benefit.reference) \(benefit.title)"
    workings = calculation.workings(of: benefit)
    benefits = []
    trail = [
      Link("Calculator", back),
      Link(
        "How the figures came about",
        whole.address("/calculator/working", calculation.changes).text),
    ]
  }
}

extension Calculation {
  fileprivate func benefitRows(
    _ question: CalculationQuestion
  ) -> [CalculatorWorkingPage.BenefitRow] {
    zip(register.benefits, figures.benefits).map { benefit, worked in
      var own = question
      own.benefit = benefit.reference
      return CalculatorWorkingPage.BenefitRow(
        reference: benefit.reference, title: benefit.title,
        href: own.address("/calculator/working", changes).text,
        cells: worked.net.map { $0.map { Shown.bare($0) } }
          ?? figures.years.map { _ in "no money" },
        note: worked.note)
    }
  }

  /// A benefit's net, and the cashable part of each year.
  fileprivate func workings(of benefit: Benefit) -> [WorkingPart] {
    let whole = figures.working(ofBenefit: benefit.reference).map {
      WorkingPart($0, id: "working")
    }
    let cashable = figures.years.compactMap { year in
      figures.working(ofCashable: benefit.reference, inYear: year).map {
        WorkingPart($0, id: "working-cashable-\(year)")
      }
    }
    let hours = WorkingPart(figures.workingOfProductiveHours(), id: "working-hours")
    return [whole].compactMap { $0 } + cashable + (benefit.inputs.method == .time ? [hours] : [])
  }
}

extension BenefitFigures<Exact> {
  fileprivate var note: String {
    if let reason = gross.reason { return score.value == nil ? "undefined, because \(reason)" : "" }
    if isTransfer { return "goes to others" }
    return cashShare == .zero ? "non-cashable" : "cashable: \(Shown.percentage(cashShare))"
  }
}

extension CalculatorWorkingPage {
  private init(
    title: String, changed: [ChangeLine], workings: [WorkingPart], benefits: [BenefitRow]
  ) {
    self.title = title
    council = "West Lothian Council"
    sight = benefits.isEmpty ? nil : .partSample
    unused = benefits.isEmpty ? [] : ["Discount rate was not used: correct it."]
    self.changed = changed
    self.workings = workings
    self.benefits = benefits
    years = ["2009/10", "2010/11"]
    trail = [Link("Calculator", "/calculator?council=S12000040")]
  }

  static let sample = CalculatorWorkingPage(
    title: "How the figures came about",
    changed: [ChangeLine(label: "Discount rate", before: "3.5 %", after: "5 %")],
    workings: [.sample(id: "working-cash-npv")],
    benefits: [
      BenefitRow(
        reference: "B001", title: "Fewer visits", href: "/calculator/working?benefit=B001",
        cells: ["0.00", "19,477.65"], note: "cashable: 50 %")
    ])

  static let states = [
    "benefit": CalculatorWorkingPage(
      title: "B001 Fewer visits", changed: [], workings: [.sample(id: "working")], benefits: [])
  ]
}
