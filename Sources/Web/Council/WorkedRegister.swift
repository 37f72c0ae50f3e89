import Calculator
import Programme

/// A register with its figures worked out, in the words and numbers of a council's page.
struct WorkedRegister: Sendable {
  private let register: Register
  private let figures: Figures<Exact>
  let worked: WorkedFigures

  init(_ register: Register) {
    self.register = register
    figures = calculate(register.appraisal())
    worked = WorkedFigures(figures, baseYear: register.cover.baseYear)
  }

  /// What to lead with: the cash view.
  var leading: [Figure] {
    [
      Figure(
        "Net present value, cash view", worked.shown(.npv, in: .cash),
        note: "cashable benefits less costs",
        working: Link("How this came about", "#working-cash-npv")),
      Figure(
        "Benefit-cost ratio, cash view", worked.shown(.bcr, in: .cash),
        note: worked.band(in: .cash)),
      Figure("Payback, cash view", worked.shown(.payback, in: .cash)),
    ]
  }

  /// Every result in both views.
  var worth: [CouncilDetailPage.WorthRow] {
    WorkedFigures.worths.map { worth in
      CouncilDetailPage.WorthRow(
        label: worth.label.capitalizedAtStart, cash: worked.shown(worth, in: .cash),
        cashWorking: "#working-cash-\(worth)", whole: worked.shown(worth, in: .whole),
        wholeWorking: "#working-whole-\(worth)")
    }
  }

  /// What the figures stand on.
  var assumptions: [SummaryLine] {
    let own = Cover.Field.own.filter { register.cover.text($0) != Cover().text($0) }
    let fields = [Cover.Field.project, .baseYear, .priceBase] + own + Cover.Field.assumptions
    let lines = fields.map { field in
      SummaryLine(
        field.label,
        Shown.field(register.cover.text(field), kind: field.kind, unit: field.unit))
    }
    let hours = figures.productiveHours.value.map { "\(Shown.quantity($0)) hours a year" }
    return lines + [
      SummaryLine("Productive hours", hours ?? "undefined", note: "of a post")
    ]
  }
}
