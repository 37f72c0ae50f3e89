import Calculator
import Foundation
import Testing

@testable import Programme

@Suite("Benefit patterns")
struct PatternTests {
  private let library: PatternLibrary

  init() throws {
    let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appending(path: "Seed/benefit-patterns.json")
    library = try PatternLibrary(json: String(contentsOf: file, encoding: .utf8))
  }

  /// The channels that the patterns name.
  private static let channels = [
    ("Face to face", "7.40"), ("Telephone", "2.90"), ("Post", "4.10"), ("Web", "0.32"),
  ]

  @Test("REC-1 There are at least 25 patterns, of every method, each whole and computed")
  func patternsAreComputed() throws {
    #expect(library.patterns.count >= 25)
    #expect(Set(library.patterns.compactMap(\.calculation)) == Set(Method.allCases))
    var register = Register()
    register.channelCosts = Self.channels.map { name, cost in
      ChannelCost(name: name, cost: Exact(text: cost) ?? .zero, source: "A survey", year: "2009")
    }
    for pattern in library.patterns {
      let reading = pattern.benefit(reference: pattern.id, council: "A council")
      register.benefits.append(try #require(reading.value, "\(pattern.id): \(reading.problems)"))
    }
    for (pattern, figures) in zip(library.patterns, calculate(register.appraisal()).benefits) {
      if pattern.calculation == .score {
        #expect(pattern.criteria?.isEmpty == false, "\(pattern.id) has nothing to judge")
      } else {
        let gross = try #require(figures.gross.value, "\(pattern.id): \(figures.gross)")
        #expect(gross > .zero, "\(pattern.id)")
      }
    }
  }

  @Test("REC-1 Every pattern says what to measure, what to keep and where people go wrong")
  func patternsAreWhole() {
    for pattern in library.patterns {
      #expect(!pattern.measures.isEmpty && !pattern.evidence.isEmpty, "\(pattern.id)")
      #expect(!pattern.pitfalls.isEmpty, "\(pattern.id)")
      #expect(!pattern.stakeholders.isEmpty && !pattern.category.isEmpty, "\(pattern.id)")
      if pattern.cashability == "Cashable" {
        #expect(pattern.assumptions.contains { $0.field == "cashShare" }, "\(pattern.id)")
      }
    }
  }

  @Test(
    "REC-1 A library with a fault is refused with its place",
    arguments: [
      ("\"volume\"", "\"title\"", "an input of a benefit"),
      ("\"18000\"", "\"many\"", "a number"),
      ("\"Cumulative\"", "\"Added\"", "one of: Cumulative"),
      ("\"missed-bins\"", "\"Missed bins\"", "small letters"),
      ("[", "", "a list of patterns"),
    ])
  func faults(_ part: String, _ other: String, _ expected: String) throws {
    let encoder = JSONEncoder()
    let bins = try #require(library["missed-bins"])
    let json = String(decoding: try encoder.encode([bins]), as: UTF8.self)
    let broken = json.replacing(part, with: other, maxReplacements: 1)
    let refusal = #expect(throws: Refusal.self) { try PatternLibrary(json: broken) }
    #expect("\(try #require(refusal))".contains(expected))
  }

  @Test("REC-2 An assumption is assumed until it is confirmed, and replaced by any other value")
  func states() throws {
    let bins = try #require(library["missed-bins"])
    var benefit = try #require(bins.benefit(reference: "B001", council: "").value)
    let adoption = Adoption(of: bins)
    #expect(adoption.open(in: benefit).count == bins.assumptions.count)
    benefit.inputs.volume = Exact(17_250)
    #expect(!adoption.open(in: benefit).map(\.field).contains(.volume))
    let confirmed = AdoptedAssumption(
      field: .avoidableShare, value: "0.25", reason: "", confirmedBy: "Morag Reid")
    #expect(confirmed.state(in: benefit) == .confirmed)
    benefit.inputs.avoidableShare = Exact(text: "0.250")
    #expect(confirmed.state(in: benefit) == .confirmed)
    benefit.inputs.avoidableShare = nil
    #expect(confirmed.state(in: benefit) == .replaced)
  }

  @Test("REC-3 A pattern made of a benefit makes the same forecast, and carries nothing else")
  func roundTrip() throws {
    var maker = SyntheticRegister(seed: 11)
    for benefit in maker.register(council: "A council", benefitCount: 40).benefits {
      let made = try #require(
        Pattern(of: benefit).benefit(reference: benefit.reference, council: benefit.council).value)
      #expect(Benefit.Field.inputs.map(made.text) == Benefit.Field.inputs.map(benefit.text))
      #expect(made.owner.isEmpty && made.evidence.isEmpty && made.status == .identified)
    }
  }
}
