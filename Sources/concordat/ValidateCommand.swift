import ArgumentParser
import Exchange
import Programme

/// Lists every problem of a file, without a database.
struct ValidateCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "List every problem of a calculator file with its place.")

  @Argument(help: "A workbook (.xlsx, .ods, .fods, XML Spreadsheet 2003) or Concordat XML.")
  var file: String
  @OptionGroup var options: MatchOptions
  @Option(help: "text or json.") var format: Format = .text

  func run() throws {
    let problems = RegisterFile.read(path: file, matches: try options.matches()).problems
    switch format {
    case .text: sayText(problems)
    case .json: Console.write(CalculationJSON.write(problems))
    }
    guard !problems.contains(where: { $0.severity == .error }) else { throw ExitCode(1) }
  }

  private func sayText(_ problems: [Problem]) {
    for problem in problems { Console.say(Console.line(problem)) }
    let counts = Problem.Severity.allCases.map { severity in
      "\(problems.count { $0.severity == severity }) \(severity.rawValue)s"
    }
    Console.say(counts.joined(separator: ", "))
  }
}
