import Exchange
import Programme
import Store

extension Exchange.Table {
  /// Patterns, a row each; lists and assumptions are texts in one cell.
  init(_ shelf: [ShelvedPattern]) {
    self.init(
      headings: [
        "Pattern", "Title", "Description", "Service", "Category", "Method", "Tangibility",
        "Cashability", "Stakeholders", "Assumptions", "Measures", "Evidence", "Pitfalls", "From",
      ], rows: shelf.map(\.cells))
  }
}

extension ShelvedPattern {
  fileprivate var cells: [TableCell] {
    let assumed = pattern.assumptions.map { "\($0.label): \($0.shown). \($0.reason)" }
    let texts = [
      pattern.id, pattern.title, pattern.description, pattern.service, pattern.category,
      pattern.method, pattern.tangibility, pattern.cashability,
      pattern.stakeholders.joined(separator: "; "), assumed.joined(separator: "\n"),
      pattern.measures.map(\.name).joined(separator: "; "),
      pattern.evidence.joined(separator: "\n"), pattern.pitfalls.joined(separator: "\n"), origin,
    ]
    return texts.map(TableCell.text)
  }
}

extension Pattern.Assumption {
  /// The label of the input.
  var label: String { benefitField?.label ?? field }
  /// The value as people read it.
  var shown: String { BenefitWords.value(value, of: benefitField) }
}

extension Pattern {
  /// Why each value is assumed, by input.
  var reasons: [Benefit.Field: String] {
    Dictionary(
      assumptions.compactMap { one in one.benefitField.map { ($0, one.reason) } },
      uniquingKeysWith: { first, _ in first })
  }
}
