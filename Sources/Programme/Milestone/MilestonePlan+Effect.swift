extension MilestonePlan {
  /// A milestone that can no longer be held as early as before.
  public struct Push: Hashable, Sendable {
    /// The milestone.
    public let id: ID<Milestone>
    /// The earliest day that it can be held now.
    public let day: Day
    /// How many days that is after its forecast: what its slack does not absorb.
    public let days: Int
    /// What holds it up: the one of its needs that leaves it the least room.
    public let because: ID<Milestone>
  }

  /// The earliest day that each milestone can be held, were some expected on other days.
  public func held(moving moves: [ID<Milestone>: Day] = [:]) -> [ID<Milestone>: Day] {
    var held: [ID<Milestone>: Day] = [:]
    for id in order {
      guard let entry = entries[id] else { continue }
      guard !entry.isAchieved else {
        held[id] = entry.day
        continue
      }
      let own = moves[id] ?? entry.day
      held[id] = max(own, latest(of: needs[id] ?? [], held)?.day ?? own)
    }
    return held
  }

  /// What becomes of all others when some milestones move: those that can be held only later than
  /// before, each after what it needs. What moves itself is not among them.
  public func effect(of moves: [ID<Milestone>: Day]) -> [Push] {
    let before = held()
    let after = held(moving: moves)
    return order.compactMap { id in
      guard moves[id] == nil, let entry = entries[id], let old = before[id], let new = after[id],
        new > old, let cause = latest(of: needs[id] ?? [], after)?.need
      else { return nil }
      return Push(id: id, day: new, days: new.days(since: entry.day), because: cause.needs)
    }
  }

  /// The milestones that can be held only after their forecast, and when.
  public var stuck: [ID<Milestone>: Day] {
    held().filter { id, day in entries[id].map { day > $0.day } ?? false }
  }

  /// The day before which a milestone cannot be expected, as what it needs is expected now, and the
  /// need that says so. Nil when it needs nothing.
  public func earliest(_ id: ID<Milestone>) -> (day: Day, need: Need)? {
    latest(of: needs[id] ?? [], entries.mapValues(\.day))
  }

  private func latest(
    of needs: [Need], _ days: [ID<Milestone>: Day]
  ) -> (day: Day, need: Need)? {
    needs.compactMap { need in
      days[need.needs].flatMap { $0.adding(days: need.lagDays) }.map { ($0, need) }
    }.max { ($0.0, $0.1.needs.description) < ($1.0, $1.1.needs.description) }
  }
}
