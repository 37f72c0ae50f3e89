import ArgumentParser
import Calculator
import Exchange
import Programme

/// A file that holds a register, named on the command line.
struct RegisterInput: ParsableArguments {
  @Argument(help: "A workbook (.xlsx, .ods, .fods, XML Spreadsheet 2003) or Concordat XML.")
  var file: String
  @OptionGroup var options: MatchOptions

  /// Reads the file and lists its problems on standard error; fails when one is an error. `saved`
  /// is what the council's headings mean.
  func read(saved: [HeadingMatch] = []) throws -> (register: Register, file: ImportedFile) {
    let imported = RegisterFile.read(path: file, matches: try options.matches(after: saved))
    Console.list(imported.problems)
    options.say(imported.headings)
    guard let register = imported.register else {
      let errors = imported.problems.count { $0.severity == .error }
      throw Failure.failed("\(file) has \(errors) error\(errors == 1 ? "" : "s"); nothing was done")
    }
    return (register, imported)
  }
}

/// How the register is appraised.
struct AppraisalOptions: ParsableArguments {
  @Option(help: "When in a year money counts: yearZero, midYear or endYear (else the file's own).")
  var convention: ConventionName?

  @Option(help: "Discount rates: flat, standard, health or reduced (else the file's own).")
  var schedule: ScheduleName?

  func figures(of register: Register) -> Figures<Exact> {
    let rates = schedule?.schedule(flat: register.cover.assumptions.discountRate)
    return calculate(register.appraisal(convention: convention?.convention, schedule: rates))
  }
}

/// The schedules of discount rates by the names of the command line.
enum ScheduleName: String, ExpressibleByArgument, CaseIterable {
  case flat, standard, health, reduced

  func schedule(flat rate: Exact) -> RateSchedule<Exact> {
    switch self {
    case .flat: .flat(rate)
    case .standard: .standard
    case .health: .health
    case .reduced: .reduced
    }
  }
}

/// The conventions of discounting by the names of the command line.
enum ConventionName: String, ExpressibleByArgument, CaseIterable {
  case yearZero, midYear, endYear

  var convention: Convention {
    switch self {
    case .yearZero: .yearZero
    case .midYear: .midYear
    case .endYear: .endYear
    }
  }
}
