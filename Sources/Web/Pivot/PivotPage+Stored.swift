import Calculator
import Exchange
import Programme
import Store

extension PivotPage {
  /// A pivot as the store worked it out.
  init(_ report: PivotReport, question: PivotQuestion) {
    choices = PivotPage.choices(question)
    table = report.rowLabels.isEmpty ? nil : Table(report, question)
    note = question.measure.note
    exports =
      report.rowLabels.isEmpty
      ? [] : Link.exports("/benefits/pivot") { question.address($0).text }
  }

  private static func choices(_ question: PivotQuestion) -> [FormField] {
    func axis(_ name: String, _ label: String, _ chosen: PivotAxis) -> FormField {
      let options = PivotQuestion.words.compactMap { word in
        PivotAxis(word: word).map { Choice(word, $0.label, isChosen: $0 == chosen) }
      }
      return FormField(name, label, .select(options))
    }
    let measures = PivotQuestion.Measure.allCases.map {
      Choice($0.rawValue, $0.label, isChosen: $0 == question.measure)
    }
    return [
      axis("rows", "Rows", question.rows), axis("columns", "Columns", question.columns),
      FormField("measure", "Measure", .select(measures)),
    ]
  }
}

extension PivotPage.Table {
  fileprivate init(_ report: PivotReport, _ question: PivotQuestion) {
    let (rowAxis, columnAxis) = (report.rowAxis, report.columnAxis)
    caption =
      "\(question.measure.label), by \(rowAxis.word) and \(columnAxis.word), over all years"
    corner = rowAxis.label
    let places = report.columnPlaces(question.measure)
    columns = places.map { report.columnLabels[$0] }
    rows = report.rowPlaces(question.measure).map { row in
      let (label, total) = (report.rowLabels[row], report.rowTotals[row])
      return PivotPage.Row(
        label: label, href: question.benefits(rowAxis, label),
        benefits: Shown.quantity(Exact(total.count)),
        cells: places.map { place in
          let (column, cell) = (report.columnLabels[place], report.cells[row][place])
          return PivotPage.Cell(
            text: question.shown(cell),
            href: cell.count == 0 ? nil : question.cell(rowAxis, label, columnAxis, column))
        }, total: question.shown(total))
    }
    totals =
      [Shown.quantity(Exact(report.total.count))]
      + places.map { question.shown(report.columnTotals[$0]) } + [question.shown(report.total)]
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

extension PivotQuestion {
  /// The address of the benefits in a cell; nil where no filter of the list says the same.
  fileprivate func cell(
    _ rowAxis: PivotAxis, _ row: String, _ columnAxis: PivotAxis, _ column: String
  ) -> String? {
    guard let address = benefits(rowAxis, row) else { return nil }
    guard case .dimension(let dimension) = columnAxis else { return address }
    guard benefits(columnAxis, column) != nil else { return nil }
    return filter.address().with(rowAxis.word, row).with(dimension.rawValue, column).text
  }
}

extension Exchange.Table {
  /// A pivot as rows for other programs.
  init(_ report: PivotReport, question: PivotQuestion) {
    let places = report.columnPlaces(question.measure)
    let rows = report.rowPlaces(question.measure).map { row in
      [TableCell.text(report.rowLabels[row]), .number(Exact(report.rowTotals[row].count))]
        + places.map { question.value(report.cells[row][$0]) }
        + [question.value(report.rowTotals[row])]
    }
    let totals: [TableCell] =
      [.text("Total"), .number(Exact(report.total.count))]
      + places.map { question.value(report.columnTotals[$0]) } + [question.value(report.total)]
    self.init(
      headings: [report.rowAxis.label, "Benefits"]
        + places.map { report.columnLabels[$0] } + ["Total"],
      rows: rows + [totals])
  }
}
