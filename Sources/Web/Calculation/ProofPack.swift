import Calculator
import Crypto
import Exchange
import Programme

/// Everything that somebody needs to work the figures out again without Concordat: the register in
/// four forms, the results, how they came about, the rules, and a checksum of every file. The same
/// register and changes always give the same bytes.
struct ProofPack: Sendable {
  let council: String
  /// "90 benefits and 2 costs, last changed 22 November 2026".
  let state: String
  let calculation: Calculation
  let codes: [String: CouncilCode]
  /// The rules of the calculator as text; nil where they were not installed beside the program.
  let rules: [UInt8]?
  /// Whose sight limits the register; nil for who sees the whole of it.
  var seenBy: String?

  /// The version of the engine whose figures these are.
  static let engine = EngineVersion.current

  /// The archive. Throws what stands against writing one of the files.
  func archive() throws -> [UInt8] {
    let files = try files()
    let manifest = files.map { file in
      "\(Hexadecimal.text(SHA256.hash(data: file.bytes)))  \(file.name)\n"
    }.joined()
    return try ArchiveWriter.write(files + [Self.text("MANIFEST.sha256", manifest)])
  }

  /// Every file but the list of checksums.
  func files() throws -> [ArchiveWriter.Entry] {
    let (register, left) = calculation.changes.applied(to: calculation.register)
    let figures = calculate(register.appraisal())
    let workbook = WorkbookWriter.write(register, figures: figures)
    let excel = try WorkbookWriter.writeXLSX(register, figures: figures)
    let document = try ConcordatXML.write(register, figures: figures, codes: codes)
    let losses =
      workbook.notCarried
      + excel.notCarried.filter {
        !workbook.notCarried.contains($0)
      }
    var files = [
      Self.text("README.txt", ProofReadMe.text(of: self, left: left, losses: losses)),
      ArchiveWriter.Entry(name: "register.xlsx", bytes: excel.bytes),
      ArchiveWriter.Entry(name: "register.xml", bytes: workbook.bytes),
      ArchiveWriter.Entry(name: "register-concordat.xml", bytes: document),
      Self.text("register.json", RegisterJSON.write(register, calculation.changes, only: left)),
      Self.text("results.json", results(register)),
      Self.table(
        "results.csv",
        CalculationTable.table(
          figures: calculation.figures, hidesCosts: calculation.sight.hidesCosts)),
      Self.text("workings.txt", workings),
    ]
    if !calculation.changes.isEmpty { files.append(Self.table("changes.csv", changes)) }
    if let rules { files.append(ArchiveWriter.Entry(name: "rules-calculator.md", bytes: rules)) }
    return files
  }

  private func results(_ register: Register) -> String {
    CalculationJSON.write(
      register, figures: calculation.figures, problems: calculation.register.problems,
      hidesCosts: calculation.sight.hidesCosts)
  }

  private var changes: Exchange.Table {
    Exchange.Table(
      headings: ["Name", "Input", "Register", "Here"],
      rows: zip(calculation.changes.texts.keys.sorted(), calculation.changed).map { name, line in
        [.text(name), .text(line.label), .text(line.before), .text(line.after)]
      })
  }

  /// Both views, every result that can be told with its whole tree, then every benefit.
  private var workings: String {
    let figures = calculation.figures
    let heads = View.allCases.flatMap { view in
      WorkedFigures.worths.filter(calculation.sight.tells)
        .map { (view.words, figures.working(of: $0, in: view)) }
        + (calculation.sight.hidesCosts
          ? [] : [(view.words, figures.working(ofModifiedRateIn: view))])
    }
    let benefits = figures.benefits.compactMap { benefit in
      figures.working(ofBenefit: benefit.id).map { (benefit.id, $0) }
    }
    return (heads + benefits).map { "\($0.0): " + WorkingText.lines($0.1) }.joined(separator: "\n")
  }

  private static func text(_ name: String, _ text: String) -> ArchiveWriter.Entry {
    ArchiveWriter.Entry(name: name, bytes: Array(text.utf8))
  }

  private static func table(_ name: String, _ table: Exchange.Table) -> ArchiveWriter.Entry {
    ArchiveWriter.Entry(
      name: name, bytes: TableWriter.write(table, as: .csv(byteOrderMark: true)))
  }
}

/// A working as indented text.
enum WorkingText {
  /// One line for each step and input, deeper ones further in.
  static func lines(_ working: Working, depth: Int = 0) -> String {
    let indent = String(repeating: "  ", count: depth)
    let unrounded = working.value.isEmpty ? "" : " (before rounding: \(working.value))"
    let head = "\(working.name) = \(working.shown)\(unrounded)\n\(indent)  = \(working.formula)\n"
    let inputs = working.inputs.map { input in
      let value = input.value.isEmpty ? "blank" : input.value
      return "\(indent)  \(input.name) = \(value) \(input.unit) [\(input.source)]\n"
    }
    let steps = working.steps.map { "\(indent)  " + lines($0, depth: depth + 1) }
    return head + inputs.joined() + steps.joined()
  }
}
