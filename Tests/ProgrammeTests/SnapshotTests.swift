import Calculator
import Testing

@testable import Programme

@Suite("Snapshots of a benefit")
struct SnapshotTests {
  private func benefit() -> Benefit {
    var inputs = Inputs<Exact>(method: .amount)
    inputs.amount = Exact(1_000)
    return Benefit(reference: "B001", title: "Fewer visits", council: "Here", inputs: inputs)
  }

  private func years(_ values: [String: Int]) -> [BenefitSnapshot.Year] {
    values.map { .init(label: $0, net: Exact($1), cashable: .zero) }
  }

  @Test("A snapshot keeps every field that is filled in, and no blank")
  func fields() {
    var benefit = benefit()
    benefit.claimShare(Exact(text: "0.25"))
    let snapshot = BenefitSnapshot(benefit)
    #expect(snapshot.text(.claimShare) == "0.25")
    #expect(snapshot.fields["owner"] == nil)
    #expect(snapshot.text(.owner) == "")
    let filled = Benefit.Field.allCases.filter { !benefit.text($0).isEmpty }
    #expect(Set(snapshot.fields.keys) == Set(filled.map(\.rawValue)))
  }

  @Test("Two snapshots are compared field by field, in the order of the table")
  func changes() {
    let before = BenefitSnapshot(benefit())
    var changed = benefit()
    changed.owner = "Head of ICT"
    changed.title = "Fewer journeys"
    changed.criteria = [Criterion(name: "Trust", weight: .one, score: Exact(7))]
    changed.additional = ["Ward": "North"]
    let changes = BenefitSnapshot(changed).changes(since: before)
    #expect(changes.map(\.label) == ["Title", "Owner", "Criteria", "Ward"])
    #expect(changes.map(\.after) == ["Fewer journeys", "Head of ICT", "Trust: 7 × 1", "North"])
    #expect(before.changes(since: before).isEmpty)
  }

  @Test("Forecasts are compared year by year; a year that one lacks is not 0")
  func yearByYear() {
    var before = BenefitSnapshot(benefit())
    var after = before
    before.years = years(["2009/10": 100, "2010/11": 200])
    after.years = years(["2010/11": 250, "2011/12": 300])
    let compared = after.years(since: before)
    #expect(compared.map(\.label) == ["2009/10", "2010/11", "2011/12"])
    #expect(compared.map(\.netDifference) == [nil, Exact(50), nil])
    #expect(after.netTotal == Exact(550))
    #expect(BenefitSnapshot(benefit()).netTotal == nil)
  }

  @Test("Years without a calendar stand in order of their number")
  func numbered() {
    var snapshot = BenefitSnapshot(benefit())
    snapshot.years = years(["Year 10": 1, "Year 2": 1, "Year 0": 1])
    #expect(snapshot.years(since: snapshot).map(\.label) == ["Year 0", "Year 2", "Year 10"])
  }
}

extension Benefit {
  fileprivate mutating func claimShare(_ share: Exact?) { inputs.claimShare = share }
}
