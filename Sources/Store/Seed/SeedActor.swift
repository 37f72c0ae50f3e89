import Foundation
import Postgres
import Programme

extension Store {
  /// The participant of that address, as an actor of the seed. Throws
  /// ``StoreError/inconsistent(_:)`` when nobody has it.
  func seedActor(_ email: String) async throws -> Viewer {
    let found = try await ownerPool.readOnce(
      preamble: [operatorScope.settings],
      """
      SELECT p.id, p.name, p.role, o.id, o.name, o.code, p.programme_id
      FROM person p JOIN organisation o ON o.id = p.organisation_id
      WHERE p.email = \(email)
      """,
      read: { row in
        Viewer(
          person: ID(try row.next()), name: try row.next(), role: try row.choice(Role.self),
          organisation: ID(try row.next()), organisationName: try row.next(),
          organisationCode: try row.councilCode(), programme: ID(try row.next()))
      })
    guard let viewer = found.first else { throw StoreError.inconsistent("\(email) is nobody's") }
    return viewer
  }
}

extension Viewer {
  /// Somebody of that party, as an actor of the seed: the first of its participants.
  func seedActor(for party: PartyRow, among people: [Participant]) -> Viewer {
    let own = people.filter { $0.party == party.id }
    let person = own.first { [.council, .partner, .coordinator].contains($0.role) }
    let role: Role = party.kind == .council ? .council : .partner
    return Viewer(
      person: person?.id, name: person?.name ?? "Office of \(party.name)",
      role: person?.role ?? role, organisation: party.id, organisationName: party.name,
      organisationCode: party.code, programme: programme)
  }
}

extension Connection {
  /// Makes the rest of the transaction happen so many months before the day of the seeding.
  func seedHappens(monthsAgo: Int) throws {
    let time: SQL = "scope_now() - make_interval(months => \(monthsAgo)::int)"
    _ = try first("SELECT set_config('app.now', (\(time))::text, true)") { _ in }
  }
}
