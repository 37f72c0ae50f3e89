import Calculator

/// A measure of a benefit with all of its values, as files carry it.
public struct MeasureSeries: Hashable, Sendable {
  /// The reference of the benefit.
  public var benefitReference: String
  /// What is measured.
  public var measure: Measure
  /// Why it is no longer measured; "" while it is.
  public var withdrawnBecause: String
  /// What was forecast and what came, in the order of time.
  public var values: [PeriodValue]

  /// A measure with its values.
  public init(
    benefitReference: String, measure: Measure, withdrawnBecause: String = "",
    values: [PeriodValue] = []
  ) {
    self.benefitReference = benefitReference
    self.measure = measure
    self.withdrawnBecause = withdrawnBecause
    self.values = values
  }

  /// What tells it from the other measures of a register: benefit and name; of one that was
  /// withdrawn the reason too, since its name may be given again.
  public var key: String {
    "\(benefitReference) \(measure.name)"
      + (withdrawnBecause.isEmpty ? "" : ", withdrawn: \(withdrawnBecause)")
  }
}

extension MeasureSeries: Record {
  /// The benefit, the fields of the measure, and why it ended.
  public enum Field: String, RecordField {
    case benefitReference, name, kind, unit, direction, frequency, maySinkBelowZero, source
    case baseline, baselineDay, targets, withdrawnBecause

    /// The field of the measure itself; nil for what stands around it.
    fileprivate var own: Measure.Field? { Measure.Field(rawValue: rawValue) }

    /// The heading of its column.
    public var header: String { label }

    /// The label on pages.
    public var label: String {
      own?.label ?? (self == .benefitReference ? "Benefit" : "Withdrawn because")
    }

    /// None has a unit of its own.
    public var unit: String { "" }

    /// What it may hold.
    public var kind: FieldKind {
      own?.kind ?? (self == .benefitReference ? .text(maxCharacters: 40) : RecordLimit.title)
    }
  }

  /// Reads a measure; its values come beside it.
  public static func read(_ texts: [Field: String]) -> Reading<MeasureSeries> {
    var reader = FieldReader(texts)
    let reference = reader.required(.benefitReference)
    let reason = reader.text(.withdrawnBecause)
    let own = texts.compactMap { field, text in field.own.map { ($0, text) } }
    let reading = Measure.read(Dictionary(own, uniquingKeysWith: { $1 }))
    return Reading(
      value: reading.value.map {
        MeasureSeries(benefitReference: reference, measure: $0, withdrawnBecause: reason)
      }, problems: reader.problems + reading.problems)
  }

  /// The canonical text of a field.
  public func text(_ field: Field) -> String {
    if let own = field.own { return measure.text(own) }
    return field == .benefitReference ? benefitReference : withdrawnBecause
  }
}

extension MeasureSeries {
  /// What no single value can show: periods that stand twice or overlap, values that the measure
  /// cannot hold.
  var problems: [Problem] {
    var seen: [PeriodSpan] = []
    return values.flatMap { value -> [Problem] in
      defer { seen.append(value.span) }
      let isRepeated = seen.contains { $0 == value.span || $0.overlaps(value.span) }
      let figures = [value.forecast, value.actual].compactMap(\.self)
      return [
        isRepeated
          ? problem(value, found: value.span.words, "periods that do not overlap") : nil,
        figures.first { !measure.bounds.contains($0) }.map {
          problem(value, found: $0.text, measure.boundsWords)
        },
      ].compactMap(\.self)
    }
  }

  private func problem(_ value: PeriodValue, found: String, _ expected: String) -> Problem {
    Problem(
      .error, at: .file, subject: "Values of \(key)", found: found, expected: expected,
      mend: "Correct the value for \(value.span.words).")
  }
}
