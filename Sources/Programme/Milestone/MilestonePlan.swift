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
