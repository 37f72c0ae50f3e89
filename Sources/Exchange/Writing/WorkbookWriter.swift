import Calculator
import Programme

/// Writes a register as a workbook of layout 1 in XML Spreadsheet 2003: live formulas beside the
/// engine's figures, so that a spreadsheet program recalculates to the same.
public struct WorkbookWriter {
  /// The file, and in words what it could not hold.
  public static func write(
    _ register: Register, figures: Figures<Exact>
  ) -> (bytes: [UInt8], notCarried: [String]) {
    let benefits = BenefitSheet(register, figures)
    let results = ResultSheetsWriter(
      register, figures, accruesToColumn: benefits.ownColumn(.accruesTo))
    let sheets = [
      cover(register), assumptions(register),
      table("ChannelCosts", register.channelCosts), benefits.sheet, intangibles(register),
      table("Costs", register.costs), table("Actuals", register.actuals), results.cashFlow,
      results.summary, lists,
    ]
    let text = head + sheets.map(\.markup).joined() + "</Workbook>\n"
    return (Array(text.utf8), notCarried(register, figures, benefits))
  }

  private static var head: String {
    let names = Cover.Field.assumptions.map(\.header) + ["ProductiveHours"]
    let ranges = names.enumerated().map { index, name in
      "  <NamedRange ss:Name=\"\(name)\" ss:RefersTo=\"=Assumptions!R\(index + 2)C2\"/>\n"
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <?mso-application progid="Excel.Sheet"?>
      <Workbook xmlns="\(SpreadsheetNames.namespace)" xmlns:ss="\(SpreadsheetNames.namespace)">
      \(WorkbookStyles.markup) <Names>
      \(ranges.joined()) </Names>

      """
  }

  // MARK: sheets

  private static func cover(_ register: Register) -> OutputSheet {
    let fields = Cover.Field.allCases.filter { !Cover.Field.assumptions.contains($0) }
    let rows: [[OutputCell]] =
      [
        [.text("Business Benefits Calculator", .heading)], [.text("Layout"), .number(.one)],
      ] + fields.map { [.text($0.header), .field($0, of: register.cover)] }
    return OutputSheet(name: "Cover", rows: rows, widths: [120, 240])
  }

  private static func assumptions(_ register: Register) -> OutputSheet {
    let head: [[OutputCell]] = [[.text("Assumption", .heading), .text("Value", .heading)]]
    let fields = Cover.Field.assumptions.map {
      [OutputCell.text($0.header), .field($0, of: register.cover)]
    }
    let values = register.cover.assumptions
    let days =
      values.daysPerYear - values.leaveDays - values.bankHolidayDays
      - values.sicknessAndTrainingDays
    let hours = OutputCell.formula(
      "=(DaysPerYear-LeaveDays-BankHols-SickTrainDays)*HoursPerDay", days * values.hoursPerDay,
      .quantity)
    return OutputSheet(
      name: "Assumptions", rows: head + fields + [[.text("ProductiveHours"), hours]],
      widths: [120, 84])
  }

  private static func table<Item: Record>(_ name: String, _ items: [Item]) -> OutputSheet {
    let fields = Array(Item.Field.allCases)
    return .table(
      name, headings: fields.map(\.header),
      rows: items.map { item in fields.map { OutputCell.field($0, of: item) } })
  }

  private static func intangibles(_ register: Register) -> OutputSheet {
    table(
      "Intangibles",
      register.benefits.flatMap { benefit in
        benefit.criteria.map {
          CriterionRow(benefitReference: benefit.reference, criterion: $0)
        }
      })
  }

  private static var lists: OutputSheet {
    let columns = [
      ("Cashability", Cashability.allCases.map(\.rawValue)),
      ("Tangibility", Tangibility.allCases.map(\.rawValue)),
      ("Method", Method.allCases.map(\.rawValue)),
      ("Status", BenefitStatus.allCases.map(\.rawValue)),
      ("Period", Period.allCases.map(\.rawValue)),
      ("Maturity", Maturity.allCases.map(\.rawValue)),
    ]
    let height = columns.map(\.1.count).max() ?? 0
    let rows = (0..<height).map { row in
      columns.map { OutputCell.text($0.1.indices.contains(row) ? $0.1[row] : "") }
    }
    var sheet = OutputSheet.table("Lists", headings: columns.map(\.0), rows: rows)
    sheet.isHidden = true
    return sheet
  }

  // MARK: what is lost

  private static func notCarried(
    _ register: Register, _ figures: Figures<Exact>, _ sheet: BenefitSheet
  ) -> [String] {
    var lost: [String] = []
    if figures.appraisal.schedule != .flat(register.cover.assumptions.discountRate) {
      lost.append("The schedule of discount rates: layout 1 has one rate for every year.")
    }
    for benefit in register.benefits {
      if benefit.inputs.ramp.count > Benefit.Field.ramp.count {
        lost.append("\(benefit.reference): the ramp after its fifth year.")
      }
      if benefit.stakeholders.contains(where: { $0.utf8.contains(UInt8(ascii: ";")) }) {
        lost.append("\(benefit.reference): the semicolon in the name of a stakeholder.")
      }
    }
    if !sheet.ownFields.isEmpty {
      let names = sheet.ownFields.map(\.header).joined(separator: ", ")
      lost.append(
        "Layout 1 has no place for \(names): they stand in columns that only Concordat reads.")
    }
    lost.append("Who may see each benefit, its history and its attachments.")
    return lost
  }
}
