import ArgumentParser
import Calculator
import Exchange

/// Computes the figures of a file, without a database.
struct CalculateCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json, csv
  }

  static let configuration = CommandConfiguration(
    commandName: "calculate", abstract: "Compute the figures of a calculator file.")

  @OptionGroup var input: RegisterInput
  @OptionGroup var appraisal: AppraisalOptions
  @Option(help: "table, json or csv.") var format: Format = .table

  func run() throws {
    let (register, file) = try input.read()
    let figures = appraisal.figures(of: register)
    switch format {
    case .json:
      Console.write(CalculationJSON.write(register, figures: figures, problems: file.problems))
    case .csv: Console.write(RegisterCSV.write(register, figures: figures))
    case .table: Console.write(CalculationTable.text(register, figures: figures))
    }
  }
}
