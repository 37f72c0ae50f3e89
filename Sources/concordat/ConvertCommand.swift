import ArgumentParser
import Calculator
import Exchange
import Programme

/// Turns a file into another format, without a database.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "Turn a calculator file into another format.")

  @OptionGroup var input: RegisterInput
  @Option(help: "workbook (live formulas) or csv.") var to: ExportFormat
  @Option(name: .shortAndLong, help: "The file to write; standard output when left out.")
  var output: String?

  func run() throws {
    let register = try input.read().register
    try Console.deliver(to.write(register), to: output)
  }
}

/// The formats that a register can be written in.
enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
  case workbook, csv

  /// The bytes of the register, with its figures; what the format cannot hold is said on standard
  /// error.
  func write(_ register: Register) -> [UInt8] {
    let figures = calculate(register.appraisal())
    switch self {
    case .csv: return RegisterCSV.write(register, figures: figures)
    case .workbook:
      let (bytes, notCarried) = WorkbookWriter.write(register, figures: figures)
      for loss in notCarried { Console.complain("note: the workbook cannot hold \(loss)") }
      return bytes
    }
  }
}
