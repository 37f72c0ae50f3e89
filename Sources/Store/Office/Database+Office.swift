import Foundation
import Postgres
import Programme

extension Connection {
  /// The offices of a party, or of all, past ones and those to come included: by party, office and
  /// day, the latest first.
  public func offices(
    of party: ID<Organisation>? = nil, as viewer: Viewer
  ) throws -> [StoredOffice] {
    let whose: SQL = "(f.organisation_id = \(party?.uuid as UUID?) OR \(party == nil))"
    return try offices(where: "\(whose) AND f.withdrawn_at IS NULL", as: viewer)
  }

  /// One office, withdrawn or not; nil when it is not there.
  public func office(_ id: ID<Office>, as viewer: Viewer) throws -> StoredOffice? {
    try offices(where: "f.id = \(id.uuid)", as: viewer).first
  }

  /// Who decides for a party today; nil where nobody does.
  public func decisionMaker(
    of party: ID<Organisation>, as viewer: Viewer
  ) throws -> DecisionMaker? {
    try decisionMakers(where: "f.organisation_id = \(party.uuid)", as: viewer)[party]
  }

  /// Who decides for each party today; parties where nobody does are left out.
  public func decisionMakers(as viewer: Viewer) throws -> [ID<Organisation>: DecisionMaker] {
    try decisionMakers(where: "true", as: viewer)
  }

  private func decisionMakers(
    where condition: SQL, as viewer: Viewer
  ) throws -> [ID<Organisation>: DecisionMaker] {
    let held = try offices(
      where: """
        \(condition) AND f.kind = \(OfficeKind.keyDecisionMaker.rawValue)
          AND f.withdrawn_at IS NULL AND f.from_day <= \(SQL.today)
          AND (f.to_day IS NULL OR f.to_day >= \(SQL.today))
        """, as: viewer)
    return Dictionary(
      held.map { ($0.party, DecisionMaker($0.office)) }, uniquingKeysWith: { first, _ in first })
  }

  private func offices(where condition: SQL, as viewer: Viewer) throws -> [StoredOffice] {
    guard viewer.may(.readProgramme) else { return [] }
    return try query(
      """
      SELECT f.id, f.organisation_id, o.name, f.version, f.changed_at, f.withdrawn_at, f.kind,
        f.person_id, coalesce(p.name, f.holder), f.deputy, f.limit_pounds, f.from_day, f.to_day
      FROM office f JOIN organisation o ON o.id = f.organisation_id
        LEFT JOIN person p ON p.id = f.person_id
      WHERE \(condition) AND f.programme_id = \(viewer.programme.uuid)
      ORDER BY lower(o.name), o.id, f.kind, f.from_day DESC, f.id
      LIMIT \(ProgrammeLimit.offices)
      """, StoredOffice.init)
  }
}

extension StoredOffice {
  fileprivate init(_ row: inout RowReader) throws {
    self.init(
      id: ID(try row.next()), party: ID(try row.next()), partyName: try row.next(),
      version: try row.next(), changedAt: try row.next(Instant.self).date,
      withdrawnAt: try row.next(Instant?.self)?.date,
      office: Office(
        kind: try row.choice(OfficeKind.self), person: try row.next(UUID?.self).map { ID($0) },
        holder: try row.next(), deputy: try row.next(), limit: try row.optionalExact(),
        from: try row.day(), to: try row.optionalDay()))
  }
}
