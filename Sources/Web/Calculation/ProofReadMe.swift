import Calculator
import Programme

/// The words that tell how to check a proof pack.
enum ProofReadMe {
  /// The file's text; `left` names changes that a workbook cannot hold.
  static func text(of pack: ProofPack, left: [String], losses: [String]) -> String {
    let worked = pack.calculation.worked
    let lines = [
      "PROOF PACK: \(pack.council)",
      "The register has \(pack.state).",
      "Worked out by: \(ProofPack.engine)", "",
      "Net present value, cash view: \(worked.shown(.npv, in: .cash))",
      "Benefit-cost ratio, cash view: \(worked.shown(.bcr, in: .cash))",
      "Payback, cash view: \(worked.shown(.payback, in: .cash))",
      "Net present value, whole view: \(worked.shown(.npv, in: .whole))", "",
      files(pack), check,
      scenario(pack, left: left),
      losses.isEmpty ? "" : "The workbooks cannot hold:\n" + list(losses),
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func files(_ pack: ProofPack) -> String {
    """
    FILES
    register.xlsx            the register as a workbook with live formulas
    register.xml             the same for older spreadsheet programs (XML Spreadsheet 2003)
    register-concordat.xml   the register with nothing left out (Concordat XML)
    register.json            the register as the API takes it
    results.json, .csv       every figure with all its digits
    workings.txt             how each came about: rule, inputs, sources, steps
    \(pack.rules == nil ? "" : "rules-calculator.md      the rules, each with a figure worked out by hand\n")\
    MANIFEST.sha256          a checksum of every file

    """
  }

  private static let check = """
    HOW TO CHECK
    1. sha256sum --check MANIFEST.sha256 says whether a file was changed.
    2. Open register.xlsx in a spreadsheet program and recalculate it (in LibreOffice: Ctrl+Shift+F9).
       The sheet CashFlow gives net, present values, ratio and rate of return of the whole view, the
       sheet Benefits every benefit by year. They are the figures in results.csv.
    3. Follow any figure with pencil and paper in workings.txt: each line names its rule and inputs.
    4. results.json holds decimals as texts with every digit; nothing was rounded on the way.

    """

  private static func scenario(_ pack: ProofPack, left: [String]) -> String {
    guard !pack.calculation.changes.isEmpty else { return "" }
    let labels = left.map { ScenarioChanges.label(of: $0).capitalizedAtStart }
    let rest =
      left.isEmpty
      ? "All of them are in the workbooks."
      : """
      In the workbooks are all but these, which they have no cell for. Their own results leave
      them out; results.json and results.csv have them in:
      \(list(labels))
      """
    return """
      SCENARIO
      These are not the figures of the register as recorded: changes.csv lists what differs.
      \(rest)

      """
  }

  private static func list(_ lines: [String]) -> String {
    lines.map { "  - \($0)" }.joined(separator: "\n")
  }
}
