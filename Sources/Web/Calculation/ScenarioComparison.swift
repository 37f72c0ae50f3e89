import Calculator
import Programme
import Store

/// Scenarios side by side with the register as recorded: what differs, and what follows.
struct ScenarioComparison: Sendable {
  let columns: [Calculation]
  let names: [String]

  /// The most scenarios beside the register.
  static let limit = 3

  /// The scenarios that were ticked, else the newest; no more than fit side by side.
  static func chosen(_ ticked: [String], from all: [StoredScenario]) -> [StoredScenario] {
    let wanted = Set(ticked.compactMap { ID<Scenario>(text: $0) })
    let some = all.filter { wanted.contains($0.id) }
    return Array((some.isEmpty ? all : some).prefix(limit))
  }

  init(_ register: Register, _ scenarios: [StoredScenario], _ sight: RegisterSight) {
    columns =
      [Calculation(register, ScenarioChanges(), sight)]
      + scenarios.map { Calculation(register, $0.scenario.changes, sight) }
    names = [sight.notice == nil ? "As recorded" : "What you see"] + scenarios.map(\.scenario.name)
  }

  /// Every input that some scenario changes, with its value in each.
  var inputs: [ComparedRow] {
    let changes = Set(columns.flatMap { $0.changes.texts.keys })
    return changes.sorted().map { name in
      ComparedRow(
        label: ScenarioChanges.label(of: name).capitalizedAtStart,
        cells: columns.map { column in
          ComparedRow.Cell(
            text: ChangeWords.value(of: name, in: column.figures.appraisal), note: "",
            isChanged: column.changes.texts[name] != nil)
        })
    }
  }

  /// Results in a view, with the difference from the register.
  func results(in view: View) -> [ComparedRow] {
    WorkedFigures.worths.map { worth in
      let target = Target(worth, in: view)
      return ComparedRow(
        label: worth.label.capitalizedAtStart,
        cells: columns.enumerated().map { place, column in
          ComparedRow.Cell(
            text: column.shown(worth, in: view),
            note: place == 0 ? "" : DifferenceWords.bare(column, target), isChanged: false)
        })
    }
  }

  /// The cash view's leading result of each as a bar.
  var chart: ComparisonChart {
    let worth = columns.first?.leadingWorth ?? .npv
    return ComparisonChart(
      bars: zip(names, columns).map { name, column in
        (name, column.figures.outcome(of: Target(worth, in: .cash)).value)
      }, of: worth)
  }
}
