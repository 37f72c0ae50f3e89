import ArgumentParser
import Web

/// Serves the pages until told to stop.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Serve the pages on HOST and PORT until told to stop.")

  @OptionGroup var workplace: Workplace

  func run() async throws {
    let configuration = try WebConfiguration(
      environment: Environment.current, root: workplace.folder(),
      keyDirectory: workplace.keptFolder())
    let logger = workplace.logger()
    try await workplace.withStore { store in
      try await serve(configuration, store: store, logger: logger)
    }
  }
}
