import Calculator
import Programme

/// The words that tell how to check a proof pack.
enum ProofReadMe {
  /// The file's text; `left` names changes that a workbook cannot hold.
  static func text(of pack: ProofPack, left: [String], losses: [String]) -> String {
    let calculation = pack.calculation
    let lines = [
      "PROOF PACK: \(pack.council)",
      about(pack),
      "Worked out by: \(ProofPack.engine)", "",
      "Net present value, cash view: \(calculation.shown(.npv, in: .cash))",
      "Benefit-cost ratio, cash view: \(calculation.shown(.bcr, in: .cash))",
      "Payback, cash view: \(calculation.shown(.payback, in: .cash))",
      "Net present value, whole view: \(calculation.shown(.npv, in: .whole))", "",
      files(pack), calculation.sight.hidesCosts ? withoutCosts : places, check,
      scenario(pack, left: left),
      losses.isEmpty ? "" : "The workbooks cannot hold:\n" + list(losses),
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func about(_ pack: ProofPack) -> String {
    guard let viewer = pack.seenBy else { return "The register has \(pack.state)." }
    let costs =
      pack.calculation.sight.hidesCosts
      ? "\nNo cost is among it: what costs decide is not known." : ""
    return """
      These are the figures of what \(viewer) may see of this register:
      \(pack.state).\(costs)
      """
  }

  private static func files(_ pack: ProofPack) -> String {
    """
    FILES
    register.xlsx            the register as a workbook with live formulas
    register.xml             the same for older spreadsheet programs (XML Spreadsheet 2003)
    register-concordat.xml   the register with nothing left out (Concordat XML)
    register.json            the register as the API takes it
    results.json             every figure with all its digits, as the API answers
    results.csv              the same as a table: benefits, totals, then the results of both views
    workings.txt             how each came about: rule, inputs, sources, steps
    \(pack.rules == nil ? "" : "rules-calculator.md      the rules, each with a figure worked out by hand\n")\
    MANIFEST.sha256          a checksum of every file

    """
  }

  private static let places = """
    WHERE THE FIGURES ABOVE STAND
    The workbooks have the cash view on the sheet CashView and the whole view on the sheet CashFlow.
                                    workbook                               results.csv
    Net present value, cash view    CashView, NPV, cash view               Cash view: net present value
    Benefit-cost ratio, cash view   CashView, BCR, cash view               Cash view: benefit-cost ratio
    Payback, cash view              CashView, Payback in years, cash view  Cash view: payback
    Net present value, whole view   CashFlow, NPV                          Whole view: net present value
    In results.json the cash view is the object "cash_view"; the whole view stands beside it.
    The sheet Summary is no part of either view: by label it adds whole benefits, without their
    cash share and with value to others, so its "Cashable" is not the cashable total.

    """

  private static let withoutCosts = """
    WITHOUT COSTS
    results.json, results.csv and workings.txt leave out what costs decide. The sheets CashView and
    CashFlow of the workbooks work with no costs at all: what they set against costs says nothing
    of the register.

    """

  private static let check = """
    HOW TO CHECK
    1. sha256sum --check MANIFEST.sha256 says whether a file was changed.
    2. Open register.xlsx in a spreadsheet program and recalculate it (in LibreOffice: Ctrl+Shift+F9).
       The sheet CashView works the cash view out again, the sheet CashFlow the whole view, the
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
