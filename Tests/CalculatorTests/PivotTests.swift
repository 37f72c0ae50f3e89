import Calculator
import Testing

@Suite("Pivots")
struct PivotTests {
  private func benefit(_ id: String, _ amount: Exact, _ labels: [Dimension: [String]])
    -> BenefitCase<Exact>
  {
    BenefitCase(
      id: id, inputs: Inputs(method: .amount, amount: amount, years: 1), labels: labels)
  }

  @Test("CALC-31: labels match trimmed and without case; the first spelling is shown")
  func labels() {
    let figures = calculate(
      Appraisal(benefits: [
        benefit("B1", 1, [.service: [" Pest control"]]),
        benefit("B2", 2, [.service: ["PEST CONTROL "]]),
        benefit("B3", 4, [.service: ["  "]]), benefit("B4", 8, [:]),
      ]))
    let rows = figures.pivot([.service])
    #expect(rows.map(\.labels) == [["Pest control"], ["(blank)"]])
    #expect(rows.map { $0.net[0] } == [3, 12])
    #expect(rows.map(\.benefitCount) == [2, 2])
  }

  @Test("CALC-31: a benefit of several stakeholders is shared equally, and nothing is lost")
  func shared() {
    let figures = calculate(
      Appraisal(benefits: [
        benefit("B1", 100, [.stakeholder: ["Staff", "Customers", "staff ", "Partners"]])
      ]))
    let rows = figures.pivot([.stakeholder])
    #expect(rows.map { $0.labels[0] } == ["Staff", "Customers", "Partners"])
    #expect(rows.map { $0.net[0].rounded(places: 2) } == [33.33, 33.33, 33.33])
    #expect(rows.reduce(Exact.zero) { $0 + $1.net[0] } == 100)
  }

  @Test("CALC-31: two dimensions give a row for each pair that occurs; none gives the total")
  func pairs() {
    let figures = calculate(
      Appraisal(benefits: [
        benefit("B1", 1, [.council: ["A"], .service: ["x"]]),
        benefit("B2", 2, [.council: ["A"], .service: ["y"]]),
        benefit("B3", 4, [.council: ["B"], .service: ["x"]]),
      ]))
    #expect(
      figures.pivot([.service, .council]).map(\.labels) == [["x", "A"], ["y", "A"], ["x", "B"]])
    #expect(figures.pivot([]).map { $0.net[0] } == [7])
  }

  @Test("CALC-31: a benefit with more combinations than the limit keeps its labels together")
  func limited() {
    let many = (0..<200).map { "label \($0)" }
    let figures = calculate(
      Appraisal(benefits: [benefit("B1", 100, [.stakeholder: many, .category: many])]))
    let rows = figures.pivot([.stakeholder, .category])
    #expect(rows.count <= Limit.pivotSplits)
    #expect(rows.reduce(Exact.zero) { $0 + $1.net[0] } == 100)
  }
}
