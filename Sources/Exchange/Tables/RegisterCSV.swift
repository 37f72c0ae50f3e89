import Calculator
import Programme

/// A register as one table: every benefit with its inputs and its figures.
public enum RegisterCSV {
  /// The file, with a byte order mark so that spreadsheet programs read it as UTF-8.
  public static func write(_ register: Register, figures: Figures<Exact>) -> [UInt8] {
    TableWriter.write(table(register, figures: figures), as: .csv(byteOrderMark: true))
  }

  /// The same as a table, for other formats.
  public static func table(_ register: Register, figures: Figures<Exact>) -> Table {
    let fields = Benefit.Field.allCases
    let additional = Set(register.benefits.flatMap { $0.additional.keys }).sorted()
    let worked = Dictionary(
      figures.benefits.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let headings =
      fields.map(\.header) + ["HourlyCost", "Gross"] + figures.years.map { "Net\($0)" }
      + figures.years.map { "Cashable\($0)" } + ["Score"] + additional
    let rows = register.benefits.map { benefit in
      fields.map { TableCell.field($0, of: benefit) }
        + results(worked[benefit.reference], figures.years.count)
        + additional.map { TableCell.text(benefit.additional[$0] ?? "") }
    }
    return Table(headings: headings, rows: rows)
  }

  private static func results(
    _ figures: BenefitFigures<Exact>?, _ yearCount: Int
  ) -> [TableCell] {
    let blanks = [TableCell](repeating: .blank, count: yearCount)
    return [
      figures.map { .money($0.hourlyCost) } ?? .blank, figures.map { .money($0.gross) } ?? .blank,
    ] + (figures?.net?.map(TableCell.money) ?? blanks)
      + (figures?.cashable?.map(TableCell.money) ?? blanks)
      + [figures?.score.value.map { .number($0.value) } ?? .blank]
  }
}
