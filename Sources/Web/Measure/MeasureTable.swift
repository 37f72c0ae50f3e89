import Calculator
import Exchange
import Programme
import Store

extension Exchange.Table {
  /// What is measured of a benefit, a row a series.
  init(_ measured: BenefitSeries) {
    let headings = [
      "Benefit", "Measure", "Kind", "Unit", "Better when", "Measured every", "Source", "Baseline",
      "Baseline as at", "Actual to date", "As at", "Forecast of the same periods", "Difference",
      "Verdict", "Outlook", "Withdrawn because",
    ]
    self.init(headings: headings, rows: measured.all.map(\.cells))
  }

  /// The recorded periods of one series. Percentages are fractions.
  init(_ series: StoredSeries) {
    let headings = [
      "Benefit", "Measure", "Unit", "Financial year", "Period", "From", "To", "Forecast", "Actual",
      "No data because", "How settled", "Evidence",
    ]
    let told = series.series
    self.init(headings: headings, rows: series.rows.map { $0.noun.cells(of: series, told) })
  }
}

extension StoredSeries {
  fileprivate var cells: [TableCell] {
    let measure = definition
    let whole = series.whole
    let verdict = Verdict(whole, better: measure.direction)
    return [
      .text(benefit.benefit.reference), .text(measure.name), .text(measure.kind.rawValue),
      .text(MeasureWords.unit(of: measure)), .text(measure.direction.rawValue),
      .text(self.measure == nil ? "" : measure.frequency.rawValue), .text(measure.source),
      .number(orBlank: measure.baseline), measure.baselineDay.map(TableCell.day) ?? .blank,
      .number(orBlank: whole.actual), .text(whole.asAt?.words ?? ""),
      .number(orBlank: whole.forecastToDate), .number(orBlank: whole.variance),
      .text(verdict?.rawValue ?? ""), .number(orBlank: whole.outlook),
      .text(self.measure?.withdrawnBecause ?? ""),
    ]
  }
}

extension PeriodValue {
  fileprivate func cells(of stored: StoredSeries, _ series: Series) -> [TableCell] {
    [
      .text(stored.benefit.benefit.reference), .text(stored.definition.name),
      .text(MeasureWords.unit(of: stored.definition)), .text(span.year.description),
      .text(span.part.rawValue), span.firstDay.map(TableCell.day) ?? .blank,
      span.lastDay.map(TableCell.day) ?? .blank,
      .number(orBlank: series.forecast(of: self)), .number(orBlank: actual),
      .text(noDataBecause), .text(text(.maturity)), .text(evidence),
    ]
  }
}

extension TableCell {
  /// A number, or nothing where it is not known.
  fileprivate static func number(orBlank value: Exact?) -> TableCell {
    value.map(TableCell.number) ?? .blank
  }
}
