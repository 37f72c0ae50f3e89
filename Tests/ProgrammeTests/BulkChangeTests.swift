import Calculator
import Testing

@testable import Programme

@Suite("A change of many benefits, and going back")
struct BulkChangeTests {
  private func benefit(_ status: BenefitStatus = .profiled) -> Benefit {
    var benefit = Benefit(
      reference: "B001", title: "Fewer calls", council: "A council",
      inputs: Inputs(method: .score, ramp: [nil, nil, nil, nil, nil]))
    benefit.status = status
    benefit.criteria = [Criterion(name: "Trust", weight: Exact(2), score: nil, note: "A note")]
    benefit.additional = ["Sponsor": "Chief executive"]
    return benefit
  }

  @Test(
    "REC-7 One field changes and nothing else does",
    arguments: [
      (BulkChange.Field.owner, "Head of ICT"), (.service, "Libraries"), (.category, "Access"),
      (.objective, "Lower cost to serve"), (.status, "Realising"), (.nextReview, "2011-03-31"),
      (.confidenceGrade, "3"),
    ])
  func oneField(_ field: BulkChange.Field, _ value: String) throws {
    let before = benefit()
    let change = BulkChange(field, to: " \(value) ")
    let after = try #require(change.apply(to: before, visibility: .draft).value)
    #expect(after.benefit.allChanges(since: before).map(\.field) == [field.rawValue])
    #expect(after.benefit.text(try #require(field.benefitField)) == value)
    #expect(after.benefit.criteria == before.criteria)
    #expect(after.visibility == .draft)
  }

  @Test("REC-7 Who sees it changes beside the content")
  func visibility() throws {
    let change = BulkChange(.visibility, to: "shared")
    let after = try #require(change.apply(to: benefit(), visibility: .draft).value)
    #expect(after.visibility == .shared)
    #expect(after.benefit == benefit())
  }

  @Test(
    "REC-8 A value that does not fit, or a status that is a decision, is refused",
    arguments: [
      (BulkChange.Field.status, "Approved"), (.status, "Withdrawn"), (.status, "Done"),
      (.status, ""), (.visibility, "everybody"), (.nextReview, "31/03/2011"),
      (.confidenceGrade, "7"), (.owner, String(repeating: "a", count: 201)),
    ])
  func refused(_ field: BulkChange.Field, _ value: String) {
    let change = BulkChange(field, to: value)
    #expect(!change.problems.isEmpty)
    #expect(change.apply(to: benefit(), visibility: .draft).value == nil)
  }

  @Test("REC-8 A withdrawn benefit gets no other status with many")
  func withdrawn() {
    let change = BulkChange(.status, to: "Realising")
    #expect(change.problems.isEmpty)
    #expect(change.apply(to: benefit(.withdrawn), visibility: .draft).value == nil)
  }

  @Test("REC-9 From what the journal keeps, any benefit goes back to any other, or is refused")
  func goingBack() throws {
    var maker = SyntheticRegister(seed: 23)
    var benefits = maker.register(council: "A council", benefitCount: 60).benefits
    benefits[0].criteria = [
      Criterion(name: "Ease: of use", weight: Exact(3), score: Exact(text: "6.5")),
      Criterion(name: "Trust", weight: .one, score: nil),
    ]
    benefits[1].additional = ["Sponsor": "Chief executive"]
    for (now, then) in zip(benefits, benefits.dropFirst() + [benefits[0]]) {
      let changes = now.allChanges(since: then)
      let restored = try #require(Benefit.restored(changes, from: now).value)
      #expect(restored.allChanges(since: then) == [])
      let farewell = then.allChanges(since: nil).map {
        FieldChange(field: $0.field, label: $0.label, before: $0.after, after: "")
      }
      let back = try #require(Benefit.restored(farewell, from: nil).value)
      #expect(back.allChanges(since: then) == [])
    }
  }

  @Test("REC-9 A list that the journal cannot give back exactly is refused")
  func notExact() {
    var then = benefit()
    then.stakeholders = ["Staff; both", "Customers"]
    var other = benefit()
    other.criteria = [Criterion(name: "One; two", weight: .one, score: nil)]
    for before in [then, other] {
      let changes = benefit().allChanges(since: before)
      let back = Benefit.restored(changes, from: benefit())
      #expect(back.value == nil || back.value?.text(.stakeholders) == before.text(.stakeholders))
    }
    #expect(Benefit.restored(benefit().allChanges(since: other), from: benefit()).value == nil)
  }
}
