import Calculator
import Foundation
import Postgres
import Programme

extension Connection {
  /// The objectives of the programme with their targets, by title.
  public func objectives(as viewer: Viewer) throws -> [StoredObjective] {
    try objectives(where: "j.withdrawn_at IS NULL", as: viewer)
  }

  /// One objective, withdrawn or not; nil when it is not there.
  public func objective(
    _ id: ID<ProgrammeObjective>, as viewer: Viewer
  ) throws -> StoredObjective? {
    try objectives(where: "j.id = \(id.uuid)", as: viewer).first
  }

  /// How often the benefits within sight that count name each objective, by its words.
  public func objectiveUse(as viewer: Viewer) throws -> [ObjectiveUse] {
    guard viewer.may(.readBenefits) else { return [] }
    return try query(
      """
      SELECT min(b.objective), count(*),
        coalesce(sum(b.cashable_total) FILTER (WHERE NOT b.is_transfer), 0),
        coalesce(sum(b.net_total - b.cashable_total) FILTER (WHERE NOT b.is_transfer), 0)
      FROM benefit b
      WHERE b.removed_at IS NULL AND b.status <> 'Withdrawn' AND \(viewer.sees("b"))
      GROUP BY lower(b.objective)
      ORDER BY lower(b.objective)
      LIMIT \(ProgrammeLimit.objectiveWords)
      """
    ) { row in
      ObjectiveUse(
        words: try row.next(), count: try row.next(), cashable: try row.exact(),
        nonCashable: try row.exact())
    }
  }

  /// Objectives with their targets: one query for each of the two.
  private func objectives(where condition: SQL, as viewer: Viewer) throws -> [StoredObjective] {
    guard viewer.may(.readProgramme) else { return [] }
    var objectives = try query(
      """
      SELECT j.id, j.version, j.changed_at, j.withdrawn_at, j.title, j.description
      FROM programme_objective j
      WHERE \(condition) AND j.programme_id = \(viewer.programme.uuid)
      ORDER BY lower(j.title), j.id
      LIMIT \(ProgrammeLimit.objectives)
      """
    ) { row in
      StoredObjective(
        id: ID(try row.next()), version: try row.next(),
        changedAt: try row.next(Instant.self).date,
        withdrawnAt: try row.next(Instant?.self)?.date,
        objective: ProgrammeObjective(title: try row.next(), description: try row.next()))
    }
    let targets = try targets(of: objectives.map(\.id.uuid))
    for place in objectives.indices {
      objectives[place].objective.targets = targets[objectives[place].id] ?? [:]
    }
    return objectives
  }

  private func targets(
    of objectives: [UUID]
  ) throws -> [ID<ProgrammeObjective>: [TargetTerm: ObjectiveTarget]] {
    let rows = try query(
      """
      SELECT t.objective_id, t.term, t.words, t.by_day, t.standing
      FROM objective_target t WHERE t.objective_id = ANY (\(objectives))
      ORDER BY t.objective_id, t.term
      """
    ) { row in
      (
        ID<ProgrammeObjective>(try row.next()), try row.choice(TargetTerm.self),
        ObjectiveTarget(
          words: try row.next(), by: try row.optionalDay(),
          standing: try row.choice(TargetStanding.self))
      )
    }
    return Dictionary(grouping: rows, by: \.0).mapValues { rows in
      Dictionary(rows.map { ($0.1, $0.2) }, uniquingKeysWith: { $1 })
    }
  }
}
