import Calculator
import Programme
import Store

/// The rows of a series that can be typed into, and those that are put together from shorter ones.
struct SeriesGrid: Part {
  /// Where it is sent.
  let action: String
  /// Whether the viewer may type.
  let isOpen: Bool
  /// What the kind means for whoever types.
  let explanation: String
  /// The unit of its numbers.
  let unit: String
  let rows: [Row]

  /// One period.
  struct Row: Part {
    let label: String
    /// What to know about it: "put together from 3 months".
    let note: String?
    /// The version that is shown; none for a row that cannot be typed into.
    let seen: [HiddenField]
    let cells: [Cell]
    let variance: String
    let verdict: Tag?
  }

  /// One cell.
  struct Cell: Part {
    let id: String
    let name: String
    /// "April 2010, forecast".
    let label: String
    /// The head of its column, for narrow windows.
    let column: String
    let value: String
    /// A word beside it: "calculated 7,350.37".
    let note: String?
    let error: Message?
    let describedBy: String?
    let keys: String
    /// "app-grid__number" for a number.
    let style: String
    let isInput: Bool
    let isSelect: Bool
    /// It is shown and cannot be typed into.
    let isFixed: Bool
    let options: [Choice]
  }
}

extension SeriesGrid {
  /// The grid of a question, with what was typed and what stands against it.
  init(
    _ series: StoredSeries, _ question: GridQuestion, action: String, isOpen: Bool,
    sent: GridSubmission? = nil, problems: [Problem] = []
  ) {
    let builder = GridBuilder(
      stored: series, series: series.series, isOpen: isOpen, typed: sent?.typed ?? [:],
      problems: problems)
    self.action = action
    self.isOpen = isOpen
    explanation = MeasureWords.explanation(of: series.definition.kind)
    unit = MeasureWords.unit(of: series.definition)
    rows = builder.lines(question, sent?.spans ?? []).map(builder.row)
  }
}

/// Makes the rows of a grid.
private struct GridBuilder {
  let stored: StoredSeries
  let series: Series
  /// Whether the viewer may type.
  let isOpen: Bool
  let typed: [String: String]
  let problems: [Problem]

  private var measure: Measure { stored.definition }

  /// The periods to show: a longer recorded one stands in the place of those within it.
  func lines(_ question: GridQuestion, _ sent: [PeriodSpan]) -> [PeriodSpan] {
    let recorded = stored.rows.filter { !$0.noun.isEmpty }.map(\.noun.span)
    let shown = question.spans.map { span in
      recorded.filter { $0.isAround(span) }.min() ?? span
    }
    return Set(shown + sent.filter { typed["\($0.text).seen"] != nil }).sorted()
  }

  func row(_ span: PeriodSpan) -> SeriesGrid.Row {
    let point = series.point(span)
    let parts = stored.rows.filter { !$0.noun.isEmpty && span.isAround($0.noun.span) }
    let row = stored.row(of: span)
    let isWhole = parts.isEmpty || row?.noun.isEmpty == false
    let isOpen = self.isOpen && isWhole
    let seen = typed["\(span.text).seen"] ?? SeenRow(row, of: measure).text
    return SeriesGrid.Row(
      label: span.words, note: isWhole ? nil : note(parts.map(\.noun), point),
      seen: isOpen ? [HiddenField("\(span.text).seen", seen)] : [],
      cells: isOpen ? cells(span, row?.noun) : sums(span, point, isWhole ? row?.noun : nil),
      variance: MeasureWords.variance(point, of: measure),
      verdict: Verdict(point, better: measure.direction).map { Tag($0) })
  }

  private func note(_ parts: [PeriodValue], _ point: SeriesPoint) -> String {
    let words = parts.first.map { MeasureWords.words($0.span.part.frequency) } ?? "period"
    guard !measure.kind.adds, let asAt = point.asAt else {
      return "put together from \(Shown.count(parts.count, words))"
    }
    return "as at \(asAt.words)"
  }

  private func cells(_ span: PeriodSpan, _ value: PeriodValue?) -> [SeriesGrid.Cell] {
    let stored = GridCells(value, of: measure)
    return PeriodValue.Field.allCases.map { field in
      let name = "\(span.text).\(field.rawValue)"
      return cell(name, field, span, text: typed[name] ?? stored.texts[field] ?? "")
    }
  }

  private func cell(
    _ name: String, _ field: PeriodValue.Field, _ span: PeriodSpan, text: String
  ) -> SeriesGrid.Cell {
    let id = FormField.id(name)
    let error = problems.first { $0.severity == .error && $0.place == .field(name) }
      .map { Message(id: "\(id)-error", text: $0.message) }
    let isNumber = field == .forecast || field == .actual
    return SeriesGrid.Cell(
      id: id, name: name, label: "\(span.words), \(field.label.lowercased())", column: field.label,
      value: text,
      note: field == .forecast && text.isEmpty ? calculated(span) : nil, error: error,
      describedBy: error?.id, keys: isNumber ? "decimal" : "text",
      style: isNumber ? "app-grid__number" : "", isInput: field != .maturity,
      isSelect: field == .maturity, isFixed: false,
      options: field == .maturity
        ? [Choice("", "", isChosen: text.isEmpty)]
          + Maturity.allCases.map {
            Choice($0.rawValue, $0.rawValue, isChosen: $0.rawValue == text)
          } : [])
  }

  /// What the calculator forecasts, where nothing was typed.
  private func calculated(_ span: PeriodSpan) -> String? {
    series.forecast(of: PeriodValue(span)).map {
      "calculated \(MeasureWords.value($0, of: measure))"
    }
  }

  /// The figures of a row that cannot be typed into.
  private func sums(
    _ span: PeriodSpan, _ point: SeriesPoint, _ value: PeriodValue?
  ) -> [SeriesGrid.Cell] {
    let texts = [
      MeasureWords.value(point.forecast, of: measure),
      MeasureWords.value(point.actual, of: measure),
      point.reasons.joined(separator: "; "), point.maturity?.rawValue ?? "", value?.evidence ?? "",
    ]
    return zip(PeriodValue.Field.allCases, texts).map { field, text in
      SeriesGrid.Cell(
        id: FormField.id("\(span.text).\(field.rawValue)"), name: "", label: field.label,
        column: field.label, value: text, note: nil, error: nil, describedBy: nil, keys: "",
        style: field == .forecast || field == .actual ? "app-grid__number" : "",
        isInput: false, isSelect: false, isFixed: true, options: [])
    }
  }
}
