import Calculator
import Foundation
import Testing

@testable import Programme

@Suite("What keeps figures honest")
struct HonestyTests {
  @Test(
    "HON-1 Shares of a source are exact and at most the whole",
    arguments: [
      ("40%", "0.4"), ("100%", "1"), ("0.1%", "0.001"), ("33.333333%", "0.33333333"),
      ("0.25", "0.25"), ("", nil), ("0%", nil), ("100.1%", nil), ("-5%", nil), ("half", nil),
      ("1e400", nil), ("\u{0}", nil),
    ] as [(String, String?)])
  func share(_ text: String, _ expected: String?) {
    let reading = SourceShare.read(text, note: " By survey ")
    #expect(reading.value?.share.text == expected)
    #expect(reading.value == nil || reading.value?.note == "By survey")
    #expect(SourceShare.read("40%", note: "\u{0}").value == nil)
  }

  @Test("HON-1 A total of tenths is the whole and no more, in whatever order they are added")
  func exactSums() {
    for count in [3, 7, 10] {
      let share = Exact(text: "0.1") ?? .zero
      let own = Array(repeating: share, count: count).reduce(.zero, +)
      let others = Array(repeating: share, count: 10 - count).reduce(.zero, +)
      let claims = SourceClaims(own: own, others: others)
      #expect(claims.total == .one)
      #expect(!claims.isTooMuch)
      #expect(claims.problem(with: "Calls") == nil)
      let more = SourceClaims(
        own: own + (Exact(text: "0.000000000000000001") ?? .zero), others: others)
      #expect(more.isTooMuch)
      #expect(more.problem(with: "Calls")?.severity == .error)
    }
  }

  static let standings: [(String, String?, String?, Bool, String?, CheckStanding)] = [
    ("0.9", "0.8", nil, true, nil, .holds), ("0.8", "0.8", nil, true, nil, .holds),
    ("0.79", "0.8", nil, true, nil, .fallen), ("0.79", "0.8", "0.75", true, nil, .holds),
    ("0.7", nil, "0.75", true, nil, .fallen), ("0.7", nil, nil, true, nil, .unknown),
    ("12", "10", nil, false, nil, .fallen), ("8", "10", nil, false, nil, .holds),
    ("0.78", "0.8", nil, true, "2010-07-01 2010-12-31 0.05", .dips),
    ("0.75", "0.8", nil, true, "2010-07-01 2010-12-31 0.05", .dips),
    ("0.74", "0.8", nil, true, "2010-07-01 2010-12-31 0.05", .dipTooDeep),
    ("0.78", "0.8", nil, true, "2010-07-01 2010-09-29 0.05", .dipTooLong),
    ("0.78", "0.8", nil, true, "2010-07-01 2010-09-30 0.05", .dips),
    ("0.78", "0.8", nil, true, "2010-10-01 2010-12-31 0.05", .fallen),
    ("0.81", "0.8", nil, true, "2010-07-01 2010-12-31 0.05", .holds),
  ]

