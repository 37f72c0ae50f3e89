import Foundation
import Logging
import Postgres

/// The migrations that come with the program.
enum Migrations {
  /// File names and texts; throws when the program was installed without them.
  static func files() throws -> [(name: String, text: String)] {
    guard let folder = Bundle.module.url(forResource: "Migrations", withExtension: nil) else {
      throw StoreError.configuration("the folder Migrations is missing beside the program")
    }
    return try FileManager.default
      .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "sql" }
      .map { ($0.lastPathComponent, try String(contentsOf: $0, encoding: .utf8)) }
  }
}

extension Store {
  /// Brings the database to this program's state, as the owner role; `note` hears the name of each
  /// migration before it begins. Returns how many were applied. Throws a `PostgresError`.
  public func migrate(note: @escaping @Sendable (String) -> Void = { _ in }) async throws -> Int {
    let migrator = try Migrator(Migrations.files())
    return try await migrator.migrate(ownerPool) { note("\($0.number) \($0.name)") }.count
  }

  /// Whether the database answers and is neither behind nor ahead of this program.
  public func isReady() async -> Bool {
    do {
      return try await Migrator(Migrations.files()).pending(pool).isEmpty
    } catch {
      logger.warning("not ready", metadata: ["error": "\(error)"])
      return false
    }
  }
}
