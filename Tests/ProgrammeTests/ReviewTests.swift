import Calculator
import Testing

@testable import Programme

@Suite("Reviews of a benefit")
struct ReviewTests {
  let typed: [Review.Field: String] = [
    .reviewedOn: "2010-03-31", .reviewer: "Iain Sinclair", .finding: "As planned",
    .decision: "Continue", .schedule: "In 6 months", .confidence: "High",
  ]

  private func typed(_ changes: [Review.Field: String]) -> [Review.Field: String] {
    typed.merging(changes) { $1 }
  }

  private func benefit(_ status: BenefitStatus) -> Benefit {
    var benefit = Benefit(
      reference: "B001", title: "Fewer visits", council: "Here", inputs: Inputs(method: .score))
    benefit.status = status
    benefit.owner = "Head of ICT"
    return benefit
  }

  @Test(
    "REV-4 The next review follows from the schedule, counted from the day of the review",
    arguments: [
      ("Continue", "In 3 months", "", "2010-06-30" as String?),
      ("Continue", "In 6 months", "", "2010-09-30"),
      ("Continue", "In 12 months", "", "2011-03-31"),
      ("Continue", "On another day", "2010-04-15", "2010-04-15"),
      ("Sustained", "No further review", "", nil), ("Sustained", "In 12 months", "", "2011-03-31"),
      ("Withdraw", "In 3 months", "", nil), ("Withdraw", "", "", nil),
    ])
  func schedule(_ decision: String, _ schedule: String, _ day: String, _ next: String?) throws {
    let review = try #require(
      Review.read(
        typed([
          .decision: decision, .schedule: schedule, .nextReview: day, .reason: "Because",
        ])
      ).value)
    #expect(review.nextReview?.description == next)
  }

  @Test(
    "REV-4 A benefit that goes on has a next review, and it lies ahead",
    arguments: [
      ([Review.Field.schedule: "No further review"], "schedule"), ([.schedule: ""], "schedule"),
      ([.schedule: "On another day"], "nextReview"),
      ([.schedule: "On another day", .nextReview: "2010-03-31"], "nextReview"),
      ([.reviewedOn: ""], "reviewedOn"), ([.reviewer: " "], "reviewer"),
      ([.finding: ""], "finding"), ([.decision: ""], "decision"),
      ([.decision: "Hand over to a new owner"], "newOwner"), ([.decision: "Guess"], "decision"),
    ])
  func incomplete(_ changes: [Review.Field: String], _ place: String) {
    let reading = Review.read(typed(changes))
    #expect(reading.value == nil)
    #expect(reading.problems.map(\.placeText) == [place])
  }

  @Test(
    "REV-3 Withdrawing needs a reason; sustained follows realised, or is explained",
    arguments: [
      (BenefitStatus.approved, ReviewDecision.withdrawn, "", "reason" as String?),
      (.approved, .withdrawn, "The office closed", nil), (.realised, .sustained, "", nil),
      (.sustained, .sustained, "", nil), (.realising, .sustained, "", "reason"),
      (.realising, .sustained, "Measured for two years", nil),
      (.withdrawn, .carryOn, "", "decision"), (.withdrawn, .withdrawn, "Again", "decision"),
      (.identified, .carryOn, "", nil), (.realised, .changeForecast, "", nil),
    ])
  func statuses(
    _ status: BenefitStatus, _ decision: ReviewDecision, _ reason: String, _ place: String?
  ) throws {
    let today = try #require(Day(text: "2010-04-01"))
    var review = try #require(Review.read(typed).value)
    review.decision = decision
    review.reason = reason
    let applied = Result { () throws(Refusal) in
      try review.applied(to: benefit(status), today: today)
    }
    switch applied {
    case .success(let after):
      #expect(place == nil)
      #expect(after.status == decision.status ?? status)
      #expect(after.nextReview == review.nextReview)
    case .failure(let refusal):
      #expect(refusal.places == [place])
    }
  }

  @Test("A review has happened, and a hand-over is to somebody else")
  func impossible() throws {
    let yesterday = try #require(Day(text: "2010-03-30"))
    var review = try #require(Review.read(typed).value)
    #expect(throws: Refusal.self) {
      try review.applied(to: benefit(.realising), today: yesterday)
    }
    review.decision = .handOver
    review.newOwner = "head of ICT "
    #expect(throws: Refusal.self) {
      try review.applied(to: benefit(.realising), today: review.reviewedOn)
    }
  }

  @Test(
    "REV-5 A review is overdue once its day has passed, and due thirty days before",
    arguments: [
      ("2010-03-30", ReviewStanding.overdue(days: 1)), ("2010-03-31", .due(days: 0)),
      ("2010-04-30", .due(days: 30)), ("2010-05-01", .planned), ("", .unplanned),
      ("2009-03-31", .overdue(days: 365)),
    ])
  func standing(_ next: String, _ expected: ReviewStanding) throws {
    let today = try #require(Day(text: "2010-03-31"))
    #expect(ReviewStanding(nextReview: Day(text: next), today: today) == expected)
  }

  @Test("REV-6 Who accepts for the new owner says how; the new owner needs no words")
  func acceptance() throws {
    let offer = Handover(fromOwner: "Head of ICT", toOwner: "Morag Campbell", note: "")
    #expect(throws: Refusal.self) { try offer.accepted(by: "Iain Sinclair", note: " ") }
    #expect(try offer.accepted(by: "morag campbell", note: "").state == .accepted)
    let recorded = try offer.accepted(by: "Iain Sinclair", note: " By telephone ")
    #expect(recorded.acceptanceNote == "By telephone")
    #expect(Handover.read([.fromOwner: "A", .toOwner: "a"]).value == nil)
  }

  @Test("Reviews and hand-overs keep their meaning through texts and back")
  func roundTrip() throws {
    let review = try #require(
      Review.read(typed([.decision: "Sustained", .reason: "Two years", .newOwner: "x"])).value)
    #expect(Review.read(review.texts).value == review)
    #expect(review.newOwner == "")
    let handover = Handover(fromOwner: "A", toOwner: "B", note: "n").takenBack
    #expect(Handover.read(handover.texts).value == handover)
  }

  @Test(
    "A day so many months on stays within its month",
    arguments: [
      ("2010-01-31", 1, "2010-02-28" as String?), ("2011-11-30", 3, "2012-02-29"),
      ("2010-12-15", 12, "2011-12-15"), ("2010-03-31", -1, "2010-02-28"), ("9999-12-01", 1, nil),
      ("0001-01-01", -1, nil), ("2010-01-01", .max, nil),
    ])
  func months(_ day: String, _ months: Int, _ expected: String?) throws {
    #expect(try #require(Day(text: day)).adding(months: months)?.description == expected)
  }

  @Test(
    "Days between two days",
    arguments: [
      ("2010-03-01", "2010-02-28", 1), ("2012-03-01", "2012-02-28", 2),
      ("2010-03-31", "2009-03-31", 365), ("2000-03-01", "2000-02-28", 2),
      ("1900-03-01", "1900-02-28", 1), ("2010-01-01", "2010-01-02", -1),
    ])
  func days(_ one: String, _ other: String, _ expected: Int) throws {
    #expect(try #require(Day(text: one)).days(since: #require(Day(text: other))) == expected)
  }
}

extension Refusal {
  fileprivate var places: [String?] {
    if case .invalid(let problems) = self { problems.map(\.placeText) } else { [] }
  }
}
