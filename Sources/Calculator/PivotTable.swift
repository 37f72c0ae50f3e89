/// Collects the rows of a pivot.
struct PivotTable<N: Number> {
  let yearCount: Int
  private(set) var rows: [PivotRow<N>] = []
  private var places: [[String]: Int] = [:]

  init(yearCount: Int) { self.yearCount = yearCount }

  /// Every combination of one label a dimension. A benefit with too many to split over is filed
  /// under its labels written together, which keeps the totals whole.
  static func combinations(
    of labels: [Dimension: [String]], by dimensions: [Dimension]
  ) -> [[String]] {
    dimensions.reduce([[]]) { combinations, dimension in
      var choices = distinct(labels[dimension] ?? [])
      if combinations.count * choices.count > Limit.pivotSplits {
        choices = [choices.joined(separator: "; ")]
      }
      return combinations.flatMap { combination in choices.map { combination + [$0] } }
    }
  }

  /// Labels as shown, each once; the blank label when there is none.
  private static func distinct(_ labels: [String]) -> [String] {
    var seen: Set<String> = []
    let shown = labels.prefix(Limit.pivotSplits).map(Label.trimmed).filter {
      !$0.isEmpty && seen.insert(Label.folded($0)).inserted
    }
    return shown.isEmpty ? [Label.blank] : shown
  }

  /// Files a benefit in equal parts; the last part is what is left, so that nothing is lost.
  mutating func add(_ figures: BenefitFigures<N>, under combinations: [[String]]) {
    let none = [N](repeating: .zero, count: yearCount)
    var net = figures.net ?? none
    var cashable = figures.cashable ?? none
    for (index, labels) in combinations.enumerated() {
      let parts = N(combinations.count - index)
      let netPart = net.map { $0 / parts }
      let cashPart = cashable.map { $0 / parts }
      file(netPart, cashable: cashPart, isTransfer: figures.isTransfer, under: labels)
      net = zip(net, netPart).map { $0 - $1 }
      cashable = zip(cashable, cashPart).map { $0 - $1 }
    }
  }

  private mutating func file(
    _ net: [N], cashable: [N], isTransfer: Bool, under labels: [String]
  ) {
    let key = labels.map(Label.folded)
    let place = places[key, default: rows.count]
    let none = [N](repeating: .zero, count: yearCount)
    if place == rows.count {
      places[key] = place
      rows.append(
        PivotRow(
          labels: labels, benefitCount: 0, net: none, cashable: none, nonCashable: none,
          transfers: none))
    }
    let row = rows[place]
    let own = isTransfer ? none : net
    let ownCash = isTransfer ? none : cashable
    rows[place] = PivotRow(
      labels: row.labels, benefitCount: row.benefitCount + 1, net: sum(row.net, own),
      cashable: sum(row.cashable, ownCash),
      nonCashable: sum(row.nonCashable, zip(own, ownCash).map { $0 - $1 }),
      transfers: sum(row.transfers, isTransfer ? net : none))
  }

  private func sum(_ left: [N], _ right: [N]) -> [N] { zip(left, right).map { $0 + $1 } }
}
