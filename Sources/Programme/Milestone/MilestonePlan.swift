/// The milestones of a programme and what needs what: a graph without cycles.
///
/// The day that a milestone *can be held* is its own day, or the latest day on which something it
/// needs can be held, plus the days between them, whichever is later. What was achieved stays where it
/// is. A milestone that can be held only after its forecast *cannot hold*.
public struct MilestonePlan: Sendable {
  /// One milestone of the plan.
  public struct Entry: Hashable, Sendable {
    /// The identity.
    public let id: ID<Milestone>
    /// When it was done, else when it is expected.
    public let day: Day
    /// Whether it is done.
    public let isAchieved: Bool

    /// A milestone.
    public init(id: ID<Milestone>, day: Day, isAchieved: Bool = false) {
      self.id = id
      self.day = day
      self.isAchieved = isAchieved
    }
  }

  /// A milestone that needs another, and how many days must lie between them.
  public struct Need: Hashable, Sendable {
    /// What waits.
    public let milestone: ID<Milestone>
    /// What it waits for.
    public let needs: ID<Milestone>
    /// Days between the two, 0 or more.
    public let lagDays: Int

    /// A need.
    public init(milestone: ID<Milestone>, needs: ID<Milestone>, lagDays: Int = 0) {
      self.milestone = milestone
      self.needs = needs
      self.lagDays = lagDays
    }
  }

  /// The milestones by identity.
  public let entries: [ID<Milestone>: Entry]
  /// What each milestone needs.
  public let needs: [ID<Milestone>: [Need]]
  /// What needs each milestone.
  public let neededBy: [ID<Milestone>: [Need]]
  /// The milestones, each after all that it needs; days and identities decide where nothing else
  /// does. What stands on a cycle is left out, with all that waits for it.
  public let order: [ID<Milestone>]

  /// A plan of milestones; needs that name a milestone outside the plan are left out.
  public init(_ entries: [Entry], needs: [Need]) {
    let byID = Dictionary(entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let known = needs.filter { byID[$0.milestone] != nil && byID[$0.needs] != nil }
    self.entries = byID
    self.needs = Dictionary(grouping: known, by: \.milestone)
    neededBy = Dictionary(grouping: known, by: \.needs)
    order = MilestonePlan.order(byID, self.needs, neededBy)
  }

  /// Takes away, again and again, what waits for nothing that is left.
  private static func order(
    _ entries: [ID<Milestone>: Entry], _ needs: [ID<Milestone>: [Need]],
    _ neededBy: [ID<Milestone>: [Need]]
  ) -> [ID<Milestone>] {
    var waiting = needs.mapValues(\.count)
    var ready = entries.values.filter { waiting[$0.id] == nil }.sorted(by: comesFirst)
    var order: [ID<Milestone>] = []
    order.reserveCapacity(entries.count)
    while !ready.isEmpty {
      order += ready.map(\.id)
      var next: [Entry] = []
      for need in ready.flatMap({ neededBy[$0.id] ?? [] }) {
        let left = (waiting[need.milestone] ?? 0) - 1
        waiting[need.milestone] = left
        if left == 0, let entry = entries[need.milestone] { next.append(entry) }
      }
      ready = next.sorted(by: comesFirst)
    }
    return order
  }

  private static func comesFirst(_ left: Entry, _ right: Entry) -> Bool {
    (left.day, left.id.description) < (right.day, right.id.description)
  }
}

extension MilestonePlan {
  /// The way round that a need would close: what waits, all that it would wait for in turn, and
  /// itself again at the end. Nil when the plan stays without a cycle.
  public func cycle(adding need: Need) -> [ID<Milestone>]? {
    var cameFrom: [ID<Milestone>: ID<Milestone>] = [:]
    var front = [need.needs]
    var seen: Set = [need.needs]
    while !front.isEmpty, !seen.contains(need.milestone) {
      var next: [ID<Milestone>] = []
      for id in front {
        for step in needs[id] ?? [] where seen.insert(step.needs).inserted {
          cameFrom[step.needs] = id
          next.append(step.needs)
        }
      }
      front = next
    }
    guard seen.contains(need.milestone) else { return nil }
    var way = [need.milestone]
    while let last = way.last, last != need.needs, let before = cameFrom[last] {
      way.append(before)
    }
    return [need.milestone] + way.reversed()
  }

  /// Everything that waits for a milestone, at once or through others; not the milestone itself.
  public func dependants(of id: ID<Milestone>) -> Set<ID<Milestone>> {
    var found: Set<ID<Milestone>> = []
    var front = [id]
    while let next = front.popLast() {
      for need in neededBy[next] ?? [] where found.insert(need.milestone).inserted {
        front.append(need.milestone)
      }
    }
    return found
  }
}
