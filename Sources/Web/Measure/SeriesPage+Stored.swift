import Calculator
import Programme
import Store

extension SeriesPage {
  /// The page of a series. `sent` and `found` are a grid that was refused, `pasted` a text.
  init(
    _ stored: StoredSeries, _ question: GridQuestion, history: [JournalEntry], viewer: Viewer,
    sent: GridSubmission? = nil, found: [Problem] = [], pasted: PastedText? = nil
  ) {
    let measure = stored.definition
    let series = stored.series
    let place = MeasurePlace(stored)
    let path = place.path
    let isOpen = stored.measure?.isWithdrawn != true
    let mayChange = viewer.mayChange(recordsOf: stored.benefit.stored.organisation) && isOpen
    title = measure.name
    benefit = Link(
      "\(stored.benefit.benefit.reference) \(stored.benefit.benefit.title)",
      "/benefits/\(stored.benefit.id)")
    sections = BenefitSection.links(of: stored.benefit.id, showing: .measures)
    withdrawnBecause = stored.measure.flatMap { $0.isWithdrawn ? $0.withdrawnBecause : nil }
    changeHref = mayChange && stored.measure != nil ? "\(path)/edit" : nil
    withdrawHref = mayChange && stored.measure != nil ? "\(path)/withdraw" : nil
    facts = SeriesPage.facts(of: measure, isMoney: stored.measure == nil)
    figures = SeriesPage.figures(of: series.whole, measure)
    verdict = Verdict(series.whole, better: measure.direction).map { Tag($0) }
    rule = MeasureWords.rule
    chart = SeriesChart(series, question.spans, of: measure)
    chooser = Chooser(action: path, fields: question.fields(of: stored))
    grid = SeriesGrid(
      stored, question, action: question.address(path).text, isOpen: mayChange, sent: sent,
      problems: found)
    paste =
      mayChange ? PasteForm(question.address("\(path)/paste").text, pasted, found) : nil
    table = PointTable(series, of: measure)
    targets = measure.targets.map { TargetLine($0, series, measure) }
    self.history = JournalAct.list(history, limit: JournalFilter.limitMaximum)
      .prefix(JournalPage.linesShown).map(JournalLine.init)
    exports = Link.exports("\(path)/values") { $0 }
    problems = found.filter { $0.severity == .error }.map(SeriesPage.problem)
    trail = place.trail
  }

  private static func problem(_ problem: Problem) -> PageProblem {
    guard case .field(let name) = problem.place else {
      return PageProblem(problem.message, at: "main-content")
    }
    return PageProblem(problem.message, at: FormField.id(name))
  }

  private static func facts(of measure: Measure, isMoney: Bool) -> [SummaryLine] {
    var facts = [
      SummaryLine("Kind", measure.kind.rawValue),
      SummaryLine("Unit", Shown.words(MeasureWords.unit(of: measure))),
      SummaryLine("Better when", MeasureWords.words(measure.direction)),
    ]
    if isMoney {
      facts.append(
        SummaryLine(
          "Forecast", "the calculator\u{2019}s net benefit, spread evenly over each year",
          note: "a forecast that you type stands instead"))
      return facts
    }
    let baseline = measure.baseline.map { MeasureWords.valueWithUnit($0, of: measure) }
    let day = measure.baselineDay.map { " on \($0.words)" } ?? ""
    return facts + [
      SummaryLine("Measured every", MeasureWords.words(measure.frequency)),
      SummaryLine("Source", Shown.words(measure.source)),
      SummaryLine("Baseline", baseline.map { $0 + day } ?? Shown.unknown),
    ]
  }

  private static func figures(of whole: SeriesPoint, _ measure: Measure) -> [Figure] {
    let unit = MeasureWords.unit(of: measure)
    func value(_ value: Exact?) -> String { MeasureWords.value(value, of: measure) }
    let asAt = whole.asAt.map { "as at \($0.words)" }
    let settled = whole.maturity.map { ", \($0.rawValue.lowercased())" } ?? ""
    return [
      Figure(
        measure.kind.adds ? "Actual to date, \(unit)" : "Latest actual, \(unit)",
        value(whole.actual), note: asAt.map { $0 + settled }),
      Figure(
        "Forecast of the same periods, \(unit)", value(whole.forecastToDate),
        note: whole.actual != nil && whole.forecastToDate == nil
          ? "some of them have no forecast" : nil),
      Figure(
        "Difference, \(unit)", MeasureWords.difference(whole, of: measure),
        note: MeasureWords.varianceShare(whole).map { "\($0) of the forecast" }),
      Figure(
        "Outlook, \(unit)", value(whole.outlook),
        note: measure.kind.adds
          ? "actual to date and the forecast of the other periods" : "the latest value"),
    ]
  }
}

extension SeriesPage.PasteForm {
  init(_ action: String, _ pasted: PastedText?, _ problems: [Problem]) {
    self.action = action
    isOpen = pasted != nil
    columns = FormField(
      "columns", "What the columns hold",
      .select(
        PastedText.Columns.allCases.map {
          Choice($0.rawValue, $0.words, isChosen: $0 == pasted?.columns)
        }))
    text = FormField(
      "pasted", "Rows from a spreadsheet", .area, value: pasted?.text ?? "",
      hint: "Begin each row with its period, such as April 2010 or Q1 2010/11; or paste values "
        + "alone, which begin with the first period shown.",
      error: problems.first { $0.place == .field("pasted") }?.message)
  }
}

extension SeriesPage.TargetLine {
  init(_ target: MeasureTarget, _ series: Series, _ measure: Measure) {
    day = target.day.words
    self.target = MeasureWords.value(target.value, of: measure)
    known = MeasureWords.value(series.actual(by: target.day), of: measure)
  }
}
