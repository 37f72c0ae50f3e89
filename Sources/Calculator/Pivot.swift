/// One line of a pivot: a combination of labels and what the benefits under it bring.
public struct PivotRow<N: Number>: Sendable, Hashable {
  /// One label a dimension, in the order asked for; "(blank)" where a benefit has none.
  public let labels: [String]
  /// Benefits that fall here, whole or in part; those without money count too.
  public let benefitCount: Int
  /// The council's benefits by year, transfers left out.
  public let net: [N]
  /// The cashable part.
  public let cashable: [N]
  /// The rest.
  public let nonCashable: [N]
  /// Value that reaches others, by year.
  public let transfers: [N]

  /// Benefits and transfers together, as the legacy Summary sheet adds them.
  public var withTransfers: [N] { zip(net, transfers).map { $0 + $1 } }
}

extension Figures {
  /// Benefits grouped by every combination of labels in these dimensions, largest groups of
  /// labels in the order they are first met. Every column adds up to the ungrouped total, for a
  /// benefit with several labels in a dimension is shared equally between them.
  public func pivot(_ dimensions: [Dimension]) -> [PivotRow<N>] {
    var table = PivotTable<N>(yearCount: years.count)
    for (benefit, figures) in zip(appraisal.benefits, benefits) {
      table.add(figures, under: PivotTable<N>.combinations(of: benefit.labels, by: dimensions))
    }
    return table.rows
  }
}
