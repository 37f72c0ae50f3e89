import Postgres
import Programme

extension Connection {
  /// Makes the rest of the transaction happen so many days before the day of the seeding.
  func seedHappens(daysAgo: Int) throws {
    try execute(
      """
      SELECT set_config(
        'app.now', (scope_now() - make_interval(days => \(daysAgo)::int))::text, true)
      """)
  }

  /// Records as achieved what is expected before today, a few days around its forecast; one that is
  /// late leaves the last of them open.
  func achieveDue(
    _ party: SeededPlan.Party, in plan: SeededPlan, leavesLast: Bool, by act: Act
  ) throws {
    let viewer = party.viewer
    let today = try today()
    let due = try milestones(of: viewer.organisation, as: viewer).filter {
      $0.milestone.forecast.days(since: today) < -6
    }
    for (place, stored) in due.dropLast(leavesLast ? 1 : 0).enumerated() {
      let days = [0, 3, -2, 5][(place + (party.place ?? 0)) % 4]
      let day = stored.milestone.forecast.adding(days: days) ?? today
      try achieveMilestone(
        stored.id, expecting: stored.stored.version, on: day.description, by: act, as: viewer)
    }
  }
}
