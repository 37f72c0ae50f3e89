import Calculator
import Programme

/// The figures of a register for people at a terminal, and the same as a table to hand out.
public enum CalculationTable {
  /// Lines by year, then the results of both views, each with its name.
  public static func text(_ register: Register, figures: Figures<Exact>) -> String {
    var lines = [title(register)]
    lines += grid(
      [[""] + figures.years.map { "Year \($0)" }]
        + flows(figures).map { [$0.label] + $0.values.map(Shown.pounds) })
    lines.append("")
    lines += grid([["", "Cash view", "Whole view"]] + worths(figures))
    let undefined = figures.benefits.count { $0.gross.value == nil && $0.score.value == nil }
    if undefined > 0 {
      lines.append("")
      lines.append("\(undefined) of \(figures.benefits.count) benefits have no figure yet.")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Every benefit by year, the totals and the results of both views, unrounded, for `--format csv`.
  /// Where costs are hidden, what they decide is left out.
  public static func table(figures: Figures<Exact>, hidesCosts: Bool = false) -> Table {
    let benefits = figures.benefits.map { benefit in
      [TableCell.text(benefit.id), benefit.gross.value.map(TableCell.number) ?? .blank]
        + (benefit.net?.map(TableCell.number) ?? figures.years.map { _ in .blank }) + [.blank]
    }
    let told = flows(figures).filter { !hidesCosts || !["Costs", "Net"].contains($0.label) }
    let totals = told.map { flow in
      [TableCell.text(flow.label), .blank] + flow.values.map(TableCell.number) + [.blank]
    }
    return Table(
      headings: ["Benefit", "Gross"] + figures.years.map { "Net\($0)" } + ["Result"],
      rows: benefits + totals + results(figures, hidesCosts ? [.pvBenefits] : Worth.allCases))
  }

  /// A row a result, "Cash view: net present value, £": its value, or why there is none.
  private static func results(_ figures: Figures<Exact>, _ worths: [Worth]) -> [[TableCell]] {
    View.allCases.flatMap { view in
      worths.map { worth in
        let label = "\(view == .cash ? "Cash" : "Whole") view: \(worth.label), \(unit(of: worth))"
        let between = [TableCell](repeating: .blank, count: figures.years.count + 1)
        return [.text(label)] + between + [result(figures.outcome(of: Target(worth, in: view)))]
      }
    }
  }

  private static func result(_ outcome: Outcome<Exact>) -> TableCell {
    switch outcome {
    case .value(let value): .number(value)
    case .undefined(let reason): .text("undefined, because \(reason)")
    }
  }

  private static func unit(of worth: Worth) -> String {
    switch worth {
    case .pvBenefits, .pvCosts, .npv, .equivalentAnnualCost: "£"
    case .bcr: "£ for each £"
    case .roi, .irr: "a fraction"
    case .payback, .discountedPayback, .sustainedPayback: "years"
    }
  }

  private static func title(_ register: Register) -> String {
    let count = "\(register.benefits.count) benefits"
    let base = register.cover.baseYear.map { ", year 0 is \($0)" } ?? ""
    let council = register.cover.council.isEmpty ? "A register" : register.cover.council
    return printable("\(council), \(register.cover.project): \(count)\(base)\n")
  }

  /// What a terminal would obey is left out.
  private static func printable(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !TrimmedText.isControl(scalar) { kept.append(scalar) }
    return String(kept)
  }

  private static func flows(
    _ figures: Figures<Exact>
  ) -> [(label: String, values: [Exact])] {
    [
      ("Cashable benefits", figures.cashableTotal),
      ("Non-cashable benefits", figures.nonCashableTotal),
      ("Benefits", figures.benefitTotal),
      ("Costs", figures.costTotal),
      ("Net", figures.netCashFlow),
      ("Value to others", figures.transferTotal),
    ]
  }

  private static func worths(_ figures: Figures<Exact>) -> [[String]] {
    let views = [figures.cash, figures.whole]
    func line(_ name: String, _ show: (ValueView<Exact>) -> String) -> [String] {
      [name] + views.map(show)
    }
    return [
      line("Present value of benefits") { Shown.money($0.pvBenefits) },
      line("Present value of costs") { Shown.money($0.pvCosts) },
      line("Net present value") { Shown.money($0.npv) },
      line("Benefit-cost ratio") { shown($0.bcr) },
      line("Return on investment") { shown($0.roi) },
      line("Payback, years") { shown($0.paybackYears) },
      line("Internal rate of return") { view in
        view.irr.value.map { Shown.percentage(Exact($0)) } ?? "undefined"
      },
    ]
  }

  private static func shown(_ outcome: Outcome<Exact>) -> String {
    outcome.value.map(Shown.factor) ?? "undefined"
  }

  /// Columns as wide as their widest text, numbers to the right.
  private static func grid(_ rows: [[String]]) -> [String] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      zip(row, widths).enumerated().map { index, cell in
        let space = String(repeating: " ", count: max(0, cell.1 - cell.0.count))
        return index == 0 ? cell.0 + space : space + cell.0
      }.joined(separator: "  ")
    }
  }
}
