import Testing

@testable import Programme

@Suite("Days and financial years")
struct DayTests {
  @Test(
    "A day is read only when it exists in the calendar and is written in ISO form",
    arguments: [
      ("2010-01-15", "15 January 2010"), ("2008-02-29", "29 February 2008"),
      ("2000-02-29", "29 February 2000"), ("9999-12-31", "31 December 9999"),
    ])
  func reads(text: String, words: String) throws {
    let day = try #require(Day(text: text))
    #expect(day.description == text)
    #expect(day.words == words)
  }

  @Test(
    "What is no day is refused and never moved to the next month",
    arguments: [
      "2010-02-30", "1900-02-29", "2010-13-01", "2010-00-10", "2010-01-00", "2010-1-5",
      "15/01/2010", "2010-01-15T00:00:00", " 2010-01-15", "20１0-01-15", "-010-01-15", "",
    ])
  func refuses(text: String) {
    #expect(Day(text: text) == nil)
  }

  @Test("Days are ordered as in the calendar")
  func ordered() throws {
    let early = try #require(Day(text: "2009-12-31"))
    let late = try #require(Day(text: "2010-01-01"))
    #expect(early < late)
  }

  @Test(
    "A financial year begins in April",
    arguments: [
      ("2010-03-31", "2009/10"), ("2010-04-01", "2010/11"), ("1999-12-31", "1999/00"),
    ])
  func financialYear(day: String, year: String) throws {
    let day = try #require(Day(text: day))
    #expect(FinancialYear.of(day)?.description == year)
  }

  @Test(
    "A financial year whose two years do not follow each other is refused",
    arguments: ["2005/07", "2005/6", "05/06", "2005", "2005/05", "1899/00", "3000/01", "20a5/06"])
  func refusesYear(text: String) {
    #expect(FinancialYear(text: text) == nil)
  }

  @Test("Advancing a financial year beyond its range gives none, and never overflows")
  func advances() throws {
    let year = try #require(FinancialYear(text: "2005-06"))
    #expect(year.advanced(by: 5)?.description == "2010/11")
    #expect(year.advanced(by: .max) == nil)
    #expect(year.advanced(by: .min) == nil)
  }
}
