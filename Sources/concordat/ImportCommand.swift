import ArgumentParser
import Calculator
import Exchange
import Foundation
import Programme
import Store

/// A council's register in the database, named by the council's code.
struct StoredRegisterOptions: ParsableArguments {
  @Option(help: "The council's official code, such as S12000040.") var council: String

  func code() throws -> CouncilCode {
    guard let code = CouncilCode(text: council) else {
      throw Failure.usage("--council is an official code such as S12000040")
    }
    return code
  }

  func viewer(in store: Store) async throws -> Viewer {
    let code = try code()
    guard let viewer = try await store.operatorViewer(for: code) else {
      throw Failure.failed("no council \(code) takes part in exactly one programme")
    }
    return viewer
  }

  func register(in store: Store, as viewer: Viewer) async throws -> Register? {
    try await store.read(as: viewer) { db in
      try db.register(of: viewer.organisation, withMeasures: true, as: viewer)?.register
    }
  }
}

/// Brings a file into a council's register.
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Bring a calculator file into a council's register.")

  @OptionGroup var workplace: Workplace
  @OptionGroup var input: RegisterInput
  @OptionGroup var stored: StoredRegisterOptions
  @Flag(help: "Say what would change, and change nothing.") var dryRun = false

  func run() async throws {
    try await workplace.withStore { store in
      let viewer = try await stored.viewer(in: store)
      let saved = try await store.read(as: viewer) { db in
        try db.headingMatches(of: viewer.organisation, as: viewer).map(\.match)
      }
      let (register, file) = try input.read(saved: saved)
      Console.list(register.problems(broughtInFor: viewer.organisationName))
      say(FigureComparison(file.carried, with: calculate(register.appraisal())).differences)
      let before = try await stored.register(in: store, as: viewer)
      say(RegisterDifference(from: before, to: register))
      let matches = try input.options.matches(after: saved)
      if !dryRun { try await apply(register, file.problems, matches, in: store, as: viewer) }
    }
  }

  /// Where the file's own figures are not ours.
  private func say(_ differences: [FigureComparison.Difference]) {
    for difference in differences {
      Console.complain(
        "\(difference.place.text): note: the file says \(difference.carried), recomputed it is "
          + "\(difference.recomputed). \(difference.reason)")
    }
  }

  private func say(_ difference: RegisterDifference) {
    for row in difference.rows {
      Console.say("\(row.part) \(row.reference): \(row.kind.rawValue)")
      guard row.kind == .changed else { continue }
      for change in row.changes {
        Console.say("  \(change.label): “\(change.before)” → “\(change.after)”")
      }
    }
    let counts = RegisterDifference.Kind.allCases.map {
      "\(difference.count($0)) \($0.rawValue)"
    }
    Console.say((counts + ["\(difference.unchangedCount) unchanged"]).joined(separator: ", "))
  }

  private func apply(
    _ register: Register, _ problems: [Problem], _ matches: HeadingMatches, in store: Store,
    as viewer: Viewer
  ) async throws {
    guard let bytes = FileManager.default.contents(atPath: input.file) else {
      throw Failure.failed("cannot read \(input.file)")
    }
    let name = URL(fileURLWithPath: input.file).lastPathComponent
    let act = Act(name: "import.confirm", requestID: "command")
    do {
      let outcome = try await store.write(as: viewer, act) { db in
        let run = try db.stageImport(
          fileName: name, bytes: Array(bytes), problems: problems, into: viewer.organisation,
          by: act, as: viewer)
        return try db.confirmImport(
          run, register: register, matches: matches, as: viewer, by: act)
      }
      Console.say("applied: \(outcome.added) added, \(outcome.changed) changed")
    } catch let refusal as Refusal {
      throw Failure.failed(Words.of(refusal))
    }
  }
}

/// Writes a council's register to a file.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a council's register to a file.")

  @OptionGroup var workplace: Workplace
  @OptionGroup var stored: StoredRegisterOptions
  @OptionGroup var export: ExportOptions

  func run() async throws {
    try await workplace.withStore { store in
      let viewer = try await stored.viewer(in: store)
      guard let register = try await stored.register(in: store, as: viewer) else {
        throw Failure.failed("\(viewer.organisationName) has no register yet")
      }
      let codes = try [viewer.organisationName: stored.code()]
      try export.deliver(register, codes: codes)
    }
  }
}
