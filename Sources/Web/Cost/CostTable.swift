import Calculator
import Exchange
import Programme
import Store

extension Exchange.Table {
  /// The rows of the list of costs, with the columns of the screen and those it has no room for.
  init(_ costs: [StoredCost]) {
    let years = (0...Register.horizonYears).map { "Actual £, year \($0)" }
    let headings = [
      "Reference", "What is paid for", "Council", "Council code", "From", "To",
      "Planned £ a year", "Optimism bias", "Planned £ over all years", "Actual £", "Years known",
      "Buys", "Seen by",
    ]
    self.init(headings: headings + years, rows: costs.map(\.cells))
  }
}

extension StoredCost {
  fileprivate var cells: [TableCell] {
    let line = tracked
    let about: [TableCell] = [
      .text(cost.reference), .text(cost.description), .text(councilName),
      .text(councilCode?.description ?? ""),
      .text(FinancialYear.words(cost.fromYear, from: baseYear)),
      .text(FinancialYear.words(cost.toYear, from: baseYear)), .money(cost.amount),
      cost.optimismBiasShare.map(TableCell.number) ?? .blank, .money(line.planned),
      line.isKnown ? .money(line.actualToDate) : .blank, .number(Exact(line.knownCount)),
      .text(
        benefits.isEmpty ? "the whole programme" : benefits.map(\.reference).joined(separator: "; ")
      ),
      .text(BenefitWords.visibility(stored.visibility)),
    ]
    let known = (0...Register.horizonYears).map { place in
      TableCell.money(
        orBlank: actuals.first { $0.year == baseYear?.advanced(by: place) }?.value)
    }
    return about + known
  }
}
