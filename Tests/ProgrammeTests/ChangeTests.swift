import Calculator
import Foundation
import Testing

@testable import Programme

@Suite("Plan changes")
struct ChangeTests {
  static let today = [Day(text: "2010-03-31")].compactMap(\.self)[0]
  static let proposer = ID<Organisation>.random()
  static let parties = (0..<4).map { _ in ID<Organisation>.random() }

  static let typed: [PlanChange.Field: String] = [
    .title: "The upgrade moves from March to June", .before: "Upgrade in March",
    .after: "Upgrade in June", .reason: "Data is late", .positionsDue: "2010-04-15",
    .acknowledgementDue: "2010-05-15", .authority: "The co-ordinator", .onCost: "1000",
  ]

  static func change(_ changes: [PlanChange.Field: String] = [:]) throws -> PlanChange {
    try #require(PlanChange.read(typed.merging(changes) { $1 }).value)
  }

  static func proposed(
    _ changes: [PlanChange.Field: String] = [:], authorityParty: ID<Organisation>? = nil
  ) throws -> ChangeProcess {
    try .proposed(
      try change(changes), by: proposer, affecting: parties, authorityParty: authorityParty,
      today: today)
  }

  static func decision(
    _ outcome: ChangeDecision.Outcome = .agree, on day: Day = today, despite: String = ""
  ) -> ChangeDecision {
    ChangeDecision(
      outcome, decidedBy: "The programme director", decidedOn: day, reason: "Needed",
      despite: despite)
  }

  private func places(_ body: () throws -> Void) -> [String] {
    do {
      try body()
      return []
    } catch Refusal.invalid(let problems) {
      return problems.map(\.placeText)
    } catch {
      return ["\(error)"]
    }
  }

  @Test(
    "CHG-1 A change that lacks what it must say is refused where it lacks it",
    arguments: [
      ([PlanChange.Field.title: " "], ["title"]), ([.before: ""], ["before"]),
      ([.after: ""], ["after"]), ([.reason: ""], ["reason"]),
      ([.positionsDue: "soon"], ["positionsDue"]),
      ([.acknowledgementDue: "2010-04-15"], ["acknowledgementDue"]),
      ([.authority: "Somebody"], ["authority"]), ([.onCost: "1e99"], ["onCost"]),
      ([.positionsDue: "2010-03-31"], ["positionsDue"]),
      ([.authority: "An affected party's key decision maker"], ["authorityParty"]),
    ])
  func incomplete(_ changes: [PlanChange.Field: String], _ expected: [String]) throws {
    let reading = PlanChange.read(ChangeTests.typed.merging(changes) { $1 })
    guard let change = reading.value else {
      #expect(reading.problems.map(\.placeText) == expected)
      return
    }
    let found = places {
      _ = try ChangeProcess.proposed(
        change, by: ChangeTests.proposer, affecting: ChangeTests.parties, authorityParty: nil,
        today: ChangeTests.today)
    }
    #expect(found == expected)
  }

  @Test("CHG-1 The proposer alone is nobody that a change affects")
  func affectsNobody() throws {
    let change = try ChangeTests.change()
    let found = places {
      _ = try ChangeProcess.proposed(
        change, by: ChangeTests.proposer, affecting: [ChangeTests.proposer], authorityParty: nil,
        today: ChangeTests.today)
    }
    #expect(found == ["parties"])
  }

  @Test("CHG-2 What may follow what; every other step says what comes instead")
  func transitions() {
    let allowed: [ChangeState: [ChangeStep: ChangeState]] = [
      .proposed: [
        .takePosition: .negotiating, .amend: .proposed, .agree: .agreed, .reject: .rejected,
        .withdraw: .withdrawn,
      ],
      .negotiating: [
        .takePosition: .negotiating, .amend: .negotiating, .agree: .agreed, .reject: .rejected,
        .withdraw: .withdrawn,
      ],
      .agreed: [.communicate: .communicated], .rejected: [.communicate: .communicated],
      .communicated: [
        .acknowledge(isLast: false): .communicated, .acknowledge(isLast: true): .acknowledged,
      ],
    ]
    for state in ChangeState.allCases {
      for step in ChangeStep.all {
        do {
          #expect(try state.after(step) == allowed[state]?[step])
        } catch {
          #expect(allowed[state]?[step] == nil, "\(state) \(step)")
          guard case .invalid(let problems) = error else {
            Issue.record("no reason")
            continue
          }
          #expect(problems.allSatisfy { $0.mend.utf8.count > 20 })
        }
      }
    }
  }

  @Test(
    "CHG-3 A position says why unless it accepts, and a counter-proposal what instead",
    arguments: [
      ([ChangePosition.Field.answer: "Accept"], [] as [String]), ([.answer: ""], ["answer"]),
      ([.answer: "Object"], ["words"]), ([.answer: "Object", .words: "Too late"], []),
      ([.answer: "Propose something else"], ["words", "instead"]),
      ([.answer: "Propose something else", .words: "Too late", .instead: "May"], []),
      ([.answer: "Accept", .instead: "May"], ["instead"]), ([.answer: "Perhaps"], ["answer"]),
    ])
  func positions(_ texts: [ChangePosition.Field: String], _ expected: [String]) {
    #expect(ChangePosition.read(texts).problems.map(\.placeText) == expected)
  }

