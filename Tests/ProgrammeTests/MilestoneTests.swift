import Testing

@testable import Programme

@Suite("Milestones")
struct MilestoneTests {
  private static func day(_ text: String) throws -> Day { try #require(Day(text: text)) }

  private static func milestone() throws -> Milestone {
    Milestone(title: "Data cleansed", baseline: try day("2026-06-01"))
  }

  /// The fields that stand in the way of a change; empty when it is taken.
  private static func fields(_ change: () throws -> Void) -> [String] {
    do {
      try change()
      return []
    } catch Refusal.invalid(let problems) {
      return problems.map(\.placeText)
    } catch {
      return ["\(error)"]
    }
  }

  @Test(
    "MIL-1 and MIL-8: a day that is typed is taken, or refused at its field",
    arguments: [
      ("2026-07-01", "The data came late", []), ("2026-07-01", "", ["slipReason"]),
      ("2026-05-20", "", []), ("2026-05-01", "", ["forecast"]), ("2026-06-01", "", ["forecast"]),
      ("", "", ["forecast"]), ("2026-02-30", "", ["forecast"]), ("1999-12-31", "", ["forecast"]),
      ("2100-01-01", "Later", ["forecast"]), ("2026-07-01", "a\u{0}b", ["slipReason"]),
      ("2026-07-01", String(repeating: "x", count: 501), ["slipReason"]),
    ])
  func moves(text: String, reason: String, expected: [String]) throws {
    let earliest = EarliestDay(day: try Self.day("2026-05-10"), waitsFor: "“Release 2” of Lomond")
    let milestone = try Self.milestone()
    var moved: Milestone?
    let found = Self.fields {
      moved = try milestone.moved(to: text, because: reason, earliest: earliest)
    }
    #expect(found == expected)
    guard expected.isEmpty else { return }
    #expect(moved?.forecast.description == text)
    #expect(moved?.baseline == milestone.baseline)
    #expect(moved?.slipReason == reason)
  }

  @Test(
    "MIL-11: it is achieved on a day that has come, and then moves no more until it is reopened")
  func achieving() throws {
    let today = try Self.day("2026-06-10")
    let milestone = try Self.milestone()
    for text in ["2026-06-11", "", "yesterday"] {
      #expect(Self.fields { _ = try milestone.achieved(on: text, today: today) } == ["actual"])
    }
    let done = try milestone.achieved(on: "2026-06-10", today: today)
    #expect(done.slipDays == 9)
    #expect(
      Self.fields {
        _ = try done.moved(to: "2026-08-01", because: "Why", earliest: nil)
      } == ["forecast"])
    #expect(try done.reopened() == milestone)
    #expect(Self.fields { _ = try milestone.reopened() } == ["actual"])
  }

  @Test("A milestone is read with what is missing at each field")
  func reading() throws {
    let empty = Milestone.read([:])
    #expect(empty.problems.map(\.placeText) == ["title", "baseline"])
    let late = Milestone.read([
      .title: "Live", .baseline: "2026-06-01", .forecast: "2026-06-02",
    ])
    #expect(late.problems.map(\.placeText) == ["slipReason"])
    let milestone = try #require(
      Milestone.read([.title: " Live ", .baseline: "2026-06-01"]).value)
    #expect(milestone.title == "Live" && milestone.forecast == milestone.baseline)
    #expect(Milestone.read(milestone.texts).value == milestone)
    let warning = EarlyWarning.read([.daysLate: "0", .likelihood: "Perhaps", .reason: ""])
    #expect(warning.problems.map(\.placeText) == ["daysLate", "likelihood", "reason"])
  }

  @Test("MIL-15: how a milestone stands, the most pressing first")
  func standing() throws {
    let today = try Self.day("2026-06-10")
    var milestone = try Self.milestone()
    #expect(MilestoneStanding(milestone, held: nil, today: today) == .late(days: 9))
    milestone.forecast = try Self.day("2026-06-20")
    let held = try Self.day("2026-06-25")
    #expect(MilestoneStanding(milestone, held: held, today: today) == .cannotHold(days: 5))
    #expect(MilestoneStanding(milestone, held: nil, today: today) == .slipped(days: 19))
    milestone.baseline = milestone.forecast
    #expect(MilestoneStanding(milestone, held: nil, today: today) == .onPlan)
    milestone.actual = try Self.day("2026-06-18")
    #expect(
      MilestoneStanding(milestone, held: held, today: today) == .achieved(afterPlanDays: -2))
    #expect(
      MilestoneStanding(milestone, isWithdrawn: true, held: nil, today: today) == .withdrawn)
  }
}
