import Testing

@testable import Exchange

@Suite("Formulas in the notation of Excel workbooks")
struct A1FormulaTests {
  @Test(
    "OUT-4 A reference in R1C1 notation becomes the same cell in A1 notation",
    arguments: [
      ("=RC13", "=$M5"), ("=R3C-R2C", "=C$3-C$2"), ("=R1C1:R10C702", "=$A$1:$ZZ$10"),
      ("=R[-1]C[2]*1.5", "=E4*1.5"), ("=RC", "=C5"), ("=R[1]C[-2]", "=A6"),
      ("=Costs!R2C4:R9C4", "=Costs!$D$2:$D$9"), ("='My RC1'!R1C1", "='My RC1'!$A$1"),
      ("='It''s R1C1'!RC", "='It''s R1C1'!C5"),
      ("=SUMIF(Benefits!R2C10:R9C10,RC1,R2C)", "=SUMIF(Benefits!$J$2:$J$9,$A5,C$2)"),
      ("=\"R1C1\"&\"say \"\"RC\"\"\"", "=\"R1C1\"&\"say \"\"RC\"\"\""),
      (
        "=ROUND(RC1,2)+RC_Name+XR1C1+R1C1X+R+C+RC1(2)",
        "=ROUND($A5,2)+RC_Name+XR1C1+R1C1X+R+C+RC1(2)"
      ),
      ("=DiscountRate^R1C", "=DiscountRate^C$1"), ("=R1048576C16384", "=$XFD$1048576"),
      ("=COUNT(RC14,RC17)=2", "=COUNT($N5,$Q5)=2"), ("=\"open", "=\"open"), ("=R[x]C1", "=R[x]C1"),
      ("=-R2C2:R2C7%", "=-$B$2:$G$2%"), ("", ""),
    ])
  func translated(formula: String, expected: String) {
    #expect(A1Formula.translated(formula, at: XLSXPlace(row: 4, column: 2)) == expected)
  }

  @Test(
    "OUT-4 Columns have letters",
    arguments: [
      (0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA"),
      (16_383, "XFD"),
    ])
  func letters(column: Int, expected: String) { #expect(A1Formula.letters(column) == expected) }
}
