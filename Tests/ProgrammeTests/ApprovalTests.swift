import Calculator
import Testing

@testable import Programme

@Suite("Approval, without the database")
struct ApprovalTests {
  @Test(
    "APP-1 Only what waits is decided, and only what does not wait is submitted",
    arguments: ApprovalState.allCases)
  func transitions(state: ApprovalState) {
    let expected: [ApprovalStep: ApprovalState] =
      state == .waiting
      ? [.approve: .approved, .sendBack: .returned, .takeBack: .takenBack] : [.submit: .waiting]
    for step in ApprovalStep.allCases {
      #expect((try? state.after(step)) == expected[step], "\(state) \(step)")
    }
  }

  @Test(
    "APP-2 A benefit is submitted from Profiled on, and approving never takes it back",
    arguments: [
      (BenefitStatus.identified, false, BenefitStatus.approved), (.profiled, true, .approved),
      (.approved, true, .approved), (.realising, true, .realising), (.realised, true, .realised),
      (.sustained, true, .sustained), (.withdrawn, false, .approved),
    ])
  func statuses(status: BenefitStatus, maySubmit: Bool, after: BenefitStatus) {
    #expect((status.refusesSubmission == nil) == maySubmit)
    if maySubmit { #expect(status.afterApproval == after) }
  }

  @Test("APP-3 Without a baseline nobody sets a status past Profiled by hand")
  func statusesByHand() {
    let early: Set<BenefitStatus> = [.identified, .profiled, .withdrawn]
    for from in BenefitStatus.allCases {
      for next in BenefitStatus.allCases {
        let isRefused = early.contains(from) && !early.contains(next)
        #expect((from.refusesChange(to: next, hasBaseline: false) != nil) == isRefused)
        #expect(from.refusesChange(to: next, hasBaseline: true) == nil)
      }
    }
  }

  @Test("APP-4 An owner, figures and a word on cashability are needed; the rest only warns")
  func obstacles() {
    var benefit = Benefit(
      reference: "B001", title: "Fewer calls", council: "", inputs: Inputs(method: .amount))
    benefit.status = .profiled
    var problems = ApprovalCheck.problems(benefit, undefinedBecause: "the amount is missing")
    #expect(
      problems.obstacles.map(\.place) == ["owner", "method", "cashability"].map { .field($0) })
    #expect(problems.obstacles.contains { $0.message.contains("the amount is missing") })
    benefit.owner = "Head of ICT"
    benefit.cashability = .cashable
    problems = ApprovalCheck.problems(benefit, undefinedBecause: nil)
    #expect(problems.obstacles.isEmpty)
    #expect(
      problems.warnings.map(\.place)
        == ["budgetLine", "objective", "nextReview"].map { .field($0) })
  }

  @Test("APP-4 A scored benefit needs no word on cashability")
  func scored() {
    var benefit = Benefit(
      reference: "B001", title: "Trust", council: "", inputs: Inputs(method: .score))
    benefit.status = .profiled
    benefit.owner = "Head of ICT"
    #expect(ApprovalCheck.problems(benefit, undefinedBecause: nil).obstacles.isEmpty)
  }

  private let council = ID<Organisation>.random()
  private let iain = ID<Person>.random()
  private let morag = ID<Person>.random()

  private func viewer(_ person: ID<Person>, _ role: Role = .council) -> Viewer {
    Viewer(
      person: person, name: "", role: role, organisation: council, organisationName: "",
      organisationCode: nil, programme: .random())
  }

  @Test("APP-5 Submitter and approver differ; an only officer says why he approves his own")
  func deciders() {
    func decider(_ viewer: Viewer, others: [String]) -> Decider {
      Decider(viewer, of: council, submittedBy: iain, others: others)
    }
    #expect(decider(viewer(morag), others: ["Iain"]) == .another)
    #expect(decider(viewer(iain), others: ["Morag", "Ewan"]) == .colleagues(["Morag", "Ewan"]))
    #expect(decider(viewer(iain), others: []) == .oneself)
    for role in Role.allCases where role != .council {
      #expect(decider(viewer(morag, role), others: []) == .nobody)
    }
    #expect(throws: Never.self) { try Decider.another.check(reason: "") }
    #expect(throws: Never.self) { try Decider.oneself.check(reason: "One officer") }
    #expect(throws: Refusal.self) { try Decider.oneself.check(reason: " \u{A0}") }
    #expect(throws: Refusal.self) { try Decider.oneself.check(reason: "\u{0}") }
    #expect(throws: Refusal.forbidden) { try Decider.nobody.check(reason: "Mine") }
    #expect(throws: Refusal.self) { try Decider.colleagues(["Morag"]).check(reason: "Mine") }
  }

  @Test("APP-7 Two forecasts are compared field by field and year by year")
  func difference() {
    var benefit = Benefit(
      reference: "B001", title: "Fewer calls", council: "", inputs: Inputs(method: .amount))
    var before = BenefitSnapshot(benefit)
    before.years = [.init(label: "2009/10", net: Exact(10), cashable: Exact(5))]
    benefit.title = "Far fewer calls"
    benefit.criteria = [Criterion(name: "Trust", weight: .one, score: nil)]
    var after = BenefitSnapshot(benefit)
    after.gross = Exact(12)
    after.years = [
      .init(label: "2009/10", net: Exact(12), cashable: Exact(5)),
      .init(label: "2010/11", net: Exact(7), cashable: .zero),
    ]
    let difference = ForecastDifference(from: before, to: after)
    #expect(difference.fields.map(\.label) == ["Title", "Criteria"])
    #expect(difference.figures.map(\.label) == ["Gross, £ a year"])
    #expect(difference.years.map(\.label) == ["2009/10", "2010/11"])
    #expect(difference.years.map(\.netDifference) == [Exact(2), nil])
    #expect(ForecastDifference(from: after, to: after).isEmpty)
  }

  @Test("APP-7 Status, evidence note and reviews are no part of what is promised")
  func unpromised() {
    var benefit = Benefit(
      reference: "B001", title: "Fewer calls", council: "", inputs: Inputs(method: .amount))
    let before = BenefitSnapshot(benefit)
    benefit.status = .realising
    benefit.evidence = "Ledger"
    benefit.nextReview = Day(year: 2010, month: 4, day: 1)
    #expect(ForecastDifference(from: before, to: BenefitSnapshot(benefit)).isEmpty)
  }
}
