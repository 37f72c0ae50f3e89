import Calculator
import Testing

@Suite("Exact numbers")
struct ExactTests {
  @Test("Rounding for display is half away from zero")
  func roundsHalfAwayFromZero() throws {
    #expect(try #require(Exact(text: "-0.005")).rounded(places: 2).text == "-0.01")
  }
}
