import Foundation
import Postgres
import Programme

extension Connection {
  /// Asks for a run. Throws ``Refusal/invalid(_:)`` when the person has too many open already.
  public func askSimulation(
    title: String, question: String, trials: Int, of subject: ID<Organisation>, as viewer: Viewer
  ) throws -> ID<SimulationRun> {
    guard viewer.may(.readBenefits) else { throw Refusal.forbidden }
    let open = try first(
      """
      SELECT count(*) FROM simulation_run r
      WHERE r.person_name = \(viewer.name) AND r.organisation_id = \(viewer.organisation.uuid)
        AND r.person_id IS NOT DISTINCT FROM \(viewer.person?.uuid as UUID?)
        AND r.state IN ('waiting', 'running') AND \(viewer.seesPapers("r"))
      """
    ) { row in try row.next(Int.self) }
    guard (open ?? 0) < SimulationLimit.openRuns else {
      throw Refusal.invalid([
        Problem(
          .error, at: .field("trials"), subject: "Simulation", found: "",
          expected: "fewer than \(SimulationLimit.openRuns) runs at a time",
          mend: "Wait until one of your runs is done, or cancel one.")
      ])
    }
    let id = ID<SimulationRun>.random()
    try execute(
      """
      INSERT INTO simulation_run (id, programme_id, organisation_id, subject_id, person_id,
        person_name, title, question, trials, state, asked_at)
      VALUES (\(id.uuid), \(viewer.programme.uuid), \(viewer.organisation.uuid), \(subject.uuid),
        \(viewer.person?.uuid as UUID?), \(viewer.name), \(title), \(question),
        \(min(max(1, trials), SimulationLimit.trials)), 'waiting', scope_now())
      """)
    return id
  }

  /// The runs about a register within sight, newest first; about all registers without one.
  public func simulationRuns(
    of subject: ID<Organisation>? = nil, as viewer: Viewer
  ) throws -> [SimulationRun] {
    let condition: SQL = subject.map { "r.subject_id = \($0.uuid)" } ?? "true"
    return try simulationRuns(where: condition, as: viewer)
  }

  /// One run within sight; nil when there is none.
  public func simulationRun(
    _ id: ID<SimulationRun>, as viewer: Viewer
  ) throws -> SimulationRun? {
    try simulationRuns(where: "r.id = \(id.uuid)", as: viewer).first
  }

  /// What was asked and what came of it, as both were kept; nil for a run out of sight.
  public func simulationContent(
    _ id: ID<SimulationRun>, as viewer: Viewer
  ) throws -> (question: String, result: String?)? {
    try first(
      """
      SELECT r.question, r.result FROM simulation_run r
      WHERE r.id = \(id.uuid) AND \(viewer.seesPapers("r"))
      """
    ) { row in (try row.next(String.self), try row.next(String?.self)) }
  }

  /// Calls off a run that is not done yet; one that is stays as it is. Throws ``Refusal/notFound``
  /// for one out of sight, ``Refusal/forbidden`` for one that is not the viewer's.
  public func cancelSimulation(_ id: ID<SimulationRun>, as viewer: Viewer) throws {
    guard let run = try simulationRun(id, as: viewer) else { throw Refusal.notFound }
    guard run.isOwn else { throw Refusal.forbidden }
    try execute(
      """
      UPDATE simulation_run SET state = 'cancelled', ended_at = scope_now(), worker = NULL,
        lease_ends_at = NULL
      WHERE id = \(id.uuid) AND state IN ('waiting', 'running')
      """)
  }

  private func simulationRuns(where condition: SQL, as viewer: Viewer) throws -> [SimulationRun] {
    try query(
      """
      SELECT r.id, r.subject_id, o.code, o.name, r.person_name,
        \(viewer.ownsPaper("r")), r.title, r.trials, r.trials_done,
        r.state, r.asked_at, r.ended_at, r.failure
      FROM simulation_run r JOIN organisation o ON o.id = r.subject_id
      WHERE \(condition) AND \(viewer.seesPapers("r"))
      ORDER BY r.asked_at DESC, r.id
      LIMIT \(SimulationLimit.listed)
      """, SimulationRun.init)
  }
}

extension SimulationRun {
  fileprivate init(_ row: inout RowReader) throws {
    id = ID(try row.next())
    subject = ID(try row.next())
    councilCode = try row.councilCode()
    councilName = try row.next()
    personName = try row.next()
    isOwn = try row.next()
    title = try row.next()
    trials = try row.next()
    trialsDone = try row.next()
    state = try row.choice(State.self)
    askedAt = try row.next(Instant.self).date
    endedAt = try row.next(Instant?.self)?.date
    failure = try row.next(String?.self)
  }
}
