import ArgumentParser
import Calculator
import Exchange
import Programme

/// Turns a file into another format, without a database.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "Turn a calculator file into another format.")

  @OptionGroup var input: RegisterInput
  @OptionGroup var export: ExportOptions

  func run() throws {
    let (register, file) = try input.read()
    try export.deliver(register, codes: file.councilCodes)
  }
}

/// Where a register is written to, and how.
struct ExportOptions: ParsableArguments {
  @Option(help: "xml (everything), xlsx or workbook (live formulas), or csv.")
  var to: ExportFormat
  @Flag(help: "Leave the results out of the xml.") var withoutResults = false
  @Option(name: .shortAndLong, help: "The file to write; standard output when left out.")
  var output: String?

  func deliver(_ register: Register, codes: [String: CouncilCode]) throws {
    let bytes = try to.write(register, codes: codes, withResults: !withoutResults)
    try Console.deliver(bytes, to: output)
  }
}

/// The formats that a register can be written in.
enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
  case xml, xlsx, workbook, csv

  /// The bytes of the register, with its figures; what the format cannot hold is said on standard
  /// error.
  func write(
    _ register: Register, codes: [String: CouncilCode] = [:], withResults: Bool = true
  ) throws -> [UInt8] {
    let figures = calculate(register.appraisal())
    do {
      switch self {
      case .xml:
        return try ConcordatXML.write(
          register, figures: withResults ? figures : nil, codes: codes)
      case .xlsx: return said(try WorkbookWriter.writeXLSX(register, figures: figures))
      case .workbook: return said(WorkbookWriter.write(register, figures: figures))
      case .csv: return RegisterCSV.write(register, figures: figures)
      }
    } catch let invalid as ConcordatXML.Invalid {
      Console.list(invalid.problems)
      throw Failure.failed("what the register holds is not valid Concordat XML")
    } catch let failure as WorkbookFailure {
      throw Failure.failed(failure.words)
    }
  }

  private func said(_ workbook: (bytes: [UInt8], notCarried: [String])) -> [UInt8] {
    for loss in workbook.notCarried { Console.complain("note: the workbook cannot hold \(loss)") }
    return workbook.bytes
  }
}

/// Prints the schema of Concordat XML.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the XML Schema of Concordat XML.")

  func run() { Console.write(ConcordatSchema.text) }
}