  @Test(
    "HON-6, HON-7 A measure stands by its floor, else its baseline, and by the dip expected",
    arguments: standings)
  func standing(
    _ value: String, _ baseline: String?, _ floor: String?, _ moreIsBetter: Bool, _ dip: String?,
    _ expected: CheckStanding
  ) throws {
    var check = BenefitCheck()
    check.measure = "m"
    check.floor = floor.flatMap { Exact(text: $0) }
    if let words = dip?.split(separator: " ").map(String.init), words.count == 3 {
      check.dip = ExpectedDip(
        from: try #require(Day(text: words[0])), to: try #require(Day(text: words[1])),
        depth: try #require(Exact(text: words[2])))
    }
    let last = LastValue(
      value: try #require(Exact(text: value)), lastDay: try #require(Day(text: "2010-09-30")))
    #expect(
      check.standing(
        last: last, baseline: baseline.flatMap { Exact(text: $0) }, moreIsBetter: moreIsBetter)
        == expected)
    #expect(check.standing(last: nil, baseline: .one, moreIsBetter: moreIsBetter) == .unknown)
  }

  @Test("A check is complete or refused, and keeps its meaning through texts and back")
  func checkTexts() throws {
    let whole: [BenefitCheck.Field: String] = [
      .payer: "NHS Lothian", .payerNote: "Rooms", .measure: "m", .floor: "0.5",
      .dipFrom: "2010-01-01", .dipTo: "2010-06-30", .dipDepth: "0.1",
    ]
    let check = try #require(BenefitCheck.read(whole).value)
    #expect(BenefitCheck.read(check.texts).value == check)
    #expect(BenefitCheck.read([:]).value?.isEmpty == true)
    #expect(BenefitCheck.read([.measure: "m", .floor: "95%"]).value?.floor == Exact(text: "0.95"))
    let wrong: [([BenefitCheck.Field: String], String)] = [
      ([.measure: ""], "measure"), ([.dipTo: ""], "dipTo"), ([.dipDepth: ""], "dipDepth"),
      ([.dipFrom: ""], "dipFrom"), ([.dipTo: "2009-01-01"], "dipTo"), ([.payer: ""], "payer"),
      ([.dipDepth: "-1"], "dipDepth"), ([.dipDepth: "-5%"], "dipDepth"), ([.floor: "low"], "floor"),
    ]
    for (change, place) in wrong {
      let reading = BenefitCheck.read(whole.merging(change) { $1 })
      #expect(reading.value == nil)
      #expect(reading.problems.map(\.placeText) == [place], "\(change)")
    }
  }

  @Test("HON-6 Cashable benefits and channel shift need a check, and a withdrawn one none")
  func needsCheck() {
    var benefit = Benefit(
      reference: "B1", title: "T", council: "C", inputs: Inputs(method: .amount))
    #expect(!benefit.needsCheck)
    benefit.cashability = .cashable
    #expect(benefit.needsCheck)
    benefit.cashability = .nonCashable
    benefit.inputs.method = .channel
    #expect(benefit.needsCheck)
    benefit.status = .withdrawn
    #expect(!benefit.needsCheck)
  }

  private func candidate(
    _ number: UInt8, _ council: UInt8, _ title: String, service: String = "Waste",
    method: String = "Time", quantity: String = "12000"
  ) -> DuplicateCandidate {
    DuplicateCandidate(
      id: ID(Self.uuid(number)), organisation: ID(Self.uuid(200 + council)),
      councilName: "Council \(council)", reference: "B\(number)", title: title, service: service,
      method: method, quantity: quantity)
  }

  private static func uuid(_ number: UInt8) -> UUID {
    UUID(uuid: (0, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, number))
  }

  @Test("HON-4 Pairs that are alike enough are found, with the reasons, and others are not")
  func duplicates() {
    let bins = candidate(1, 1, "Fewer calls about missed bins")
    let found: [(DuplicateCandidate, [String]?)] = [
      (
        candidate(2, 1, "Fewer calls about the missed bins!"),
        [
          "the same words in the title", "the same service", "the same method",
          "the same quantity, 12000",
        ]
      ),
      (
        candidate(2, 1, "Fewer repeat calls about missed bins"),
        [
          "5 of 6 words in the title", "the same service", "the same method",
          "the same quantity, 12000",
        ]
      ),
      (
        candidate(2, 1, "Fewer calls about missed bins", service: "Contact", quantity: "9"),
        ["the same words in the title", "the same method"]
      ),
      (candidate(2, 1, "Fewer letters from tenants"), nil),
      (candidate(2, 1, "Fewer calls about missed bins", service: "", method: "Unit"), nil),
      (
        candidate(2, 2, "Fewer calls about missed bins"),
        [
          "the same words in the title", "the same service", "the same method",
          "the same quantity, 12000",
        ]
      ),
      (candidate(2, 2, "Fewer calls about missed bins", quantity: "11999"), nil),
      (candidate(2, 2, "Fewer repeat calls about missed bins"), nil),
    ]
    for (other, reasons) in found {
      let pairs = DuplicateSearch.pairs([bins, other])
      #expect(pairs.map(\.reasons) == [reasons].compactMap(\.self), "\(other.title)")
      #expect(pairs.first.map(\.first) == reasons.map { _ in bins })
      #expect(DuplicateSearch.pairs([other, bins]) == pairs)
    }
  }

  @Test("HON-4 The order benefits come in never matters, and no block is compared by the square")
  func order() {
    var random = SeededGenerator(seed: 3)
    let words = ["calls", "bins", "visits", "letters", "forms", "rents"]
    var all: [DuplicateCandidate] = (0..<120).map { place in
      let title = (0..<3).map { _ in words.randomElement(using: &random) ?? "" }
        .joined(separator: " ")
      return candidate(
        UInt8(place), UInt8(place % 3), title, quantity: String(place % 5))
    }
    let pairs = DuplicateSearch.pairs(all)
    #expect(!pairs.isEmpty)
    for _ in 0..<5 {
      all.shuffle(using: &random)
      #expect(DuplicateSearch.pairs(all) == pairs)
    }
    let same = (0..<200).map { candidate(UInt8($0), 1, "The same title") }
    #expect(DuplicateSearch.pairs(same).count <= 200 * DuplicateSearch.reach)
  }
}
