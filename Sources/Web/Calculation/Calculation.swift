import Calculator
import Programme
import Store

/// A register with changes: the figures as recorded beside those that follow.
struct Calculation: Sendable {
  let register: Register
  let changes: ScenarioChanges
  /// How much of the council's register this is.
  let sight: RegisterSight
  /// What the scenario names and the register no longer has.
  let refusals: [VariableRefusal]
  /// The register as recorded.
  let recorded: Figures<Exact>
  /// What follows.
  let figures: Figures<Exact>

  init(_ register: Register, _ changes: ScenarioChanges, _ sight: RegisterSight = .whole) {
    self.register = register
    self.changes = changes
    self.sight = sight
    let recorded = calculate(register.appraisal())
    let applied = changes.applied(to: recorded.appraisal)
    self.recorded = recorded
    refusals = applied.refusals
    figures = changes.isEmpty ? recorded : calculate(applied.appraisal)
  }

  var worked: WorkedFigures { WorkedFigures(figures, baseYear: register.cover.baseYear) }

  /// By how much a result differs from the register's; nil where one of them does not exist.
  func difference(of target: Target) -> Exact? {
    guard let here = figures.outcome(of: target).value,
      let there = recorded.outcome(of: target).value
    else { return nil }
    return here - there
  }

  /// Every input that differs, with its value in the register and here.
  var changed: [ChangeLine] {
    changes.texts.sorted { $0.key < $1.key }.map { name, _ in
      ChangeLine(
        label: ScenarioChanges.label(of: name).capitalizedAtStart,
        before: ChangeWords.value(of: name, in: recorded.appraisal),
        after: ChangeWords.value(of: name, in: figures.appraisal))
    }
  }
}
