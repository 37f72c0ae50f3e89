import ArgumentParser
import Foundation
import Programme
import Store

/// Keeps accounts from the command line.
struct UserCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "user", abstract: "Keep accounts.",
    subcommands: [UserAddCommand.self, UserTokenCommand.self])
}

/// Gives somebody an account.
struct UserAddCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Give somebody an account.",
    discussion: "The password is read from the first line of standard input.")

  @OptionGroup var workplace: Workplace
  @Option(help: "The address to sign in with.") var email: String
  @Option(help: "The name to show.") var name: String
  @Option(help: "coordinator, council, viewer, partner, board, auditor or admin.") var role: String
  @Option(help: "The organisation, by official code or name.") var organisation: String
  @Option(help: "The programme, by name; the only one when left out.") var programme: String?

  func run() async throws {
    guard let role = Role(rawValue: role.lowercased()) else {
      let roles = Role.allCases.map(\.rawValue).joined(separator: ", ")
      throw Failure.usage("--role is one of: \(roles)")
    }
    guard let password = readLine(strippingNewline: true), !password.isEmpty else {
      throw Failure.usage("give the password as the first line of standard input")
    }
    let person = Person(name: name, email: email.lowercased(), role: role)
    try await workplace.withStore { store in
      do {
        _ = try await store.addPerson(
          person, password: password, organisation: try await organisation(in: store),
          programme: try await programme(in: store),
          by: Act(name: "person.add", requestID: "command"))
      } catch let refusal as Refusal {
        throw Failure.failed(Words.of(refusal))
      }
      Console.say("\(person.email) can sign in")
    }
  }

  private func organisation(in store: Store) async throws -> ID<Organisation> {
    let found = try await store.organisations(matching: organisation)
    guard let id = found.first, found.count == 1 else {
      throw Failure.failed("there is no single organisation “\(organisation)”")
    }
    return id
  }

  private func programme(in store: Store) async throws -> ID<NationalProgramme> {
    let all = try await store.programmes()
    let found = programme.map { name in all.filter { $0.name == name } } ?? all
    guard let id = found.first?.id, found.count == 1 else {
      let names = all.map(\.name).joined(separator: ", ")
      throw Failure.failed("name the programme with --programme; there are: \(names)")
    }
    return id
  }
}

/// Refusals in words, for the command line.
enum Words {
  static func of(_ refusal: Refusal) -> String {
    switch refusal {
    case .invalid(let problems):
      problems.map { "\($0.placeText): \($0.message)" }.joined(separator: "\n")
    case .notFound: "it is not there"
    case .conflict: "it was changed meanwhile; try again"
    case .forbidden: "that is not allowed"
    }
  }
}
