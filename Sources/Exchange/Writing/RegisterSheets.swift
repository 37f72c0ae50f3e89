import Calculator
import Programme

/// The sheets of a workbook of layout 1 and our own CashView: live formulas beside the engine's figures, in whichever
/// format they are then written.
struct RegisterSheets {
  /// From left to right.
  let sheets: [OutputSheet]
  /// What layout 1 cannot hold, in words.
  let notCarried: [String]

  init(_ register: Register, _ figures: Figures<Exact>) {
    let benefits = BenefitSheet(register, figures)
    let accruesTo = benefits.ownColumn(.accruesTo)
    let results = ResultSheetsWriter(register, figures, accruesToColumn: accruesTo)
    let cashView = CashViewSheet(register, figures, accruesToColumn: accruesTo)
    sheets = [
      RegisterSheets.cover(register), RegisterSheets.assumptions(register),
      RegisterSheets.table("ChannelCosts", register.channelCosts), benefits.sheet,
      RegisterSheets.intangibles(register), RegisterSheets.table("Costs", register.costs),
      RegisterSheets.table("Actuals", register.actuals), results.cashFlow,
      cashView.sheet, results.summary, RegisterSheets.lists,
    ]
    notCarried = RegisterSheets.lost(register, figures, benefits)
  }

  /// The defined names of the assumptions, each with the cell it stands for, in R1C1 notation.
  static let names = (Cover.Field.assumptions.map(\.header) + ["ProductiveHours"]).enumerated().map
  {
    (name: $0.element, refersTo: "=Assumptions!R\($0.offset + 2)C2")
  }

  // MARK: sheets

  private static func cover(_ register: Register) -> OutputSheet {
    let fields = Cover.Field.allCases.filter {
      !Cover.Field.assumptions.contains($0)
        && (!Cover.Field.own.contains($0) || register.cover.usesOwn($0))
    }
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
        benefit.criteria.map { CriterionRow(benefitReference: benefit.reference, criterion: $0) }
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

  private static func lost(
    _ register: Register, _ figures: Figures<Exact>, _ sheet: BenefitSheet
  ) -> [String] {
    var lost: [String] = []
    if figures.appraisal.schedule != .flat(register.cover.assumptions.discountRate) {
      lost.append("The schedule of discount rates: layout 1 has one rate for every year.")
    }
    if !figures.priceFactors.allSatisfy({ $0 == .one }) {
      lost.append("The deflator: what is worked out with it stands as values, not as formulas.")
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

extension Cover {
  /// Whether a field without a label in layout 1 holds more than its usual value.
  func usesOwn(_ field: Field) -> Bool { text(field) != Cover().text(field) }
}
