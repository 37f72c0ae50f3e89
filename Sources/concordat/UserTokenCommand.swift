import ArgumentParser
import Programme
import Store

/// Gives somebody's programs a token for the API, or takes all of them back.
struct UserTokenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "token",
    abstract: "Make a token by which a person's programs ask the API.",
    discussion: "It is printed once and stored only as a hash.")

  @OptionGroup var workplace: Workplace
  @Argument(help: "The address that the person signs in with.") var email: String
  @Option(help: "How many days it lasts, at most \(TokenLimit.daysMaximum).")
  var days = TokenLimit.days
  @Flag(help: "End all of the person's tokens instead.") var revoke = false

  func run() async throws {
    guard (1...TokenLimit.daysMaximum).contains(days) else {
      throw Failure.usage("--days is a number from 1 to \(TokenLimit.daysMaximum)")
    }
    try await workplace.withStore { store in
      if revoke {
        let ended = try await store.revokeTokens(of: email)
        Console.say("\(ended) tokens of \(email) ended")
        return
      }
      do {
        Console.say(try await store.makeToken(for: email, days: days))
      } catch Refusal.notFound {
        throw Failure.failed("nobody has the address \(email)")
      }
    }
  }
}
