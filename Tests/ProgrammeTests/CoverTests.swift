import Calculator
import Foundation
import Testing

@testable import Programme

@Suite("A cover")
struct CoverTests {
  static let typed: [Cover.Field: String] = [
    .council: "Fife Council", .baseYear: "2005/06", .priceBase: "nominal", .rateBase: "Real",
    .convention: "midyear", .schedule: "standard", .postRule: "whole",
    .deflator: "GDP deflator, made up for a test, May 2006",
    .deflatorIndexes: "2006/07 110; 2005/06 100 ;2007/08  137.5",
  ]

  @Test("How a register is appraised is read, and reaches the calculator")
  func reaches() throws {
    let cover = try #require(Cover.read(Self.typed).value)
    #expect(cover.text(.deflatorIndexes) == "2005/06 100; 2006/07 110; 2007/08 137.5")
    #expect(Cover.read(cover.texts).value == cover, "what is written reads back")
    var register = Register()
    register.cover = cover
    let appraisal = register.appraisal()
    #expect(appraisal.convention == .midYear && appraisal.schedule == .standard)
    #expect(appraisal.postRule == .whole)
    #expect(appraisal.prices.flows == .nominal && appraisal.prices.rate == .real)
    #expect(appraisal.prices.baseYear == 2005)
    #expect(appraisal.prices.deflator?.vintage == "GDP deflator, made up for a test, May 2006")
    let hundred = Exact(100)
    #expect(
      appraisal.prices.deflator?.converted(Exact(110), fromPricesOf: 2006, to: 2005)
        == .value(hundred))
    #expect(calculate(appraisal).refusal == nil)
  }

  @Test("Convention and schedule that are asked for stand before the cover's own")
  func overrides() throws {
    var register = Register()
    register.cover = try #require(Cover.read(Self.typed).value)
    let appraisal = register.appraisal(convention: .endYear, schedule: .health)
    #expect(appraisal.convention == .endYear && appraisal.schedule == .health)
  }

  /// Money, rate as said, rates year by year, and what the calculator is told about the rate.
  @Test(
    "Where nobody said what a flat rate is, it is as the money; published rates are real",
    arguments: [
      ("real", "", "flat", PriceTerms.real, true), ("nominal", "", "flat", .nominal, true),
      ("nominal", "real", "flat", .real, false), ("nominal", "", "standard", .real, false),
      ("real", "nominal", "flat", .nominal, false), ("real", "", "health", .real, true),
    ])
  func rates(
    money: String, rate: String, schedule: String, terms: PriceTerms, isDefined: Bool
  ) throws {
    var register = Register()
    register.cover = try #require(
      Cover.read([.priceBase: money, .rateBase: rate, .schedule: schedule]).value)
    let appraisal = register.appraisal()
    #expect(appraisal.prices.rate == terms)
    #expect((calculate(appraisal).refusal == nil) == isDefined)
  }

  @Test(
    "An index that cannot be read is refused with words",
    arguments: [
      "2005/06", "100", "2005/06 0", "2005/06 -1", "2005/07 100", "2005/06 100; 2005/06 101",
      "2005/06 1e400", "2005/06 a", "2005/06 100 101",
    ])
  func indexes(text: String) {
    let reading = Cover.read([.deflator: "A", .deflatorIndexes: text])
    #expect(reading.value == nil)
    #expect(reading.problems.contains { $0.place == .field("deflatorIndexes") })
  }

  @Test("A deflator without its source is remarked on, and does not stop a draft")
  func vintage() {
    let reading = Cover.read([.deflatorIndexes: "2005/06 100"])
    #expect(reading.value != nil)
    #expect(reading.problems.contains { $0.place == .field("deflator") && $0.severity == .warning })
  }

  @Test("A new cover is appraised as layout 1 is: real, flat, year 0 undiscounted, any post")
  func usual() {
    let appraisal = Register().appraisal()
    #expect(appraisal.prices == Prices(flows: .real, rate: .real))
    #expect(appraisal.convention == .yearZero && appraisal.postRule == .any)
    #expect(appraisal.schedule == .flat(Assumptions<Exact>.standard.discountRate))
  }

  @Test("The deflator that is shipped is one that a cover takes, year after year without a gap")
  func shipped() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Seed/gdp-deflator.csv")
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
    let text = rows.map { $0.replacing(",", with: " ") }.joined(separator: "; ")
    let reading = Cover.read([.deflator: "HM Treasury", .deflatorIndexes: text])
    let indexes = try #require(reading.value).deflatorIndexes
    #expect(indexes.map(\.year.firstYear) == Array(1990...2008))
    #expect(indexes.first { $0.year.firstYear == 2002 }?.index == Exact(100))
  }
}
