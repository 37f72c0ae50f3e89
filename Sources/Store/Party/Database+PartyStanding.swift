import Foundation
import Postgres
import Programme

extension Connection {
  /// How every party stands today: one query for each table, whatever the number of parties.
  public func programmeStanding(as viewer: Viewer) throws -> ProgrammeStanding {
    let today = try today()
    let held = try offices(as: viewer).filter { $0.office.isHeld(on: today) }
    let offices = Dictionary(grouping: held, by: \.party)
    let readiness = try readiness(as: viewer)
    let parts = try partCounts(as: viewer)
    let charter = try charterStandings(as: viewer)
    let issues = try issueCounts(as: viewer)
    let milestones = try milestoneCounts(as: viewer)
    let silences = try silences(as: viewer)
    let totals = Dictionary(
      try councils(as: viewer).map { ($0.id, $0.totals) }, uniquingKeysWith: { $1 })
    let parties = try parties(as: viewer).map { party in
      var standing = PartyStanding(party: party)
      standing.offices = offices[party.id] ?? []
      standing.partCount = parts[party.id]?.all ?? 0
      standing.unconfirmedCount = parts[party.id]?.unconfirmed ?? 0
      standing.charter = charter.exists ? charter.accepted[party.id] ?? .open : .none
      standing.totals = totals[party.id]
      standing.issues = issues[party.id] ?? .none
      standing.nextMilestone = milestones[party.id]?.next
      standing.lateMilestones = milestones[party.id]?.late ?? 0
      standing.silentOn = silences[party.id] ?? []
      if party.kind == .council {
        standing.readiness = (readiness[party.id]?.readiness ?? Readiness())
          .knowing(decisionMakerFrom: standing.office(.keyDecisionMaker)?.office.from)
      }
      return standing
    }
    return ProgrammeStanding(today: today, parties: parties)
  }

  private func partCounts(
    as viewer: Viewer
  ) throws -> [ID<Organisation>: (all: Int, unconfirmed: Int)] {
    guard viewer.may(.readProgramme) else { return [:] }
    let rows = try query(
      """
      SELECT r.organisation_id, count(*), count(*) FILTER (WHERE r.confirmed_at IS NULL)
      FROM responsibility r JOIN activity a ON a.id = r.activity_id
      WHERE r.programme_id = \(viewer.programme.uuid) AND a.withdrawn_at IS NULL
      GROUP BY r.organisation_id
      ORDER BY r.organisation_id
      """
    ) { row in
      (
        ID<Organisation>(try row.next()),
        (all: try row.next(Int.self), unconfirmed: try row.next(Int.self))
      )
    }
    return Dictionary(rows, uniquingKeysWith: { $1 })
  }

  /// The issues that concern each council, and those that each other party owns.
  private func issueCounts(
    as viewer: Viewer
  ) throws -> [ID<Organisation>: PartyStanding.IssueCounts] {
    let rows = try query(
      """
      SELECT x.party, count(*), count(*) FILTER (WHERE x.due_order < \(SQL.today))
      FROM (
        SELECT c.council_id AS party, i.due_order
        FROM issue i JOIN issue_council c ON c.issue_id = i.id
        WHERE i.is_live AND \(viewer.knows("i"))
        UNION ALL
        SELECT i.owner_id, i.due_order FROM issue i JOIN organisation o ON o.id = i.owner_id
        WHERE i.is_live AND o.kind <> 'council' AND \(viewer.knows("i"))
      ) x
      GROUP BY x.party
      ORDER BY x.party
      """
    ) { row in
      (
        ID<Organisation>(try row.next()),
        PartyStanding.IssueCounts(open: try row.next(), late: try row.next())
      )
    }
    return Dictionary(rows, uniquingKeysWith: { $1 })
  }

  /// Each party's soonest milestone that is not reached, and how many are late.
  private func milestoneCounts(
    as viewer: Viewer
  ) throws -> [ID<Organisation>: (next: PartyStanding.NextMilestone, late: Int)] {
    guard viewer.may(.readProgramme) else { return [:] }
    let rows = try query(
      """
      SELECT m.organisation_id, (array_agg(m.id ORDER BY m.due_day, m.id))[1],
        (array_agg(m.title ORDER BY m.due_day, m.id))[1], min(m.due_day),
        count(*) FILTER (WHERE m.due_day < \(SQL.today))
      FROM milestone m
      WHERE m.programme_id = \(viewer.programme.uuid) AND m.withdrawn_at IS NULL
        AND m.actual_day IS NULL
      GROUP BY m.organisation_id
      ORDER BY m.organisation_id
      """
    ) { row in
      (
        ID<Organisation>(try row.next()),
        (
          next: PartyStanding.NextMilestone(
            id: ID(try row.next()), title: try row.next(), day: try row.day()),
          late: try row.next(Int.self)
        )
      )
    }
    return Dictionary(rows, uniquingKeysWith: { $1 })
  }

  /// The plan changes on which each party still has to say something.
  private func silences(as viewer: Viewer) throws -> [ID<Organisation>: [Int]] {
    guard viewer.may(.readProgramme) else { return [:] }
    let rows = try query(
      """
      SELECT p.organisation_id, array_agg(c.number ORDER BY c.number)
      FROM plan_change c
        JOIN plan_change_party p ON p.change_id = c.id AND p.revision = c.revision
      WHERE c.programme_id = \(viewer.programme.uuid)
        AND (c.state IN ('Proposed', 'Negotiating') AND NOT EXISTS (
            SELECT FROM plan_change_position q
            WHERE q.change_id = c.id AND q.revision = c.revision
              AND q.organisation_id = p.organisation_id)
          OR c.state = 'Communicated' AND NOT EXISTS (
            SELECT FROM plan_change_acknowledgement k
            WHERE k.change_id = c.id AND k.organisation_id = p.organisation_id))
      GROUP BY p.organisation_id
      ORDER BY p.organisation_id
      """
    ) { row in (ID<Organisation>(try row.next()), try row.next([Int].self)) }
    return Dictionary(rows, uniquingKeysWith: { $1 })
  }

  /// Whether there is a charter, and which parties accepted the newest version.
  private func charterStandings(
    as viewer: Viewer
  ) throws -> (exists: Bool, accepted: [ID<Organisation>: PartyStanding.CharterStanding]) {
    guard viewer.may(.readProgramme) else { return (false, [:]) }
    let newest = try first(
      """
      SELECT c.id FROM charter c WHERE c.programme_id = \(viewer.programme.uuid)
      ORDER BY c.number DESC LIMIT 1
      """
    ) { row in try row.next(UUID.self) }
    guard let newest else { return (false, [:]) }
    let rows = try query(
      """
      SELECT a.organisation_id, a.accepted_at FROM charter_acceptance a
      WHERE a.charter_id = \(newest) ORDER BY a.organisation_id
      """
    ) { row in
      (
        ID<Organisation>(try row.next()),
        PartyStanding.CharterStanding.accepted(try row.next(Instant.self).date)
      )
    }
    return (true, Dictionary(rows, uniquingKeysWith: { $1 }))
  }
}
