import Foundation
import Postgres
import Programme

/// What row-level security tests: the settings that a transaction begins with.
struct Scope: Sendable {
  /// The role's word; `sealer` and `verifier` are the scopes of two jobs.
  var role = ""
  var programme: ID<NationalProgramme>?
  var organisation: ID<Organisation>?
  var person: ID<Person>?
  /// The address that is signing in, in lower case.
  var email = ""
  /// The hash of the token that was presented.
  var session: [UInt8] = []
  var now: Date

  /// Sets everything, transaction-locally: nothing is left over from whoever had the connection.
  var settings: SQL {
    """
    SELECT set_config('app.role', \(role), true),
      set_config('app.programme', \(programme?.description ?? ""), true),
      set_config('app.organisation', \(organisation?.description ?? ""), true),
      set_config('app.person', \(person?.description ?? ""), true),
      set_config('app.email', \(email), true),
      set_config('app.session', \(Hexadecimal.text(session)), true),
      set_config('app.now', \(Instant(now).description), true)
    """
  }
}

extension Viewer {
  func scope(at now: Date) -> Scope {
    Scope(
      role: role.rawValue, programme: programme, organisation: organisation, person: person,
      now: now)
  }

  /// The rows that the viewer may see, as an explicit condition on the table of that alias: the
  /// first lock, before row-level security.
  func sees(_ table: SQL) -> SQL {
    let others = role.seesOfOthers.map(\.rawValue).sorted()
    let own: ID<Organisation>? = role == .admin ? nil : organisation
    let isOwn: SQL = "\(table).organisation_id = \(own?.uuid as UUID?)"
    let isShown: SQL = "\(table).visibility = ANY (\(others)::text[])"
    return "\(table).programme_id = \(programme.uuid) AND (\(isOwn) OR \(isShown))"
  }

  /// The same for a table whose rows have no visibility of their own: drafts, as it were.
  func seesDrafts(_ table: SQL) -> SQL {
    let own: ID<Organisation>? = role == .admin ? nil : organisation
    return """
      \(table).programme_id = \(programme.uuid)
        AND (\(table).organisation_id = \(own?.uuid as UUID?) OR \(role.seesOfOthers.contains(.draft)))
      """
  }
}
