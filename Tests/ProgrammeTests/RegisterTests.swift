import Calculator
import Testing

@testable import Programme

@Suite("A register")
struct RegisterTests {
  static func benefit(_ reference: String, amount: Int = 100) -> Benefit {
    var benefit = Benefit(
      reference: reference, title: "Benefit \(reference)", council: "Fife Council",
      inputs: Inputs(method: .amount))
    benefit.inputs.amount = Exact(amount)
    return benefit
  }

  static func register(_ benefits: [Benefit]) -> Register {
    var register = Register()
    register.benefits = benefits
    return register
  }

  @Test("The same register twice differs in nothing")
  func same() {
    let register = Self.register([Self.benefit("B1"), Self.benefit("B2")])
    let difference = RegisterDifference(from: register, to: register)
    #expect(difference.isEmpty)
    #expect(difference.rows.isEmpty)
    #expect(difference.unchangedCount == 3)
  }

  @Test("A difference names what is added, what changed field by field, and what the file lacks")
  func differs() throws {
    let before = Self.register([Self.benefit("B1"), Self.benefit("B2")])
    let after = Self.register([Self.benefit("b1", amount: 150), Self.benefit("B3")])
    let difference = RegisterDifference(from: before, to: after)
    #expect(difference.count(.added) == 1)
    #expect(difference.count(.changed) == 1)
    #expect(difference.count(.missing) == 1)
    let changed = try #require(difference.rows.first { $0.kind == .changed })
    let amount = try #require(changed.changes.first { $0.field == "amount" })
    #expect([amount.before, amount.after] == ["100", "150"])
  }

  @Test("What the file lacks stays as it is: a difference of missing rows alone changes nothing")
  func missingOnly() {
    let before = Self.register([Self.benefit("B1"), Self.benefit("B2")])
    let after = Self.register([Self.benefit("B1")])
    #expect(RegisterDifference(from: before, to: after).isEmpty)
  }

  @Test("Criteria and additional columns count as changes")
  func parts() {
    let old = Self.benefit("B1")
    var new = old
    new.criteria = [Criterion(name: "Reputation", weight: Exact(20), score: nil)]
    new.additional = ["Ward": "North"]
    #expect(new.allChanges(since: old).map(\.field) == ["criteria", "additional.Ward"])
  }

  @Test("References that stand twice, stray actuals and unknown channels are found")
  func problems() throws {
    var register = Self.register([Self.benefit("B1"), Self.benefit("b1")])
    register.benefits[0].inputs.fromChannel = "Pigeon"
    register.actuals = [
      Actual(
        benefitReference: "B9", year: try #require(FinancialYear(text: "2010/11")),
        period: .year, value: Exact(1), evidence: "", maturity: .final)
    ]
    #expect(register.problems.map(\.found) == ["b1", "B9", "Pigeon"])
    #expect(register.problems.map(\.severity) == [.error, .error, .warning])
  }
}
