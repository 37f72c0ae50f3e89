import Testing

@testable import Programme

@Suite("Closing a period, without the database")
struct ClosingTests {
  @Test("APP-11 An open period is submitted, a submitted one closed, a closed one opened again")
  func transitions() {
    let expected: [ClosingState: [ClosingStep: ClosingState]] = [
      .open: [.submit: .submitted],
      .submitted: [.close: .closed, .takeBack: .open, .sendBack: .open],
      .closed: [.reopen: .open],
    ]
    for state in ClosingState.allCases {
      for step in ClosingStep.allCases {
        #expect((try? state.after(step)) == expected[state]?[step], "\(state) \(step)")
      }
    }
  }

  @Test("APP-13 What is recorded as often as a period lasts, or more often, is missed in it")
  func missing() throws {
    let year = try #require(FinancialYear(firstYear: 2010))
    func missing(_ frequency: Frequency, known: [Period], in part: Period) -> [Period] {
      ExpectedSeries(
        benefit: .random(), benefitName: "B001", name: "Money", frequency: frequency,
        known: known.map { PeriodSpan(year, $0) }
      ).missing(in: PeriodSpan(year, part)).map(\.part)
    }
    #expect(missing(.year, known: [], in: .quarter1) == [])
    #expect(missing(.year, known: [], in: .year) == [.year])
    #expect(missing(.month, known: [.month1], in: .quarter1) == [.month2, .month3])
    #expect(missing(.month, known: [.quarter1], in: .quarter1) == [])
    #expect(missing(.month, known: [.year], in: .month7) == [])
    #expect(missing(.year, known: [.quarter1, .quarter2, .quarter3], in: .year) == [.year])
    #expect(
      missing(.year, known: [.quarter1, .quarter2, .quarter3, .quarter4], in: .year) == [])
  }
}
