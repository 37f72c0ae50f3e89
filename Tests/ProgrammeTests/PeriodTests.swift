import Programme
import Testing

@Suite("Periods")
struct PeriodTests {
  private static func span(_ text: String) throws -> PeriodSpan {
    try #require(PeriodSpan(text: text))
  }

  @Test(
    "MEA-1: a period knows its days, its words and its place in time",
    arguments: [
      ("2010-Year", "2010-04-01", "2011-03-31", "2010/11"),
      ("2010-Q1", "2010-04-01", "2010-06-30", "April to June 2010"),
      ("2010-Q4", "2011-01-01", "2011-03-31", "January to March 2011"),
      ("2010-M01", "2010-04-01", "2010-04-30", "April 2010"),
      ("2010-M09", "2010-12-01", "2010-12-31", "December 2010"),
      ("2011-M11", "2012-02-01", "2012-02-29", "February 2012"),
    ])
  func days(text: String, first: String, last: String, words: String) throws {
    let span = try Self.span(text)
    #expect(span.text == text)
    #expect(span.firstDay?.description == first)
    #expect(span.lastDay?.description == last)
    #expect(span.words == words)
  }

  @Test(
    "Only the form of a period is one",
    arguments: ["", "2010", "2010-", "2010-Q5", "2010-M13", "10-Q1", "1899-Q1", "2010-Q1-", "-Q1"])
  func malformed(text: String) { #expect(PeriodSpan(text: text) == nil) }

  @Test("MEA-1: two periods are apart, the same, or one lies within the other")
  func nesting() throws {
    let years = try #require(FinancialYear(firstYear: 2010)).following(2)
    let spans = Frequency.allCases.flatMap { $0.spans(in: years) }
    #expect(spans.count == 34)
    for one in spans {
      for other in spans {
        let shared = one.months.clamped(to: other.months).count
        let isWithin = shared == one.months.count || shared == other.months.count
        #expect(shared == 0 || isWithin, "\(one) and \(other)")
        #expect(one.overlaps(other) == (shared > 0 && one != other))
        #expect(one.isAround(other) == (shared == other.months.count && one != other && shared > 0))
      }
    }
    let first = try #require(spans.sorted().first)
    #expect(first.part == .year)
  }

  @Test("MEA-12: the years around a base year, and nothing beyond them")
  func bounds() throws {
    let base = try #require(FinancialYear(text: "2009/10"))
    let bounds = PeriodBounds(around: base)
    for (text, isInside) in [
      ("1998-Year", false), ("1999-M01", true), ("2029-M12", true), ("2030-M01", false),
    ] {
      let problem = bounds.problem(with: try Self.span(text), at: .field("a"))
      #expect((problem == nil) == isInside, "\(text)")
    }
  }
}
