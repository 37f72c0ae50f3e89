import ArgumentParser
import Calculator
import Exchange
import Programme
import Store

/// What `bin/bench` measures from inside the process.
struct MeasureCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure", abstract: "Measure parts of Concordat (for bin/bench).",
    shouldDisplay: false,
    subcommands: [
      CalculatorMeasure.self, SimulationMeasure.self, WorkbookMaker.self, ListScript.self,
      FileReading.self,
    ])
}

/// Benefit-years a second on one core, in exact decimals and in doubles.
struct CalculatorMeasure: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calculator", abstract: "Benefit-years a second, exact and double.")

  @Option(help: "Councils.") var councils = 400
  @Option(help: "Benefits a council.") var benefits = 90
  @Option(help: "Years after the base year.") var years = 9

  func run() throws {
    var maker = SyntheticRegister(seed: 1)
    let exact = (0..<councils).map { number in
      var appraisal = maker.register(council: "Council \(number)", benefitCount: benefits)
        .appraisal()
      appraisal.horizonYears = years
      return appraisal
    }
    let fast = exact.map(\.inDoubles)
    let benefitYears = Double(councils * benefits * (years + 1))
    report("exact", benefitYears) { exact.reduce(0) { $0 + calculate($1).benefits.count } }
    report("double", benefitYears) { fast.reduce(0) { $0 + calculate($1).benefits.count } }
  }

  private func report(_ name: String, _ benefitYears: Double, _ work: () -> Int) {
    var count = 0
    let clock = ContinuousClock()
    let best = (0..<3).map { _ in clock.measure { count += work() } }.min() ?? .zero
    let seconds = Double(best.components.seconds) + Double(best.components.attoseconds) * 1e-18
    guard count > 0, seconds > 0 else { return }
    let rate = benefitYears / seconds
    Console.say("\(name) \(Int(rate)) benefit-years/s \(Int(seconds * 1_000)) ms")
  }
}

/// A simulation on one core, in which the gross of every benefit is uncertain.
struct SimulationMeasure: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulation", abstract: "The time of a simulation.")

  @Option(help: "Runs.") var runs = 10_000
  @Option(help: "Benefits.") var benefits = 90
  @Option(help: "Years after the base year.") var years = 9

  func run() throws {
    var maker = SyntheticRegister(seed: 1)
    var appraisal = maker.register(council: "A council", benefitCount: benefits).appraisal()
      .inDoubles
    appraisal.horizonYears = years
    let varied = appraisal.benefits.map { Variable.benefit($0.id, .deadweightShare) }
    let simulation = try Simulation(
      of: appraisal, varying: varied.map { Triangle($0, low: 0, mode: 0.1, high: 0.4) }, seed: 1)
    var trials = Trials()
    let clock = ContinuousClock()
    let best = (0..<3).map { _ in clock.measure { trials = simulation.run(0..<runs) } }.min()
    let duration = (best ?? .zero).components
    let milliseconds = duration.seconds * 1_000 + duration.attoseconds / 1_000_000_000_000_000
    guard trials.distribution(in: .whole) != nil else { return }
    Console.say(
      "simulation \(trials.count) runs x \(benefits) benefits x \(years + 1) years "
        + "\(milliseconds) ms")
  }
}

/// Writes a synthetic workbook of any size.
struct WorkbookMaker: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workbook", abstract: "Write a synthetic workbook.")

  @Option(help: "How many benefits.") var benefits = 400
  @Option(help: "The name of the council.") var council = "West Lothian Council"
  @Option(help: "The seed.") var seed: UInt64 = 1
  @Option(name: .shortAndLong, help: "The file to write.") var output: String

  func run() throws {
    var maker = SyntheticRegister(seed: seed)
    let register = maker.register(council: council, benefitCount: benefits)
    try Console.deliver(ExportFormat.workbook.write(register), to: output)
  }
}

/// Prints the statements of one page of the benefits list, for pgbench.
struct ListScript: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list-query", abstract: "The statements of the benefits list, for pgbench.")

  @OptionGroup var workplace: Workplace
  @OptionGroup var stored: StoredRegisterOptions

  func run() async throws {
    try await workplace.withStore { store in
      let viewer = try await stored.viewer(in: store)
      Console.say(try await store.script(of: BenefitFilter(), as: viewer))
    }
  }
}

/// Reads a file of any size into benefits.
struct FileReading: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Read a file of any size into benefits.")

  @Argument(help: "A calculator workbook.") var file: String

  func run() throws {
    var limits = FileLimits()
    limits.fileBytes = .max
    let imported = RegisterFile.read(path: file, limits: limits)
    Console.list(imported.problems.filter { $0.severity == .error })
    Console.say("\(imported.register?.benefits.count ?? 0) benefits")
  }
}
