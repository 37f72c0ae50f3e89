import Calculator
import Exchange
import Programme
import Store

extension Exchange.Table {
  /// The objectives as rows, a target a row; one without targets has a row of its own.
  init(_ objectives: [StoredObjective], use: [ObjectiveUse]) {
    let rows = objectives.flatMap { stored -> [[TableCell]] in
      let objective = stored.objective
      let count = use.first { $0.words.lowercased() == objective.title.lowercased() }?.count ?? 0
      let head: [TableCell] = [.text(objective.title), .number(Exact(count))]
      let targets = TargetTerm.allCases.compactMap { term -> [TableCell]? in
        objective.targets[term].map { target in
          head + [
            .text(term.label), .text(target.words), target.by.map(TableCell.day) ?? .blank,
            .text(target.standing.rawValue),
          ]
        }
      }
      return targets.isEmpty ? [head + [.blank, .blank, .blank, .blank]] : targets
    }
    self.init(
      headings: ["Objective", "Benefits", "Term", "Target", "By", "How far"], rows: rows)
  }
}
