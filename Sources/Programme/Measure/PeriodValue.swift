import Calculator

/// What was forecast and what came in one period of a series.
public struct PeriodValue: Hashable, Sendable {
  /// The period.
  public var span: PeriodSpan
  /// What was forecast, in the measure's unit; nil when nothing was typed.
  public var forecast: Exact?
  /// What came; nil when it is not known. Not known is not 0.
  public var actual: Exact?
  /// Why there is no actual and will be none; "" when nobody said so.
  public var noDataBecause = ""
  /// How settled the actual is.
  public var maturity = Maturity.preliminary
  /// What shows the actual.
  public var evidence = ""

  /// A period of which nothing is known yet.
  public init(_ span: PeriodSpan) { self.span = span }

  /// Whether nothing is known of the period, not even why.
  public var isEmpty: Bool { forecast == nil && actual == nil && noDataBecause.isEmpty }
}

extension PeriodValue {
  /// The cells of a period, in the order of the grid.
  public enum Field: String, RecordField {
    case forecast, actual, noDataBecause, maturity, evidence

    /// The heading of its column in tables.
    public var header: String { label }

    /// The label on pages.
    public var label: String {
      switch self {
      case .forecast: "Forecast"
      case .actual: "Actual"
      case .noDataBecause: "No data because"
      case .maturity: "How settled"
      case .evidence: "Evidence"
      }
    }

    /// The measure's own unit stands beside it.
    public var unit: String { "" }

    /// What it may hold.
    public var kind: FieldKind {
      switch self {
      case .forecast, .actual: RecordLimit.money
      case .noDataBecause: RecordLimit.title
      case .maturity: .choice(Maturity.allCases.map(\.rawValue))
      case .evidence: RecordLimit.prose
      }
    }
  }

  /// Reads one row of a grid. Blanks are not known; an actual and a reason for having none
  /// contradict each other.
  public static func read(
    _ texts: [Field: String], span: PeriodSpan, of measure: Measure
  ) -> Reading<PeriodValue> {
    var reader = FieldReader(texts)
    var value = PeriodValue(span)
    value.forecast = reader.number(.forecast, of: measure)
    value.actual = reader.number(.actual, of: measure)
    value.noDataBecause = reader.text(.noDataBecause)
    value.maturity =
      reader.choice(.maturity, Maturity.self, synonyms: ChoiceWords.maturity) ?? .preliminary
    value.evidence = reader.text(.evidence)
    if !value.noDataBecause.isEmpty, !reader.text(.actual).isEmpty {
      reader.refuse(
        .noDataBecause, value.noDataBecause, "either an actual or why there is none",
        "Remove one of the two.")
    }
    return Reading(value: value, problems: reader.problems.map { $0.at(span) })
  }

  /// The canonical text of a cell; "" for a blank.
  public func text(_ field: Field) -> String {
    switch field {
    case .forecast: forecast?.text ?? ""
    case .actual: actual?.text ?? ""
    case .noDataBecause: noDataBecause
    case .maturity: actual == nil ? "" : maturity.rawValue
    case .evidence: evidence
    }
  }

  /// The cells in which this differs from an earlier version (nil: from nothing).
  public func changes(since earlier: PeriodValue?) -> [FieldChange] {
    Field.allCases.map {
      FieldChange(
        field: $0.rawValue, label: $0.label, before: earlier?.text($0) ?? "", after: text($0))
    }.filter { $0.before != $0.after }
  }
}

extension FieldReader<PeriodValue.Field> {
  /// A number in the measure's unit; nil for a blank or a refused text.
  fileprivate mutating func number(_ field: Field, of measure: Measure) -> Exact? {
    let text = text(field)
    guard !text.isEmpty else { return nil }
    guard let value = measure.number(text) else {
      let isShare = measure.kind == .percentage
      refuse(
        field, text, isShare ? "a percentage" : "a number",
        isShare ? "Enter a share such as 95." : "Enter digits, such as 1234.50.")
      return nil
    }
    if measure.bounds.contains(value) { return value }
    refuse(field, text, measure.boundsWords, "Check the figure and its unit.")
    return nil
  }
}

extension Problem {
  /// The same problem at a cell of a grid: "April 2010, actual".
  fileprivate func at(_ span: PeriodSpan) -> Problem {
    guard case .field(let name) = place else { return self }
    var copy = at(.field("\(span.text).\(name)"))
    copy.subject = "\(span.words), \(subject.lowercased())"
    return copy
  }
}
