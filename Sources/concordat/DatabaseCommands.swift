import ArgumentParser
import Programme
import Store

/// Brings the database to this program's state.
struct MigrateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate", abstract: "Bring the database to this program's state.")

  @OptionGroup var workplace: Workplace

  func run() async throws {
    try await workplace.withStore { store in
      let count = try await store.migrate { Console.say("migrating \($0)") }
      Console.say(count == 0 ? "nothing to migrate" : "\(count) migrations applied")
    }
  }
}

/// Loads reference data and, when asked, the demonstration programme.
struct SeedCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seed", abstract: "Load the councils and, with --demo, the demonstration.")

  @OptionGroup var workplace: Workplace
  @Flag(help: "Load the demonstration programme, its people and two councils' registers.")
  var demo = false

  func run() async throws {
    try await workplace.withStore { store in
      let councils = try await store.seedReference(
        councils: workplace.seed("scottish-councils.csv"))
      Console.say("\(councils) councils")
      guard demo else { return }
      let password = Environment.current["DEMO_PASSWORD"] ?? DemonstrationPassword.standard
      let workbooks = [
        try workplace.seedWorkbook("two-examples.xml", for: "S12000018"),
        try workplace.seedWorkbook("west-lothian-90.xml", for: "S12000040"),
      ]
      let isNew = try await store.seedDemonstration(
        workplace.seed("demonstration.json"), workbooks: workbooks, password: password)
      if let council = CouncilCode(text: "S12000040") {
        try await store.seedMeasures(workplace.seed("measures.json"), council: council)
      }
      try await store.seedDemonstrationMap(workplace.seed("demonstration-map.json"))
      try await store.seedLivingRegister(workplace.seed("living-register.json"))
      try await store.seedApprovals(
        evidence: try ["counter-survey-2010.txt", "ledger-2010-q1.csv"].map {
          (name: $0, text: try workplace.seed("evidence/\($0)"))
        })
      try await adoptPattern(in: store)
      try await store.seedParties(workplace.seed("parties.json"))
      try await store.seedMilestones(workplace.seed("milestones.json"))
      try await store.seedIssues(workplace.seed("issues.json"))
      try await store.seedChanges(workplace.seed("plan-changes.json"))
      Console.say(isNew ? "demonstration programme loaded" : "demonstration programme is there")
    }
  }
}

extension SeedCommand {
  /// A benefit made from a pattern, with assumptions that wait to be confirmed.
  private func adoptPattern(in store: Store) async throws {
    let library = try PatternLibrary(json: workplace.seed("benefit-patterns.json"))
    guard let pattern = library["missed-bins"], let council = CouncilCode(text: "S12000040") else {
      throw Failure.failed("the pattern of the demonstration is not in the library")
    }
    try await store.seedAdoption(of: pattern, for: council)
  }
}

/// The password of the demonstration's accounts.
enum DemonstrationPassword {
  static let standard = "concordat-demo"
}

/// Fills the database with a synthetic national programme.
struct GenerateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Fill the database with a synthetic programme.")

  @OptionGroup var workplace: Workplace
  @Option(help: "Councils.") var councils = 32
  @Option(help: "Benefits a council.") var benefits = 90
  @Option(help: "Years of actuals.") var years = 5
  @Flag(help: "A value of each month of those years for every benefit.") var monthly = false
  @Option(help: "Issues of the programme.") var issues = 0
  @Option(help: "The same seed gives the same data.") var seed: UInt64 = 1

  func run() async throws {
    try await workplace.withStore { store in
      let count = try await store.generate(
        councils: councils, benefits: benefits, years: years, isMonthly: monthly, seed: seed)
      Console.say("\(count) benefits of \(councils) councils")
      guard issues > 0 else { return }
      Console.say("\(try await store.generateIssues(issues, seed: seed)) issues")
    }
  }
}

/// Checks the journal.
struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Check the journal.", subcommands: [AuditVerifyCommand.self])
}

/// Checks every sealed entry of the journal.
struct AuditVerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check every sealed entry of the journal.")

  @OptionGroup var workplace: Workplace

  func run() async throws {
    let report = try await workplace.withStore { try await $0.verifyAudit() }
    for finding in report.findings { Console.say("wrong: \(finding)") }
    if !report.comparedWithHead {
      Console.say("no signed head outside the database: a cut-off end would go unseen")
    }
    Console.say("\(report.sealedCount) entries sealed, \(report.unsealedCount) not yet sealed")
    guard report.isSound else { throw Failure.failed("the journal was tampered with") }
    Console.say("the journal is sound")
  }
}
