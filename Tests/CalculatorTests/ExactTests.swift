import Calculator
import Testing

@Suite("Exact numbers")
struct ExactTests {
  @Test(
    "CALC-1: a number is an XML Schema decimal or double, read to the last digit",
    arguments: [
      ("0", "0"), ("-0", "0"), ("+7", "7"), ("007", "7"), ("7.", "7"), (".5", "0.5"),
      ("-12.50", "-12.5"), ("1583.6", "1583.6"), ("1e3", "1000"), ("1.25E+2", "125"),
      ("5e-1", "0.5"), ("0.000000000000000001", "0.000000000000000001"),
      ("170141183460469231731.687303715884105727", "170141183460469231731.687303715884105727"),
      // More than the 18 places: half to even.
      ("0.0000000000000000005", "0"), ("0.0000000000000000015", "0.000000000000000002"),
      ("0.00000000000000000051", "0.000000000000000001"), ("1e-40", "0"), ("0e9999", "0"),
      // A double's 17 digits mean 15; a decimal's digits are all meant.
      ("3.5000000000000003E-2", "0.035"), ("6.9999999999999996E-1", "0.7"),
      ("9.999999999999999999E2", "1000"), ("0.30000000000000004", "0.30000000000000004"),
      ("1.23456789012345E2", "123.456789012345"),
    ])
  func reads(text: String, plain: String) throws {
    #expect(Exact(text: text)?.text == plain)
    let double = try #require(Double(text: text))
    let expected = try #require(Double(plain))
    #expect(agree(double, expected))
  }

  @Test(
    "CALC-1: anything else is refused, never read as 12, 1, 0 or infinity",
    arguments: [
      "12abc", "1,234.50", "", " ", " 12", "12 ", "1e400", "-1e400", "NaN", "INF", "-INF", "inf",
      "nan", "infinity", ".", "-", "+", "e5", "1e", "1e+", "1e5.5", "1.2.3", "--1", "+-1", "1-",
      "£5", "5%", "0x10", "0x1p3", "1_000", "１２", "٣", "1\u{0}", "1\n", "½", "1 000", "1e99999",
      "1e-99999", "TRUE", String(repeating: "1", count: 65),
    ])
  func refuses(text: String) {
    #expect(Exact(text: text) == nil)
    #expect(Double(text: text) == nil)
  }

  @Test(
    "CALC-2: sums are exact; products and quotients round half to even at the 18th place",
    arguments: [
      ("0.1", "+", "0.2", "0.3"), ("1", "-", "0.000000000000000001", "0.999999999999999999"),
      ("1.1", "*", "1.1", "1.21"), ("-3", "*", "0.5", "-1.5"),
      ("0.000000000000000001", "*", "0.5", "0"),
      ("0.000000000000000003", "*", "0.5", "0.000000000000000002"),
      ("-0.000000000000000003", "*", "0.5", "-0.000000000000000002"),
      ("0.000000000000000001", "*", "0.51", "0.000000000000000001"),
      ("1", "/", "3", "0.333333333333333333"), ("2", "/", "3", "0.666666666666666667"),
      ("-2", "/", "3", "-0.666666666666666667"), ("1", "/", "8", "0.125"),
      ("10000000000", "*", "10000000000", "100000000000000000000"),
      ("123456789012345678.9", "/", "123456789012345678.9", "1"),
      ("0.000000000000000005", "/", "10", "0"),
      ("0.000000000000000015", "/", "10", "0.000000000000000002"),
    ])
  func calculates(left: String, sign: String, right: String, result: String) throws {
    let left: Exact = try #require(Exact(text: left))
    let right: Exact = try #require(Exact(text: right))
    switch sign {
    case "+": #expect((left + right).text == result)
    case "-": #expect((left - right).text == result)
    case "*": #expect((left * right).text == result)
    default: #expect((left / right).text == result)
    }
  }

