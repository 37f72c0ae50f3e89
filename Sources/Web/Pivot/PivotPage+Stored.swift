import Calculator
import Exchange
import Programme
import Store

/// What a pivot's page is made of.
struct PivotAnswer: Sendable {
  let report: PivotReport?
  let views: [SavedView]
  /// The councils' codes by name, where one side is the council.
  let codes: [String: CouncilCode]
}

extension PivotPage {
  /// A pivot as the store worked it out.
  init(_ answer: PivotAnswer, _ question: PivotQuestion) {
    let report = answer.report.flatMap { $0.rowLabels.isEmpty ? nil : $0 }
    choices = PivotPage.choices(question)
    let kept = question.filter.address().fields.filter { $0.name != "figure" }
    hidden = kept.map { HiddenField($0.name, $0.value) }
    active = kept.compactMap { field in
      BenefitFilter.names[field.name].map {
        Link(
          "\($0): \(field.value)",
          question.address("/benefits/pivot").without(field.name).text)
      }
    }
    table = report.map { Table($0, question, answer.codes) }
    chart = report.flatMap { PivotChart($0, question) }
    notes = [question.figure.note, question.measure.note]
    exports = report == nil ? [] : Link.exports("/benefits/pivot") { question.address($0).text }
    views = answer.views.map(SavedViewLine.init)
    keep = KeepView(query: question.address("").text, of: .pivot)
    problems = question.problems.map { problem in
      guard case .field(let name) = problem.place else {
        return PageProblem(problem.message, at: "main-content")
      }
      return PageProblem(problem.message, at: FormField.id(name))
    }
  }

  /// The same page after a pivot was not kept, with the name that was typed and why.
  mutating func refuse(_ name: String, isShared: Bool, _ words: String) {
    self = PivotPage(
      choices: choices, hidden: hidden, active: active, table: table, chart: chart, notes: notes,
      exports: exports, views: views,
      keep: KeepView(query: keep.query, of: .pivot, name: name, isShared: isShared, error: words),
      problems: problems + [PageProblem(words, at: "name")])
  }

  private static func choices(_ question: PivotQuestion) -> [FormField] {
    func list(
      _ name: String, _ label: String, _ choices: [(value: String, text: String)], _ chosen: String
    ) -> FormField {
      let problem = question.problems.first { $0.place == .field(name) }
      return FormField.list(
        name, label, choices, chosen: problem == nil ? chosen : question.typed[name] ?? chosen,
        error: problem?.message)
    }
    let axes = PivotAxis.all.map { (value: $0.word, text: $0.label) }
    return [
      list("rows", "Rows", axes, question.rows.word),
      list("columns", "Columns", axes, question.columns.word),
      list(
        "figure", "Figure", PivotFigure.allCases.map { ($0.rawValue, $0.label) },
        question.figure.rawValue),
      list(
        "measure", "Shown", PivotQuestion.Measure.allCases.map { ($0.rawValue, $0.label) },
        question.measure.rawValue),
    ]
  }
}

extension PivotPage.Table {
  fileprivate init(
    _ report: PivotReport, _ question: PivotQuestion, _ codes: [String: CouncilCode]
  ) {
    let (rowAxis, columnAxis) = (report.rowAxis, report.columnAxis)
    func cell(_ cell: PivotCell, _ labels: [(axis: PivotAxis, label: String)]) -> PivotPage.Cell {
      PivotPage.Cell(
        text: question.measure.shown(cell),
        href: cell.count == 0 ? nil : question.benefits(labels, codes))
    }
    caption = question.caption
    corner = rowAxis.label
    let places = report.columnPlaces(question.measure)
    columns =
      places.map { place in
        let label = report.columnLabels[place]
        return PivotPage.Cell(
          text: columnAxis.shown(label), href: question.benefits([(columnAxis, label)], codes))
      } + [PivotPage.Cell(text: "Total", href: nil)]
    rows = report.rowPlaces(question.measure).map { row in
      let own = [(axis: rowAxis, label: report.rowLabels[row])]
      return PivotPage.Row(
        label: rowAxis.shown(report.rowLabels[row]), href: question.benefits(own, codes),
        benefits: Shown.whole(report.rowTotals[row].count),
        cells: places.map { place in
          cell(report.cells[row][place], own + [(columnAxis, report.columnLabels[place])])
        } + [cell(report.rowTotals[row], own)])
    }
    totals =
      [PivotPage.Cell(text: Shown.whole(report.total.count), href: question.benefits([], codes))]
      + places.map { place in
        cell(report.columnTotals[place], [(columnAxis, report.columnLabels[place])])
      } + [cell(report.total, [])]
  }
}

extension PivotQuestion {
  /// "Actual, cashable, £, by service and year".
  fileprivate var caption: String {
    let what =
      measure == .count
      ? "Benefits" : "\(figure.label): \(measure.label.lowercasedAtStart)"
    return "\(what), by \(rows.label.lowercased()) and \(columns.label.lowercased())"
  }
}

extension PivotReport {
  /// The columns that say something of a measure. Benefits without money are counted, but have no
  /// column of zeros: nothing is known of their money.
  fileprivate func columnPlaces(_ measure: PivotQuestion.Measure) -> [Int] {
    PivotReport.places(columnLabels, columnAxis, measure)
  }

  /// The rows that say something of a measure.
  fileprivate func rowPlaces(_ measure: PivotQuestion.Measure) -> [Int] {
    PivotReport.places(rowLabels, rowAxis, measure)
  }

  private static func places(
    _ labels: [String], _ axis: PivotAxis, _ measure: PivotQuestion.Measure
  ) -> [Int] {
    let showsAll = measure == .count || axis != .year
    return labels.indices.filter { showsAll || labels[$0] != PivotReport.withoutMoney }
  }
}

extension Exchange.Table {
  /// A pivot as rows for other programs.
  init(_ report: PivotReport, question: PivotQuestion) {
    let measure = question.measure
    let places = report.columnPlaces(measure)
    let rows = report.rowPlaces(measure).map { row in
      [
        TableCell.text(report.rowAxis.shown(report.rowLabels[row])),
        .number(Exact(report.rowTotals[row].count)),
      ] + places.map { measure.exported(report.cells[row][$0]) }
        + [measure.exported(report.rowTotals[row])]
    }
    let totals: [TableCell] =
      [.text("Total"), .number(Exact(report.total.count))]
      + places.map { measure.exported(report.columnTotals[$0]) } + [measure.exported(report.total)]
    self.init(
      headings: [report.rowAxis.label, "Benefits"]
        + places.map { report.columnAxis.shown(report.columnLabels[$0]) }
        + ["Total, \(question.figure.label.lowercased()), \(measure.label)"],
      rows: rows + [totals])
  }
}
