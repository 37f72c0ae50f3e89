import Calculator
import Programme

/// What follows: the part of the calculator's page that is replaced while somebody types.
struct CalculationFigures: Part {
  /// The query that asks for the same, with nothing but differences.
  let query: String
  /// The figure to lead with, in a few words.
  let headline: String
  /// What is said aloud when the figures change.
  let announcement: String
  let figures: [Figure]
  /// What the figures go without: "Discount rate was not used: correct it."
  let unused: [String]
  /// What stands against a field, by the field's id.
  let faults: [Message]
  let changed: [ChangeLine]
  /// What differences are taken from: "the register".
  let ground: String
  /// Why a change has no effect: what it names has left the register.
  let stale: [String]
  let worth: [WorthRow]
  let years: YearTable
  let chart: YearChart
  let remarks: [RemarkGroup]
  let workingHref: String
  let sensitivityHref: String
  let scenariosHref: String
  let proofHref: String
  /// Back to the register as recorded; nil when nothing is changed.
  let resetHref: String?

  /// One result in both views, with its difference from the register.
  struct WorthRow: Part {
    let label: String
    /// Where its working is; nil for what has none of its own.
    let href: String?
    let cash: String
    let cashDifference: String
    let whole: String
    let wholeHref: String?
    let wholeDifference: String
  }
}

extension CalculationFigures {
  /// The figures of a calculation that an address asked for.
  init(_ calculation: Calculation, _ question: CalculationQuestion, _ problems: [Problem]) {
    let worked = calculation.worked
    var whole = question
    whole.benefit = nil
    let asked = whole
    func href(_ path: String) -> String { asked.address(path, calculation.changes).text }
    query = question.address("", calculation.changes).text
    figures = CalculationFigures.leading(calculation)
    let lead = calculation.leadingWorth
    headline = UnusedInput.before(
      "\(lead.label.capitalizedAtStart): \(worked.shown(lead, in: .cash))", problems)
    announcement = UnusedInput.before(
      figures.prefix(1).map {
        "\($0.label): \($0.value)" + ($0.note.map { ", \($0)" } ?? "")
      }.joined(), problems)
    unused = UnusedInput.words(problems)
    ground = calculation.sight.ground
    faults = problems.compactMap { problem in
      guard case .field(let name) = problem.place else { return nil }
      return Message(id: FormField.id(name), text: problem.message)
    }
    changed = calculation.changed
    stale = calculation.refusals.map { refusal in
      "\(ScenarioChanges.label(of: refusal.variable).capitalizedAtStart): \(refusal.because)."
    }
    let working = href("/calculator/working")
    workingHref = working
    worth = WorthRow.all(calculation, working: working)
    years = calculation.years
    chart = worked.chart
    remarks = worked.remarks
    sensitivityHref = href("/calculator/sensitivity")
    scenariosHref =
      Address("/calculator/scenarios").with("council", question.council?.description).text
    proofHref = href("/calculator/proof.zip")
    resetHref =
      calculation.changes.isEmpty
      ? nil : question.address("/calculator", ScenarioChanges()).text
  }

  /// What to lead with: the cash view, beside the register's.
  private static func leading(_ calculation: Calculation) -> [Figure] {
    let worked = calculation.worked
    let notes: [Worth: String] = [
      .npv: "cashable benefits less costs", .pvBenefits: "cashable benefits, before costs",
      .bcr: worked.band(in: .cash) ?? "",
    ]
    return [calculation.leadingWorth, .bcr, .payback].map { worth in
      let label = "\(worth.label.capitalizedAtStart), cash view"
      guard calculation.sight.tells(worth) else {
        return Figure(label, "not known", note: RegisterSight.because)
      }
      let target = Target(worth, in: .cash)
      let against = DifferenceWords.against(calculation, target)
      let note = calculation.changes.isEmpty ? notes[worth] : against
      return Figure(
        label, worked.shown(worth, in: .cash),
        note: note?.isEmpty == false ? note : nil)
    }
  }
}

extension CalculationFigures.WorthRow {
  /// Every result; the last two rest on costs and are left out where none is seen.
  fileprivate static func all(_ calculation: Calculation, working: String) -> [Self] {
    let rows = WorkedFigures.worths.map { Self($0, calculation, working: working) }
    guard !calculation.sight.hidesCosts else { return rows }
    let rate = Self(modifiedRateOf: calculation, working: working)
    return rows + [rate, Self(bandOf: calculation, working: working)]
  }

  fileprivate init(_ worth: Worth, _ calculation: Calculation, working: String) {
    let isTold = calculation.sight.tells(worth)
    label = worth.label.capitalizedAtStart
    href = isTold ? "\(working)#working-cash-\(worth)" : nil
    wholeHref = isTold ? "\(working)#working-whole-\(worth)" : nil
    cash = calculation.shown(worth, in: .cash)
    whole = calculation.shown(worth, in: .whole)
    cashDifference = DifferenceWords.bare(calculation, Target(worth, in: .cash))
    wholeDifference = DifferenceWords.bare(calculation, Target(worth, in: .whole))
  }
}

extension CalculationFigures.WorthRow {
  /// One word for the benefit-cost ratio.
  fileprivate init(bandOf calculation: Calculation, working: String) {
    let recorded = WorkedFigures(calculation.recorded, baseYear: nil)
    func difference(_ view: View) -> String {
      let (here, there) = (calculation.worked.bandWord(in: view), recorded.bandWord(in: view))
      return here == there ? "the same" : "was \(there ?? "undefined")"
    }
    label = "Value for money"
    href = "\(working)#working-cash-bcr"
    wholeHref = "\(working)#working-whole-bcr"
    cash = calculation.worked.bandWord(in: .cash) ?? "undefined"
    whole = calculation.worked.bandWord(in: .whole) ?? "undefined"
    cashDifference = difference(.cash)
    wholeDifference = difference(.whole)
  }
}

extension CalculationFigures.WorthRow {
  /// The modified rate of return, at the discount rate both ways.
  fileprivate init(modifiedRateOf calculation: Calculation, working: String) {
    func shown(_ view: View) -> String {
      switch calculation.figures.modifiedRate(in: view) {
      case .value(let rate): Shown.percentage(Exact(rate))
      case .undefined(let reason): "undefined, because \(reason)"
      }
    }
    func difference(_ view: View) -> String {
      guard let here = calculation.figures.modifiedRate(in: view).value,
        let there = calculation.recorded.modifiedRate(in: view).value
      else { return "" }
      return here == there ? "the same" : DifferenceWords.signed(Exact(here - there), of: .irr)
    }
    label = "Modified internal rate of return, at the discount rate"
    href = "\(working)#\(WorkedFigures.modifiedRateID(in: .cash))"
    wholeHref = "\(working)#\(WorkedFigures.modifiedRateID(in: .whole))"
    cash = shown(.cash)
    whole = shown(.whole)
    cashDifference = difference(.cash)
    wholeDifference = difference(.whole)
  }
}