  @Test("CALC-2: what overflows or is divided by zero is not finite, and stays so")
  func notFiniteStays() throws {
    let largest: Exact = try #require(Exact(text: "170141183460469231731.687303715884105727"))
    let large: Exact = try #require(Exact(text: "1e19"))
    let absent: [Exact] = [
      largest + largest, -largest - largest, largest * Exact(2), large * large, large * -large,
      Exact(1) / 0, Exact(0) / 0, large / Exact.one.power(-1) / 0, Exact(10).power(21),
      Exact(Int.max) * Exact(Int.max), Exact(Int.min) * Exact(Int.min), Exact(-1).squareRoot,
      largest / 0.5, largest + 0.000000000000000001, -largest - 0.000000000000000001,
      Exact(Double.nan), Exact(Double.infinity), Exact(1e300),
    ]
    for value in absent {
      #expect(!value.isFinite)
      #expect(value == .notFinite)
      #expect(value.text == "not finite")
      #expect(value.double.isNaN)
      for later in [
        value + 1, 1 - value, value * 0, 0 / value, -value, value.magnitude, value.squareRoot,
      ] {
        #expect(!later.isFinite)
      }
    }
    #expect([2, Exact.notFinite, -3, 0].sorted() == [Exact.notFinite, -3, 0, 2])
    #expect((largest - 1 + 1) == largest && (-largest).isFinite)
  }

  @Test(
    "CALC-2: a power is repeated multiplication, a negative one the reciprocal",
    arguments: [
      ("2", 10, "1024"), ("1.035", 2, "1.071225"), ("0.5", 3, "0.125"), ("2", -2, "0.25"),
      ("0", 0, "1"), ("1", Int.max, "1"), ("1", Int.min, "1"), ("0.5", Int.max, "0"),
      ("-1", 3, "-1"), ("2", Int.max, "not finite"), ("0", -1, "not finite"),
    ])
  func powers(base: String, exponent: Int, result: String) {
    #expect(Exact(text: base)?.power(exponent).text == result)
  }

  @Test("Square roots are good to the last places")
  func squareRoots() {
    #expect(Exact(4).squareRoot == 2)
    #expect(Exact(2).squareRoot.text == "1.414213562373095049")
    #expect(Exact(0).squareRoot == 0)
    let large = Exact(Int.max).squareRoot
    #expect((large * large - Exact(Int.max)).magnitude < 1)
  }

  @Test(
    "CALC-3: shown figures round half away from zero",
    arguments: [
      ("0.005", 2, "0.01"), ("-0.005", 2, "-0.01"), ("2.675", 2, "2.68"), ("1.005", 2, "1.01"),
      ("-2.5", 0, "-3"), ("2.499999999999999999", 0, "2"), ("0.00005", 4, "0.0001"),
      ("1.5", 18, "1.5"), ("1.5", -3, "2"), ("1", 99, "1"),
      ("170141183460469231731.6", 0, "not finite"),
      ("170141183460469231731.4", 0, "170141183460469231731"),
    ])
  func rounds(text: String, places: Int, result: String) {
    #expect(Exact(text: text)?.rounded(places: places).text == result)
  }

  @Test("CALC-3: money shows two places, factors four, and a minus sign is a minus sign")
  func shows() {
    #expect(Shown.money(Exact(1_234_567)) == "£1,234,567.00")
    #expect(Shown.money(Exact(-1) / 200) == "−£0.01")
    #expect(Shown.money(Exact(-1) / 250) == "£0.00")
    #expect(Shown.money(2.675) == "£2.68")
    #expect(Shown.money(999.995 as Exact) == "£1,000.00")
    #expect(Shown.pounds(1_234.5 as Exact) == "£1,235")
    #expect(Shown.factor(1 / 1.035) == "0.9662")
    #expect(Shown.percentage(0.035) == "3.5 %")
    #expect(Shown.percentage(Exact(1) / 3, places: 0) == "33 %")
    #expect(Shown.quantity(1_583.6 as Exact) == "1,583.6")
    #expect(Shown.decimal(2.5 as Exact, places: -1) == "3")
    #expect(Shown.decimal(2.5 as Exact, places: 99) == "2.500000000000000000")
    #expect(Shown.money(Exact.notFinite) == "too large")
    #expect(Shown.money(Double.nan) == "too large")
    #expect(Shown.money(1e200) == "too large")
  }
}
