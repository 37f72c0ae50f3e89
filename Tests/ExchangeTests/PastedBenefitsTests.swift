import Programme
import Testing

@testable import Exchange

@Suite("Rows pasted from a spreadsheet")
struct PastedBenefitsTests {
  @Test(
    "REC-4 Cells are parted as spreadsheets part them",
    arguments: [
      ("a\tb\nc\td", [["a", "b"], ["c", "d"]]), ("a\tb\r\nc\r\n", [["a", "b"], ["c"]]),
      ("a\rb", [["a"], ["b"]]), ("\ta\t", [["", "a", ""]]), ("", []),
      ("\"two\nlines\"\tb", [["two\nlines", "b"]]), ("\"a\tb\"", [["a\tb"]]),
      ("\"say \"\"yes\"\"\"\tb", [["say \"yes\"", "b"]]),
      ("\"open\tb", [["\"open", "b"]]), ("\"a\"b\tc", [["\"a\"b", "c"]]),
      ("5\" pipe\tb", [["5\" pipe", "b"]]),
    ])
  func cells(_ text: String, _ expected: [[String]]) {
    #expect(PastedCells.read(text) == expected)
  }

  @Test(
    "REC-4 The columns are those of the headings, in the words of many councils",
    arguments: [
      ("Title\tMethod\tAnnual saving", [Benefit.Field.title, .method, .amount]),
      ("benefit name\tDirectorate\tLead officer\n", [.title, .service, .owner]),
      ("Title\tTitle\tCouncil\tVolume", [.title, .volume]),
      ("Our word\tTitle\tFTE", [.service, .title, .posts]),
    ])
  func headings(_ text: String, _ columns: [Benefit.Field]) {
    let match = HeadingMatch(sheet: "Benefits", heading: "Our word", meaning: .field("service"))
    let pasted = PastedBenefits(text, matches: HeadingMatches([match]))
    #expect(pasted.columns == columns)
    #expect(pasted.rows.isEmpty)
    #expect(pasted.problems.isEmpty)
  }

  @Test("REC-4 Without headings the columns have a fixed order; what nobody knows is told")
  func noHeadings() {
    let plain = PastedBenefits("Fewer calls\tWaste\t\tCashable\t1,200\tHead of ICT")
    #expect(plain.columns == PastedBenefits.usualColumns)
    #expect(plain.rows.first?[.amount] == "1,200")
    let wide = PastedBenefits("a\tb\tc\td\te\tf\tg")
    #expect(wide.problems.map(\.subject) == ["Columns"])
    let unknown = PastedBenefits("Title\tVolume\tShoe size\nFewer calls\t5\t42")
    #expect(unknown.unknownHeadings == ["Shoe size"])
    #expect(unknown.rows == [[.title: "Fewer calls", .volume: "5"]])
  }

  @Test("REC-4 Days are read as they are written here, and blank rows are left out")
  func days() {
    let pasted = PastedBenefits("Title\tNext review\n\t\nA\t31/03/2011\nB\tsoon\n\n")
    #expect(pasted.rows.map { $0[.nextReview] } == ["2011-03-31", "soon"])
  }

  @Test("REC-5 More than 200 rows are refused with their number")
  func excess() {
    let rows = (1...201).map { "Benefit \($0)\t5" }.joined(separator: "\n")
    #expect(PastedBenefits("Title\tVolume\n" + rows).problems.first?.found == "201 rows")
    let fewer = (1...200).map { "Benefit \($0)\t5" }.joined(separator: "\n")
    #expect(PastedBenefits("Title\tVolume\n" + fewer).problems.isEmpty)
  }
}
