import Calculator
import Programme

/// In what two forecasts differ: fields from what to what, and the money year by year.
struct DifferencePart: Part {
  let heading: String
  /// What is said when nothing differs, or there is nothing to compare with.
  let none: String?
  let before: String
  let after: String
  let rows: [ChangeLine]
  let years: YearTable?

  init(_ difference: ForecastDifference, heading: String, before: String, after: String) {
    self.heading = heading
    self.before = before
    self.after = after
    none = difference.isEmpty ? "Nothing differs." : nil
    rows = (difference.fields + difference.figures).map { change in
      let field = Benefit.Field(rawValue: change.field)
      return ChangeLine(
        label: change.label, before: DifferencePart.words(change.before, field),
        after: DifferencePart.words(change.after, field))
    }
    years = YearTable(difference.years, before: before, after: after)
  }

  /// Nothing to compare.
  init(heading: String, none: String) {
    self.heading = heading
    self.none = none
    (before, after, rows, years) = ("", "", [], nil)
  }

  /// A field in its own words; a plain number with its separators.
  private static func words(_ text: String, _ field: Benefit.Field?) -> String {
    if field == nil, let number = Exact(text: text) { return Shown.quantity(number) }
    return BenefitWords.value(text, of: field)
  }

  static let sample = DifferencePart(
    ForecastDifference(
      from: .sample(amount: "20000", net: 18_000), to: .sample(amount: "24000", net: 21_600)),
    heading: "What changed since baseline 1", before: "Baseline 1", after: "Now")
}

extension BenefitSnapshot {
  /// For samples of pages.
  fileprivate static func sample(amount: String, net: Int) -> BenefitSnapshot {
    var benefit = Benefit(
      reference: "B001", title: "Fewer visits", council: "", inputs: Inputs(method: .amount))
    benefit.inputs.amount = Exact(text: amount)
    var snapshot = BenefitSnapshot(benefit)
    snapshot.gross = benefit.inputs.amount
    snapshot.years = [Year(label: "2010/11", net: Exact(net), cashable: .zero)]
    return snapshot
  }
}
