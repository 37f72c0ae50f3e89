import Foundation
import Testing

@testable import Programme

/// A random plan from a seed: needs lead from later numbers to earlier ones only, so that it has no
/// circle, in shuffled order.
private struct RandomPlan {
  var generator: SeededGenerator
  var entries: [MilestonePlan.Entry] = []
  var needs: [MilestonePlan.Need] = []

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...9, using: &generator)
    entries = (0..<count).compactMap { number in
      guard let day = RandomPlan.start.adding(days: Int.random(in: 0...40, using: &generator))
      else { return nil }
      return MilestonePlan.Entry(
        id: RandomPlan.id(number), day: day,
        isAchieved: Int.random(in: 0...5, using: &generator) == 0)
    }
    for later in 0..<count {
      for earlier in 0..<later where Int.random(in: 0...2, using: &generator) == 0 {
        needs.append(
          MilestonePlan.Need(
            milestone: RandomPlan.id(later), needs: RandomPlan.id(earlier),
            lagDays: Int.random(in: 0...12, using: &generator)))
      }
    }
    needs.shuffle(using: &generator)
    entries.shuffle(using: &generator)
  }

  var plan: MilestonePlan { MilestonePlan(entries, needs: needs) }

  static let start = day("2026-01-01")
  static func id(_ number: Int) -> ID<Milestone> {
    ID(UUID(uuid: (0, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, UInt8(number))))
  }

  /// The day that a milestone can be held, by walking every way that leads to it.
  func held(_ id: ID<Milestone>, moving moves: [ID<Milestone>: Day]) -> Day? {
    guard let entry = entries.first(where: { $0.id == id }) else { return nil }
    if entry.isAchieved { return entry.day }
    let own = moves[id] ?? entry.day
    let waits = needs.filter { $0.milestone == id }.compactMap { need in
      held(need.needs, moving: moves)?.adding(days: need.lagDays)
    }
    return ([own] + waits).max()
  }

  /// Whether one milestone waits for another, by walking every way.
  func waits(_ id: ID<Milestone>, for other: ID<Milestone>) -> Bool {
    id == other || needs.contains { $0.milestone == id && waits($0.needs, for: other) }
  }
}

private func day(_ text: String) -> Day { [Day(text: text)].compactMap(\.self)[0] }

@Suite("What needs what, and what a move pushes")
struct MilestonePlanTests {
  static let seeds = Array(UInt64(1)...200)

  @Test(
    "MIL-6: each stands after what it needs, and can be held as every way says", arguments: seeds)
  func heldAndOrder(seed: UInt64) {
    let random = RandomPlan(seed: seed)
    let plan = random.plan
    let places = Dictionary(
      plan.order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    #expect(places.count == random.entries.count)
    for need in random.needs {
      #expect((places[need.needs] ?? 0) < (places[need.milestone] ?? 0))
    }
    let held = plan.held()
    for entry in random.entries {
      let expected = random.held(entry.id, moving: [:])
      #expect(held[entry.id] == expected)
      #expect(plan.stuck[entry.id] == (expected == entry.day ? nil : expected))
    }
  }

  @Test("MIL-7: a move pushes exactly what can be held only later, by its days", arguments: seeds)
  func effect(seed: UInt64) throws {
    var random = RandomPlan(seed: seed)
    for _ in 0..<5 {
      let chosen = try #require(random.entries.randomElement(using: &random.generator))
      let days = Int.random(in: -20...60, using: &random.generator)
      let day = try #require(chosen.day.adding(days: days))
      let found = random.plan.effect(of: [chosen.id: day])
      let expected = random.entries.filter { entry in
        guard entry.id != chosen.id, let before = random.held(entry.id, moving: [:]),
          let after = random.held(entry.id, moving: [chosen.id: day])
        else { return false }
        return after > before
      }
      #expect(Set(found.map(\.id)) == Set(expected.map(\.id)))
      for push in found {
        let forecast = random.entries.first { $0.id == push.id }?.day
        #expect(push.day == random.held(push.id, moving: [chosen.id: day]))
        #expect(push.days == forecast.map { push.day.days(since: $0) })
        #expect(random.needs.contains { $0.milestone == push.id && $0.needs == push.because })
      }
    }
  }

  @Test("MIL-5: a need closes a circle exactly when the other waits already", arguments: seeds)
  func cycles(seed: UInt64) {
    let random = RandomPlan(seed: seed)
    let plan = random.plan
    for one in random.entries {
      for other in random.entries {
        let need = MilestonePlan.Need(milestone: one.id, needs: other.id)
        let way = plan.cycle(adding: need)
        #expect((way != nil) == random.waits(other.id, for: one.id))
        guard let way else { continue }
        #expect(way.first == one.id && way.last == one.id && way.dropFirst().first == other.id)
        for (from, to) in zip(way, way.dropFirst()).dropFirst() {
          #expect(random.needs.contains { $0.milestone == from && $0.needs == to })
        }
      }
      let expected = random.entries.map(\.id).filter {
        $0 != one.id && random.waits($0, for: one.id)
      }
      #expect(plan.dependants(of: one.id) == Set(expected))
    }
  }

  @Test("What stands on a circle is left out of the order, and nothing hangs")
  func brokenPlan() {
    let ids = (0..<4).map(RandomPlan.id)
    let needs = [(0, 1), (1, 0), (2, 1)].map {
      MilestonePlan.Need(milestone: ids[$0.0], needs: ids[$0.1])
    }
    let plan = MilestonePlan(
      ids.map { MilestonePlan.Entry(id: $0, day: RandomPlan.start) }, needs: needs)
    #expect(plan.order == [ids[3]])
    #expect(plan.effect(of: [ids[0]: day("9999-12-31")]).isEmpty)
  }

  @Test("Days are added over months, leap years and to the end of the calendar")
  func addedDays() throws {
    let table = [
      ("2026-01-31", 1, "2026-02-01"), ("2024-02-28", 1, "2024-02-29"),
      ("2024-02-29", 366, "2025-03-01"), ("2026-03-01", -1, "2026-02-28"),
      ("2000-02-29", 146_097, "2400-02-29"), ("0001-01-01", 0, "0001-01-01"),
      ("9999-12-30", 1, "9999-12-31"),
    ]
    for (from, days, to) in table {
      #expect(Day(text: from)?.adding(days: days)?.description == to)
    }
    #expect(day("9999-12-31").adding(days: 1) == nil)
    #expect(Day(text: "0001-01-01")?.adding(days: -1) == nil)
    #expect(day("9999-12-31").adding(days: .max) == nil)
    var random = SeededGenerator(seed: 7)
    for _ in 0..<2_000 {
      let days = Int.random(in: -730_000...2_900_000, using: &random)
      let day = try #require(RandomPlan.start.adding(days: days))
      #expect(day.days(since: RandomPlan.start) == days)
    }
  }
}
