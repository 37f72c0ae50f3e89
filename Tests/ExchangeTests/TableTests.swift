import Calculator
import Programme
import Testing

@testable import Exchange

@Suite("Tables that are handed out")
struct TableTests {
  @Test(
    "WB-50 A text that could act as a formula is neutralised, whatever stands in front of it",
    arguments: [
      ("=1+1", "'=1+1"), ("+44", "'+44"), ("-5", "'-5"), ("@x", "'@x"), (" =1", "' =1"),
      ("\u{A0}=1", "'\u{A0}=1"), ("\u{FEFF}=1", "'\u{FEFF}=1"), ("＝1", "'＝1"), ("＋1", "'＋1"),
      ("－1", "'－1"), ("＠1", "'＠1"), ("=\u{301}1", "'=\u{301}1"), ("\tx", "'\tx"),
      ("\rx", "'\rx"), ("a=b", "a=b"), ("plain", "plain"), ("", ""), ("(-5)", "(-5)"),
    ])
  func neutralised(text: String, expected: String) {
    #expect(CSVText.neutralised(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test("WB-51 Numbers stay numbers, money has pence, what must be is quoted")
  func fields() throws {
    let table = Table(
      headings: ["a,b", "n"],
      rows: [
        [.text("say \"hi\"\r\n"), .number(-Exact(5))],
        [.money(try #require(Exact(text: "-1234.565"))), .blank],
        [.day(try #require(Day(text: "2010-01-15"))), .money(.notFinite)],
      ])
    let text = String(
      decoding: TableWriter.write(table, as: .csv(byteOrderMark: false)), as: UTF8.self)
    #expect(
      text == "\"a,b\",n\r\n\"say \"\"hi\"\"\r\n\",-5\r\n-1234.57,\r\n2010-01-15,\r\n")
    #expect(
      TableWriter.write(table, as: .csv(byteOrderMark: true)).starts(with: [0xEF, 0xBB, 0xBF]))
  }

  @Test("WB-71 The figures end with every result of both views, or why there is none")
  func results() throws {
    var register = try Sample.twoExamples.register()
    let table = CalculationTable.table(figures: calculate(register.appraisal()))
    #expect(table.rows.allSatisfy { $0.count == table.headings.count })
    let cash = calculate(register.appraisal()).cash
    let results = table.rows.suffix(2 * Worth.allCases.count)
    #expect(results.first == pair("Cash view: present value of benefits, £", cash.pvBenefits))
    #expect(results.contains(pair("Cash view: net present value, £", cash.npv)))
    register.costs = []
    let free = CalculationTable.table(figures: calculate(register.appraisal()))
    #expect(
      free.rows.contains {
        $0.first == .text("Whole view: benefit-cost ratio, £ for each £")
          && $0.last
            == .text("undefined, because the present value of the costs is not above 0")
      })
  }

  /// A row of a result, blank between its label and its value.
  private func pair(_ label: String, _ value: Exact) -> [TableCell] {
    [.text(label)] + [TableCell](repeating: .blank, count: 7) + [.number(value)]
  }

  @Test("WB-51 A register is one row a benefit, its figures beside its inputs")
  func register() throws {
    let register = try Sample.twoExamples.register()
    let table = RegisterCSV.table(register, figures: calculate(register.appraisal()))
    #expect(table.rows.count == 4)
    #expect(table.rows.allSatisfy { $0.count == table.headings.count })
    let gross = try #require(table.headings.firstIndex(of: "Gross"))
    #expect(table.rows[1][gross] == .money(Exact(5_328)))
    #expect(table.rows[2][gross] == .blank)
  }
}
