import ArgumentParser
import Foundation

/// The command: everything that can be done without a browser.
@main
struct Concordat: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "concordat",
    abstract: "Tracks partnership programmes and the benefits they bring, to the penny.",
    discussion: "Exit codes: 0 done; 1 the input has errors or the work failed; 2 wrong usage.",
    version: "0.1.0",
    subcommands: [
      CalculateCommand.self, ValidateCommand.self, ConvertCommand.self, SchemaCommand.self,
      ImportCommand.self,
      ExportCommand.self, ServeCommand.self, MigrateCommand.self, SeedCommand.self,
      GenerateCommand.self, UserCommand.self, AuditCommand.self, MeasureCommand.self,
    ])

  static func main() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      stop(for: error)
    }
  }

  /// Says what went wrong on standard error and ends with the exit code of the contract.
  private static func stop(for error: any Error) -> Never {
    if let failure = error as? Failure {
      Console.complain(failure.message)
      Foundation.exit(failure.code)
    }
    let code = exitCode(for: error)
    let text = fullMessage(for: error)
    if code == .success {
      Console.say(text)
    } else if !text.isEmpty {
      Console.complain(text)
    }
    Foundation.exit(code == .success ? 0 : code == .validationFailure ? 2 : 1)
  }
}

/// An end with words and an exit code.
struct Failure: Error {
  let message: String
  let code: Int32

  /// The input has errors, or the work failed.
  static func failed(_ message: String) -> Failure { Failure(message: message, code: 1) }

  /// The command was called wrongly.
  static func usage(_ message: String) -> Failure { Failure(message: message, code: 2) }
}
