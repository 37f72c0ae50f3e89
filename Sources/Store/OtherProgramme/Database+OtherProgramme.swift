import Foundation
import Postgres
import Programme

extension Connection {
  /// The other programmes that were recorded, by their first day.
  public func otherProgrammes(as viewer: Viewer) throws -> [StoredOtherProgramme] {
    try otherProgrammes(where: "x.withdrawn_at IS NULL", as: viewer)
  }

  /// One of them, withdrawn or not; nil when it is not there.
  public func otherProgramme(
    _ id: ID<OtherProgramme>, as viewer: Viewer
  ) throws -> StoredOtherProgramme? {
    try otherProgrammes(where: "x.id = \(id.uuid)", as: viewer).first
  }

  /// Other programmes with their parties: one query for each of the two.
  private func otherProgrammes(
    where condition: SQL, as viewer: Viewer
  ) throws -> [StoredOtherProgramme] {
    guard viewer.may(.readProgramme) else { return [] }
    var others = try query(
      """
      SELECT x.id, x.version, x.changed_at, x.withdrawn_at, x.name, x.run_by, x.description,
        x.from_day, x.to_day, x.people
      FROM other_programme x
      WHERE \(condition) AND x.programme_id = \(viewer.programme.uuid)
      ORDER BY x.from_day, lower(x.name), x.id
      LIMIT \(ProgrammeLimit.otherProgrammes)
      """, StoredOtherProgramme.init)
    let rows = try query(
      """
      SELECT p.other_id, p.organisation_id FROM other_programme_party p
      WHERE p.other_id = ANY (\(others.map(\.id.uuid)))
      ORDER BY p.other_id, p.organisation_id
      """
    ) { row in (ID<OtherProgramme>(try row.next()), ID<Organisation>(try row.next())) }
    let parties = Dictionary(grouping: rows, by: \.0).mapValues { Set($0.map(\.1)) }
    for place in others.indices { others[place].other.parties = parties[others[place].id] ?? [] }
    return others
  }
}

extension StoredOtherProgramme {
  fileprivate init(_ row: inout RowReader) throws {
    self.init(
      id: ID(try row.next()), version: try row.next(),
      changedAt: try row.next(Instant.self).date,
      withdrawnAt: try row.next(Instant?.self)?.date,
      other: OtherProgramme(
        name: try row.next(), runBy: try row.next(), description: try row.next(),
        from: try row.day(), to: try row.optionalDay(), people: try row.next([String].self)))
  }
}
