import Calculator
import Testing

@testable import Programme

@Suite("Reading a benefit from what was typed")
struct BenefitTests {
  let typed: [Benefit.Field: String] = [
    .reference: "B001", .title: "Fewer journeys", .council: "Inverclyde Council",
    .tangibility: "non-tangible", .cashability: "CASHABLE ", .method: "time",
    .volume: "12,000", .salary: "£24,000", .hoursBefore: "1.25", .hoursAfter: "0.75",
    .stakeholders: "Customers; Staff;", .cashShare: "50%", .ramp1: "25%", .ramp2: "1",
  ]

  @Test("A benefit keeps its meaning through texts and back")
  func roundTrip() throws {
    let benefit = try #require(Benefit.read(typed).value)
    #expect(benefit.tangibility == .intangible)
    #expect(benefit.cashability == .cashable)
    #expect(benefit.inputs.volume == Exact(12_000))
    #expect(benefit.stakeholders == ["Customers", "Staff"])
    let again = try #require(Benefit.read(benefit.texts).value)
    #expect(again == benefit)
    #expect(again.changes(since: benefit).isEmpty)
  }

  @Test("A blank stays a blank: it is not zero")
  func blanks() throws {
    let benefit = try #require(Benefit.read(typed).value)
    #expect(benefit.inputs.amount == nil)
    #expect(benefit.text(.amount) == "")
    var zero = typed
    zero[.amount] = "0"
    #expect(try #require(Benefit.read(zero).value).text(.amount) == "0")
  }

  @Test("Every problem of a form is listed, each at its field, none hiding another")
  func everyProblem() {
    var wrong = typed
    wrong[.title] = " "
    wrong[.method] = "Guess"
    wrong[.volume] = "12abc"
    wrong[.claimShare] = "180%"
    wrong[.startYear] = "1.5"
    wrong[.nextReview] = "2010-02-30"
    let reading = Benefit.read(wrong)
    #expect(reading.value == nil)
    let errors = reading.problems.filter { $0.severity == .error }.map(\.placeText).sorted()
    #expect(errors == ["claimShare", "method", "nextReview", "startYear", "title", "volume"])
    let title = reading.problems.first { $0.place == .field("title") }
    #expect(title?.message == "Enter title.")
    #expect(reading.problems.allSatisfy { !$0.mend.isEmpty && !$0.expected.isEmpty })
  }

  static let extremes = [
    "10^18": "1e18", "-10^18": "-1e18", "25 nines": String(repeating: "9", count: 25),
    "50 decimals": "0." + String(repeating: "9", count: 50),
    "10,000 nines": String(repeating: "9", count: 10_000), "NUL": "\u{0}",
    "byte order mark": "\u{FEFF}", "right-to-left override": "\u{202E}12",
  ]

  @Test("Extremes are refused with words and nothing traps", arguments: extremes.keys.sorted())
  func extreme(name: String) throws {
    let text = try #require(Self.extremes[name])
    for field in Benefit.Field.allCases {
      var hostile = typed
      hostile[field] = text
      let reading = Benefit.read(hostile)
      let isHarmless = ["byte order mark", "50 decimals"].contains(name)
      if field == .volume { #expect((reading.value == nil) != isHarmless) }
    }
  }

  @Test("A cash share that does not fit the cashability is remarked on, and does not stop a draft")
  func cashShareRemarks() throws {
    var blank = typed
    blank[.cashShare] = ""
    let reading = Benefit.read(blank)
    #expect(reading.value != nil)
    #expect(reading.problems.map(\.severity) == [.warning])
    var unused = typed
    unused[.cashability] = "Non-cashable"
    #expect(Benefit.read(unused).problems.map(\.placeText) == ["cashShare"])
  }

  @Test("Take-up and value marked as others' stay out of the council's totals")
  func transfers() throws {
    var benefit = try #require(Benefit.read(typed).value)
    #expect(!benefit.accruesToOthers)
    benefit.accruesTo = .residents
    #expect(benefit.accruesToOthers)
    benefit.accruesTo = .council
    benefit.inputs.method = .takeUp
    #expect(benefit.accruesToOthers)
  }

  @Test("No two fields share a heading, and every field has a label")
  func headings() {
    let headers = Benefit.Field.allCases.map(\.header)
    #expect(Set(headers).count == headers.count)
    #expect(Benefit.Field.allCases.allSatisfy { !$0.label.isEmpty })
  }
}
