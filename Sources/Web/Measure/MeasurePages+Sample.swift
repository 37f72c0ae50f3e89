import Calculator
import Programme

extension Measure {
  /// A measure of samples.
  static let sample: Measure = {
    var measure = Measure(
      name: "Calls answered", unit: "calls", kind: .cumulative, direction: .up, frequency: .month)
    measure.source = "Call log"
    measure.baseline = Exact(12_000)
    measure.baselineDay = Day(year: 2009, month: 3, day: 31)
    measure.targets = [Day(year: 2011, month: 3, day: 31)].compactMap(\.self).map {
      MeasureTarget(day: $0, value: Exact(150_000))
    }
    return measure
  }()
}

extension Series {
  /// Two years of months: what came follows what was forecast, and the rest is to come.
  static let sample: Series = {
    let years = FinancialYear(firstYear: 2010)?.following(2) ?? []
    let values = Frequency.month.spans(in: years).enumerated().map { place, span in
      var value = PeriodValue(span)
      value.forecast = Exact(1_000 + 40 * place)
      if place < 14, place != 5 { value.actual = Exact(960 + 45 * place) }
      if place == 5 { value.noDataBecause = "The telephone system was replaced" }
      return value
    }
    return Series(.sample, values)
  }()

  fileprivate var sampleSpans: [PeriodSpan] { values.map(\.span) }
}

extension MeasureListPage {
  static let sample = MeasureListPage(
    benefit: Link("B001 Fewer face-to-face visits", "/benefits/1"),
    sections: [SectionLink(text: "Measures", href: "/benefits/1/measures", isCurrent: true)],
    addHref: "/benefits/1/measures/new",
    rows: [
      Row(
        name: Link("Calls answered", "/benefits/1/measures/2"), about: "calls, every month",
        isWithdrawn: true, line: "3,25 60,14 117,3", actual: "12,480", asAt: "as at May 2011",
        variance: "+480 (4 %)", verdict: Tag(Verdict.asForecast), outlook: "35,920"),
      Row(
        name: Link("Money", "/benefits/1/measures/money"), about: "£", isWithdrawn: false,
        line: nil, actual: "not known", asAt: nil, variance: "not known", verdict: nil,
        outlook: "190,190.86"),
    ], rule: MeasureWords.rule, exports: [Link("CSV", "/benefits/1/measures.csv")],
    trail: [Link("Benefits", "/benefits")])
}

extension SeriesPage {
  static let sample = SeriesPage(
    title: "Calls answered", benefit: Link("B001 Fewer face-to-face visits", "/benefits/1"),
    sections: [SectionLink(text: "Measures", href: "/benefits/1/measures", isCurrent: true)],
    withdrawnBecause: nil, changeHref: "/benefits/1/measures/2/edit",
    withdrawHref: "/benefits/1/measures/2/withdraw",
    facts: [SummaryLine("Kind", "Cumulative", note: "amounts add up")],
    figures: [Figure("Actual to date, calls", "12,480", note: "as at May 2011, interim")],
    verdict: Tag(Verdict.better), rule: MeasureWords.rule,
    chart: SeriesChart(.sample, Series.sample.sampleSpans, of: .sample),
    chooser: Chooser(
      action: "/benefits/1/measures/2",
      fields: [FormField("years", "Years", .select([Choice("2", "2", isChosen: true)]))]),
    grid: .sample,
    paste: PasteForm(
      action: "/benefits/1/measures/2/paste", isOpen: true,
      columns: FormField("columns", "What the columns hold", .select([])),
      text: FormField("pasted", "Rows from a spreadsheet", .area, error: "Paste rows")),
    table: PointTable(.sample, of: .sample),
    targets: [TargetLine(day: "31 March 2011", target: "150,000", known: "12,480")],
    history: [.sample], exports: [Link("CSV", "/benefits/1/measures/2/values.csv")],
    problems: [PageProblem("May 2010, actual: enter digits", at: "2010-M02-actual")],
    trail: [Link("Benefits", "/benefits")])

  static let states = [
    "withdrawn": SeriesPage(
      title: "Calls answered", benefit: Link("B001 Fewer face-to-face visits", "/benefits/1"),
      sections: [], withdrawnBecause: "Counted elsewhere", changeHref: nil, withdrawHref: nil,
      facts: [], figures: [], verdict: nil, rule: MeasureWords.rule, chart: nil,
      chooser: Chooser(action: "/benefits/1/measures/2", fields: []),
      grid: SeriesGrid(
        action: "", isOpen: false, explanation: "Amounts add up.", unit: "calls", rows: []),
      paste: nil, table: nil, targets: [], history: [], exports: [], problems: [], trail: [])
  ]
}

extension SeriesGrid {
  static let sample = SeriesGrid(
    action: "/benefits/1/measures/2?by=Month", isOpen: true, explanation: "Amounts add up.",
    unit: "calls",
    rows: [
      Row(
        label: "April 2010", note: nil, seen: [HiddenField("2010-M01.seen", "1-af63")],
        cells: [
          .sample("2010-M01.forecast", isInput: true), .sample("2010-M01.actual", isInput: true),
          .sample("2010-M01.maturity", isSelect: true),
        ], variance: "+40 (4 %)", verdict: Tag(Verdict.worse)),
      Row(
        label: "2011/12", note: "put together from 12 months", seen: [],
        cells: [.sample("2011-Year.actual")], variance: "not known", verdict: nil),
    ])
}

extension SeriesGrid.Cell {
  fileprivate static func sample(
    _ name: String, isInput: Bool = false, isSelect: Bool = false
  ) -> SeriesGrid.Cell {
    let id = FormField.id(name)
    let error = isInput || isSelect ? Message(id: "\(id)-error", text: "Enter digits") : nil
    return SeriesGrid.Cell(
      id: id, name: name, label: "April 2010, actual", column: "Actual", value: "1,040",
      note: "calculated 7,350.37", error: error, describedBy: error?.id, keys: "decimal",
      style: "app-grid__number", isInput: isInput, isSelect: isSelect,
      isFixed: !isInput && !isSelect,
      options: [Choice("Final", "Final", isChosen: true), Choice("", "", isChosen: false)])
  }
}

extension MeasureFormPage {
  static let sample = MeasureFormPage(
    MeasureForm(.sample), at: .sample, version: 2,
    problems: [
      Problem(
        .error, at: .field("name"), subject: "Name", found: "", expected: "a name",
        mend: "Enter name."),
      Problem(
        .error, at: .field("kind"), subject: "Kind", found: "", expected: "a kind",
        mend: "Choose kind."),
    ])

  static let states = ["new": MeasureFormPage(MeasureForm(), at: .sample)]
}

extension ValueComparisonPage {
  static let sample = ValueComparisonPage(
    "Somebody else changed these values", "Nothing was saved.",
    columns: ("Saved meanwhile", "Yours"), at: .sample,
    rows: [Row(label: "April 2010, actual", before: "1,020", after: "1,040")],
    action: "/benefits/1/measures/2?by=Month",
    typed: [HiddenField("2010-M01.actual", "1040")], submit: "Save mine over it",
    keep: "Keep the saved values and drop mine")
}
