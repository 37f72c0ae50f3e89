import Calculator
import Testing

@testable import Programme

@Suite("Numbers as people type them")
struct NumberTextTests {
  @Test(
    "A number may carry a pound sign and well-placed thousands separators",
    arguments: [
      ("1234.5", "1234.5"), ("£1,234.50", "1234.5"), ("-£1,234,567", "-1234567"), ("0", "0"),
      (" 12 ", "12"), ("\u{A0}12\u{A0}", "12"), (".5", "0.5"), ("1,234", "1234"),
    ])
  func reads(text: String, value: String) throws {
    #expect(NumberText.read(text)?.text == value)
  }

  @Test(
    "What is not wholly a number is refused, never half read",
    arguments: [
      "12abc", "1,23", "12,34.5", "1,2345", ",123", "1.2.3", "", "-", "£", "NaN", "inf",
      "1e400", "0x10", "１２", "12\u{301}", "1 234", "--1", "1,234,56", "1,234.5,6",
    ])
  func refuses(text: String) {
    #expect(NumberText.read(text) == nil)
  }

  @Test(
    "A percentage is a fraction, where one is allowed",
    arguments: [("10%", "0.1"), ("3.5 %", "0.035"), ("0.1", "0.1"), ("100%", "1")])
  func percent(text: String, value: String) {
    #expect(NumberText.read(text, allowsPercent: true)?.text == value)
    if text.hasSuffix("%") { #expect(NumberText.read(text) == nil) }
  }

  @Test(
    "A whole number is digits, with a fraction of zeros at most",
    arguments: [
      ("5", 5), ("5.0", 5), (" 12 ", 12), ("-3", -3), ("5.5", nil), ("+5", nil), ("5.", nil),
      ("99999999999999999999", nil), ("1,000", nil),
    ] as [(String, Int?)])
  func whole(text: String, value: Int?) {
    #expect(NumberText.whole(text) == value)
  }
}
