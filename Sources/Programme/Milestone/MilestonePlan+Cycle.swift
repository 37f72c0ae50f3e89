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