  @Test("CHG-3 CHG-6 Who may speak, decide and lead")
  func access() throws {
    let own = ChangeTests.parties[0]
    let change = try ChangeTests.proposed(
      [.authority: "An affected party's key decision maker"], authorityParty: own)
    func viewer(_ role: Role, of party: ID<Organisation>) -> Viewer {
      Viewer(
        person: nil, name: "A", role: role, organisation: party, organisationName: "",
        organisationCode: nil, programme: .random())
    }
    for role in Role.allCases {
      let affected = viewer(role, of: own)
      let takesPart = [.council, .partner, .coordinator].contains(role)
      #expect(affected.maySpeak(for: own, on: change) == takesPart)
      #expect(affected.mayDecide(change) == takesPart)
      #expect(affected.mayLead(change) == (role == .coordinator))
      #expect(viewer(role, of: ChangeTests.proposer).mayLead(change) == takesPart)
      #expect(affected.maySpeak(for: ChangeTests.proposer, on: change) == false)
    }
    #expect(throws: Refusal.forbidden) {
      try change.taking(ChangePosition(.accept), by: ChangeTests.proposer)
    }
  }

  @Test("CHG-7 Nobody agrees above the limit of delegation, or for a party that named nobody")
  func delegation() throws {
    let own = ChangeTests.parties[0]
    func decide(
      _ cost: String, limit: Exact?, holder: String? = "Anne Smith",
      _ outcome: ChangeDecision.Outcome = .agree
    ) -> [String] {
      places {
        let change = try ChangeTests.proposed(
          [.authority: "An affected party's key decision maker", .onCost: cost],
          authorityParty: own)
        _ = try change.decided(
          ChangeTests.decision(outcome, despite: "Agreed by telephone"),
          delegation: holder.map { ChangeDelegation(holder: $0, limit: limit) },
          proposedOn: ChangeTests.today, today: ChangeTests.today)
      }
    }
    #expect(decide("1000", limit: Exact(1_000)) == [])
    #expect(decide("1000.01", limit: Exact(1_000)) == ["outcome"])
    #expect(decide("-5000", limit: Exact(1_000)) == [])
    #expect(decide("", limit: .zero) == [])
    #expect(decide("1000000", limit: nil) == [])
    #expect(decide("1", limit: nil, holder: nil) == ["decidedBy"])
    #expect(decide("1", limit: nil, holder: nil, .reject) == [])
    #expect(decide("1000.01", limit: Exact(1_000), .reject) == [])
  }

  @Test(
    "CHG-8 Agreeing over an objection, or before everybody's time is over, needs its own reason")
  func despite() throws {
    let due = try #require(Day(text: "2010-04-16"))
    var change = try ChangeTests.proposed()
    func decide(_ despite: String, on day: Day) -> [String] {
      places {
        _ = try change.decided(
          ChangeTests.decision(on: day, despite: despite), delegation: nil,
          proposedOn: ChangeTests.today, today: day)
      }
    }
    #expect(decide("", on: ChangeTests.today) == ["despite"])
    #expect(decide("It cannot wait", on: ChangeTests.today) == [])
    #expect(decide("", on: due) == [])
    change = try change.taking(ChangePosition(.object, words: "No"), by: ChangeTests.parties[1])
    #expect(decide("", on: due) == ["despite"])
    #expect(change.openPoints(today: due) == "1 party objects")
    for party in ChangeTests.parties {
      change = try change.taking(ChangePosition(.accept), by: party)
    }
    #expect(decide("", on: ChangeTests.today) == [])
    #expect(change.tally(today: ChangeTests.today).isUnanimous)
    #expect(decide("", on: try #require(Day(text: "2010-03-30"))) == ["decidedOn"])
  }

  @Test("CHG-5 The last day counts; after it the silent are deemed and not accepting")
  func clocks() throws {
    let change = try ChangeTests.proposed()
      .taking(ChangePosition(.accept), by: ChangeTests.parties[0])
    let silent = change.parties[1]
    for (day, expected) in [
      ("2010-04-14", PositionStanding.waiting(days: 1)), ("2010-04-15", .waiting(days: 0)),
      ("2010-04-16", .deemed(days: 1)), ("2010-05-15", .deemed(days: 30)),
    ] {
      let day = try #require(Day(text: day))
      #expect(change.position(of: silent, today: day) == expected)
      #expect(change.tally(today: day).accepted == 1)
    }
    let late = try #require(Day(text: "2010-05-15"))
    #expect(change.tally(today: late).deemed == 3)
    let answered = try change.taking(ChangePosition(.accept), by: ChangeTests.parties[1])
    #expect(answered.tally(today: late).accepted == 2)
  }
}
