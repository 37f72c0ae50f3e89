import Foundation
import Testing

@testable import Programme

/// Anything that anybody might do, in any order.
@Suite("Plan changes, in any order of acts")
struct ChangeSequenceTests {
  /// What may be seen of a change beside the process itself.
  private struct Watch {
    var accepted: Set<ID<Organisation>> = []
    var acknowledged: Set<ID<Organisation>> = []
  }

  @Test(
    "CHG-2 CHG-4 CHG-5 CHG-11 No order of acts reaches a state that is not to be", arguments: 0..<40
  )
  func sequences(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var change = try ChangeTests.proposed()
    var watch = Watch()
    var day = ChangeTests.today
    for _ in 0..<60 {
      let before = change
      let party = ChangeTests.parties.randomElement(using: &random) ?? ChangeTests.proposer
      switch Int.random(in: 0..<8, using: &random) {
      case 0: day = day.adding(months: 1) ?? day
      case 1: change = amended(change, on: day, &watch)
      case 2...4: change = answered(change, party, &random, &watch)
      case 5: change = decided(change, on: day, &random)
      case 6: change = told(change, on: day, &random)
      default: change = acknowledged(change, party, &watch)
      }
      try check(change, after: before, watch, on: day)
    }
  }

  private func check(
    _ change: ChangeProcess, after before: ChangeProcess, _ watch: Watch, on day: Day
  ) throws {
    let tally = change.tally(today: day)
    #expect(tally.total == ChangeTests.parties.count)
    #expect(tally.accepted == watch.accepted.count)
    #expect(tally.isUnanimous == (watch.accepted.count == ChangeTests.parties.count))
    #expect(change.revision >= before.revision)
    if change.revision > before.revision {
      #expect(change.parties.allSatisfy { $0.position == nil })
    }
    let isDecided = change.decision != nil
    #expect(isDecided == ![.proposed, .negotiating, .withdrawn].contains(change.state))
    #expect(
      (change.state == .acknowledged)
        == (watch.acknowledged.count == ChangeTests.parties.count))
    if !before.state.isOpen { #expect(change.decision == before.decision) }
    if before.state.isClosed { #expect(change == before) }
  }

  private func amended(_ change: ChangeProcess, on day: Day, _ watch: inout Watch) -> ChangeProcess
  {
    var next = change.change
    next.positionsDue = day.adding(months: 1) ?? day
    next.acknowledgementDue = day.adding(months: 2) ?? day
    guard
      let amended = try? change.amended(
        to: next, affecting: ChangeTests.parties, authorityParty: nil, today: day)
    else { return change }
    watch.accepted = []
    return amended
  }

  private func answered(
    _ change: ChangeProcess, _ party: ID<Organisation>, _ random: inout SeededGenerator,
    _ watch: inout Watch
  ) -> ChangeProcess {
    let answer = ChangePosition.Answer.allCases.randomElement(using: &random) ?? .object
    guard let answered = try? change.taking(ChangePosition(answer, words: "So"), by: party)
    else { return change }
    if answer == .accept { watch.accepted.insert(party) } else { watch.accepted.remove(party) }
    return answered
  }

  private func decided(
    _ change: ChangeProcess, on day: Day, _ random: inout SeededGenerator
  ) -> ChangeProcess {
    if Int.random(in: 0..<10, using: &random) == 0 { return (try? change.withdrawn()) ?? change }
    let outcome = ChangeDecision.Outcome.allCases.randomElement(using: &random) ?? .reject
    let decision = ChangeTests.decision(
      outcome, on: day, despite: Bool.random(using: &random) ? "So" : "")
    let points = change.openPoints(today: day)
    guard
      let decided = try? change.decided(
        decision, delegation: nil, proposedOn: ChangeTests.today, today: day)
    else { return change }
    #expect(outcome == .reject || points == nil || decision.despite == "So")
    return decided
  }

  private func told(
    _ change: ChangeProcess, on day: Day, _ random: inout SeededGenerator
  ) -> ChangeProcess {
    let due = day.adding(months: Int.random(in: 0...1, using: &random)) ?? day
    return (try? change.communicated(acknowledgementDue: due, today: day)) ?? change
  }

  private func acknowledged(
    _ change: ChangeProcess, _ party: ID<Organisation>, _ watch: inout Watch
  ) -> ChangeProcess {
    guard let next = try? change.acknowledged(ChangeAcknowledgement(by: "A"), by: party) else {
      return change
    }
    watch.acknowledged.insert(party)
    return next
  }
}
