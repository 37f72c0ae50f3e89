import Calculator
import Programme

/// The sheets CashFlow and Summary: kept only to compare them with our own figures.
struct ResultSheets {
  private(set) var carried: [CarriedFigure] = []
  private var flowYears: [Int: Int] = [:]
  private var summaryYears: [Int: Int] = [:]
  private var dimension: Dimension?

  /// A row of the cash flow: its label says what it is, row 1 which years the columns are.
  mutating func takeCashFlow(_ row: Row, of sheet: String) {
    guard let label = row.cell(1).map({ FoldedText.of($0.text) }) else { return }
    if label == "year" {
      flowYears = ResultSheets.years(row)
    } else if let flow = Figure.Flow.allCases.first(where: { FoldedText.of($0.rawValue) == label })
    {
      keep(row, flowYears, sheet) { .flow(flow, year: $0) }
    } else if let worth = ResultSheets.worths[label], let cell = row.cell(2) {
      keep(.worth(worth), cell, row.number, sheet)
    }
  }

  /// A row of the summary: the name of a dimension with years, or one of its labels.
  mutating func takeSummary(_ row: Row, of sheet: String) {
    guard let label = row.cell(1)?.text else { return }
    if let found = Dimension(rawValue: FoldedText.of(label)),
      !row.cells.contains(where: \.hasFormula)
    {
      dimension = found
      summaryYears = ResultSheets.years(row)
    } else if let dimension {
      keep(row, summaryYears, sheet) {
        .summary(dimension, label: TrimmedText.of(label), year: $0)
      }
    }
  }

  private static let worths: [String: Worth] = [
    "pvbenefits": .pvBenefits, "pvcosts": .pvCosts, "npv": .npv, "bcr": .bcr, "roi": .roi,
    "irr": .irr,
  ]

  private static func years(_ row: Row) -> [Int: Int] {
    var years: [Int: Int] = [:]
    for cell in row.cells where cell.kind == .number {
      if let year = NumberText.whole(cell.text), (0...Limit.horizonYears).contains(year) {
        years[cell.column] = year
      }
    }
    return years
  }

  private mutating func keep(
    _ row: Row, _ years: [Int: Int], _ sheet: String, _ figure: (Int) -> Figure
  ) {
    for cell in row.cells {
      if let year = years[cell.column] { keep(figure(year), cell, row.number, sheet) }
    }
  }

  private mutating func keep(_ figure: Figure, _ cell: Cell, _ row: Int, _ sheet: String) {
    carried.append(
      CarriedFigure(
        figure: figure, value: CarriedValue(cell),
        place: .cell(sheet: sheet, row: row, column: cell.column, header: nil)))
  }
}
