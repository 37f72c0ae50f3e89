import Calculator
import Programme

/// How the values of a measure are written.
enum MeasureWords {
  /// A value as people read it: pounds to the penny, percentages with their sign, counts as they are.
  static func value(_ value: Exact?, of measure: Measure) -> String {
    guard let value else { return Shown.unknown }
    if measure.kind == .percentage { return Shown.percentage(value) }
    return measure.unit == "£" ? Shown.decimal(value, places: 2) : Shown.quantity(value)
  }

  /// A value with its unit: "£1,204.00", "1,204 calls", "95 %".
  static func valueWithUnit(_ value: Exact, of measure: Measure) -> String {
    if measure.kind == .percentage { return Shown.percentage(value) }
    if measure.unit == "£" { return Shown.money(value) }
    return "\(Shown.quantity(value)) \(measure.unit)"
  }

  /// The unit as a column's head names it.
  static func unit(of measure: Measure) -> String {
    guard measure.kind == .percentage else { return measure.unit }
    return measure.unit.isEmpty ? "%" : "% of \(measure.unit)"
  }

  /// A number as it is typed, "" for none: percentages without their sign.
  static func typed(_ value: Exact?, of measure: Measure) -> String {
    value.map { PercentText.typed($0.text, if: measure.kind == .percentage) } ?? ""
  }

  /// "−450.37 (−6.13 %)"; "not known" without both figures.
  static func variance(_ point: SeriesPoint, of measure: Measure) -> String {
    difference(point, of: measure) + (varianceShare(point).map { " (\($0))" } ?? "")
  }

  /// "−450.37", in percentage points for a percentage; "not known" without both figures.
  static func difference(_ point: SeriesPoint, of measure: Measure) -> String {
    guard let variance = point.variance else { return Shown.unknown }
    let sign = variance > .zero ? "+" : ""
    guard measure.kind == .percentage else { return sign + value(variance, of: measure) }
    return sign + Shown.decimal(variance * Exact(100), places: 2) + " points"
  }

  /// "−6.13 %" of the forecast; nil where there is none.
  static func varianceShare(_ point: SeriesPoint) -> String? {
    point.comparison?.varianceShare.value.map {
      ($0 > .zero ? "+" : "") + Shown.percentage($0)
    }
  }

  /// What the kind means for whoever types values.
  static func explanation(of kind: MeasureKind) -> String {
    switch kind {
    case .cumulative: "Type the amount of each period by itself. Amounts add up."
    case .pointInTime: "Type the level at the end of each period. The last known one counts."
    case .percentage: "Type the percentage of each period. They are never added up or averaged."
    }
  }

  /// The rule of the variance's colour.
  static let rule =
    "A difference of up to \(Shown.percentage(Verdict.toleranceShare)) of the forecast counts as "
    + "“as forecast”. Beyond that it is better or worse, as the measure goes."

  /// Which way is better.
  static func words(_ direction: MeasureDirection) -> String {
    direction == .up ? "higher" : "lower"
  }

  /// "month", "quarter", "financial year".
  static func words(_ frequency: Frequency) -> String {
    switch frequency {
    case .month: "month"
    case .quarter: "quarter"
    case .year: "financial year"
    }
  }

  /// A period as short as a chart needs it: "Apr 10", "Q1 10/11", "2010/11".
  static func short(_ span: PeriodSpan) -> String {
    switch span.part.frequency {
    case .year: return span.year.description
    case .quarter: return "\(span.part.rawValue) \(span.year.description.dropFirst(2))"
    case .month:
      let words = span.words.split(separator: " ")
      return "\(words.first?.prefix(3) ?? "") \(words.last?.suffix(2) ?? "")"
    }
  }
}

extension Tag {
  /// How an actual stands to its forecast.
  init(_ verdict: Verdict) {
    switch verdict {
    case .better: self.init(verdict.rawValue, .green)
    case .asForecast: self.init(verdict.rawValue, .blue)
    case .worse: self.init(verdict.rawValue, .red)
    }
  }
}
