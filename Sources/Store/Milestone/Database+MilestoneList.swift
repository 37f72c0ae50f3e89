import Foundation
import Postgres
import Programme

extension Connection {
  /// One page of the milestones that a filter asks for, soonest first.
  public func milestonePage(_ filter: MilestoneFilter, as viewer: Viewer) throws -> MilestonePage {
    let limit = min(max(1, filter.limit), MilestoneFilter.limitMaximum)
    let stuck = try milestonePlan(as: viewer).stuck
    let rows = try storedMilestones(
      where: """
        \(filter.scope) AND \(filter.state.condition(stuck: stuck))\(filter.afterCondition)
        """, limit: limit + 1, as: viewer)
    let shown = Array(rows.prefix(limit))
    return MilestonePage(
      rows: shown, counts: try counts(filter, stuck: stuck, as: viewer), stuck: stuck,
      next: rows.count > limit
        ? shown.last.map { MilestoneCursor(day: $0.milestone.day, id: $0.id) } : nil,
      today: try today())
  }

  private func counts(
    _ filter: MilestoneFilter, stuck: [ID<Milestone>: Programme.Day], as viewer: Viewer
  ) throws -> [MilestoneState: Int] {
    guard viewer.may(.readProgramme) else { return [:] }
    let counts = MilestoneState.allCases.map { state -> SQL in
      "count(*) FILTER (WHERE \(state.condition(stuck: stuck)))"
    }
    let found = try first(
      """
      SELECT \(counts.joined(separator: ", ")) FROM milestone m
      WHERE \(filter.scope) AND m.programme_id = \(viewer.programme.uuid)
      """
    ) { row in
      var counts: [MilestoneState: Int] = [:]
      for state in MilestoneState.allCases { counts[state] = try row.next(Int.self) }
      return counts
    }
    return found ?? [:]
  }
}

extension MilestoneState {
  /// Which milestones stand so, on the table `m`.
  fileprivate func condition(stuck: [ID<Milestone>: Programme.Day]) -> SQL {
    let planned: SQL = "m.withdrawn_at IS NULL"
    let open: SQL = "\(planned) AND m.actual_day IS NULL"
    switch self {
    case .open: return open
    case .late: return "\(open) AND m.forecast_day < \(SQL.today)"
    case .slipped: return "\(open) AND m.forecast_day > m.baseline_day"
    case .stuck: return "\(open) AND m.id = ANY (\(stuck.keys.map(\.uuid)))"
    case .warned:
      return """
        \(open) AND EXISTS (SELECT FROM early_warning e
          WHERE e.milestone_id = m.id AND e.settled_at IS NULL)
        """
    case .achieved: return "\(planned) AND m.actual_day IS NOT NULL"
    case .all: return planned
    case .withdrawn: return "m.withdrawn_at IS NOT NULL"
    }
  }
}

extension MilestoneFilter {
  /// What the rows must fulfil however they stand.
  fileprivate var scope: SQL {
    var conditions: [SQL] = ["true"]
    if let party { conditions.append("m.organisation_id = \(party.uuid)") }
    if let from { conditions.append("m.due_day >= \(from.description)::text::date") }
    if let to { conditions.append("m.due_day <= \(to.description)::text::date") }
    for word in words.split(separator: " ").prefix(BenefitFilter.wordsMaximum) {
      conditions.append("strpos(lower(m.title || ' ' || m.office), lower(\(String(word)))) > 0")
    }
    return conditions.joined(separator: " AND ")
  }

  fileprivate var afterCondition: SQL {
    guard let after else { return "" }
    return """
       AND (m.due_day, m.id) > (\(after.day.description)::text::date, \(after.id.uuid))
      """
  }
}
