import Calculator
import Foundation
import Postgres
import Programme

extension Connection {
  /// Writes new and changed costs; the caller holds the register's lock.
  func write(
    _ changes: [RecordChange<Cost>], visibility: Visibility, in head: RegisterHead,
    as viewer: Viewer
  ) throws {
    guard !changes.isEmpty else { return }
    var rows = ColumnRows()
    for change in changes {
      rows.append(change.columns(visibility: change.earlier?.visibility ?? visibility))
    }
    try execute(
      """
      INSERT INTO cost (programme_id, organisation_id, changed_at, id, visibility, version,
        reference, council, description, amount, from_year, to_year, optimism_bias_share)
      SELECT \(viewer.programme.uuid), \(head.organisation.uuid), scope_now(), id, visibility,
        version, reference, council, description, amount, from_year, to_year, optimism_bias_share
      FROM json_populate_recordset(NULL::cost, \(rows.json)::json)
      ON CONFLICT (id) DO UPDATE SET version = excluded.version, changed_at = excluded.changed_at,
        reference = excluded.reference, council = excluded.council,
        description = excluded.description, amount = excluded.amount,
        from_year = excluded.from_year, to_year = excluded.to_year,
        optimism_bias_share = excluded.optimism_bias_share
      """)
  }

  /// The benefits of a register by their references in lower case.
  func benefitIdentities(
    in head: RegisterHead, as viewer: Viewer
  ) throws -> [String: ID<Benefit>] {
    let rows = try query(
      """
      SELECT reference, id FROM benefit
      WHERE programme_id = \(viewer.programme.uuid)
        AND organisation_id = \(head.organisation.uuid) AND removed_at IS NULL
      """
    ) { row in (try row.next(String.self).lowercased(), ID<Benefit>(try row.next())) }
    return Dictionary(rows, uniquingKeysWith: { $1 })
  }
}

extension RecordChange<Cost> {
  fileprivate func columns(visibility: Visibility) -> [(name: String, value: ColumnValue)] {
    [
      ("id", .id(id)), ("visibility", .text(visibility.rawValue)), ("version", .whole(version)),
      ("reference", .text(noun.reference)), ("council", .text(noun.council)),
      ("description", .text(noun.description)), ("amount", .number(noun.amount)),
      ("from_year", .whole(noun.fromYear)), ("to_year", .whole(noun.toYear)),
      ("optimism_bias_share", .number(noun.optimismBiasShare)),
    ]
  }
}
