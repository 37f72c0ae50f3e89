import Calculator
import Programme
import Testing

@testable import Exchange

@Suite("Headings that councils use")
struct HeadingTests {
  @Test(
    "WB-52 A heading is known by the words councils use, without regard to case, spaces and signs",
    arguments: [
      ("Ref", Benefit.Field.reference), ("Benefit ref", .reference), ("benefit_id", .reference),
      ("BENEFIT-ID", .reference), ("Name", .title), ("Benefit title", .title),
      ("Dept", .service), ("Directorate", .service), ("Service area", .service),
      ("Tangible/Intangible", .tangibility), ("Cash releasing / time releasing", .cashability),
      ("Cashable?", .cashability), ("Attribution", .claimShare), ("Attribution %", .claimShare),
      ("attribution_pct", .claimShare), ("Claim percent", .claimShare),
      ("Deadweight (%)", .deadweightShare), ("Salary (£)", .salary), ("Salary p.a.", .salary),
      ("Unit cost before (£)", .unitCostBefore), ("FTEs released", .posts), ("W.T.E.", .posts),
      ("Cash %", .cashShare), ("No. of years", .years), ("Drop-off rate", .dropOffShare),
      ("Ramp-up year 3", .ramp3), ("Year 1 ramp %", .ramp1), ("Lead officer", .owner),
      ("  title\u{A0}", .title), ("Annual saving (£)", .amount), ("Evidence", .evidence),
    ])
  func synonyms(heading: String, field: Benefit.Field) {
    #expect(HeadingTable<Benefit>().field(heading)?.field == field)
  }

  @Test(
    "WB-52 A heading that may mean another unit or thing is not guessed",
    arguments: ["Amount (£k)", "Time before (mins)", "Value", "Notes", "Sponsor", "%", "£", ""])
  func notGuessed(heading: String) {
    #expect(HeadingTable<Benefit>().field(heading) == nil)
  }

  @Test("WB-52 The other sheets have their words too")
  func otherSheets() {
    #expect(HeadingTable<Cost>().field("Item")?.field == .description)
    #expect(HeadingTable<Actual>().field("Fin. Year")?.field == .year)
    #expect(HeadingTable<CriterionRow>().field("Weighting")?.field == .weight)
    #expect(HeadingTable<ChannelCost<Exact>>().field("Cost per contact (£)")?.field == .cost)
    #expect(HeadingTable<Cover>().field("On-costs %")?.field == .onCostShare)
    #expect(HeadingTable<Cover>().field("Discount rate (%)")?.field == .discountRate)
  }

  @Test("WB-54 Of two columns for one field the one that layout 1 names is read, and both are told")
  func twoColumns() {
    var workbook = Workbook()
    workbook.headings = ["Ref", "Directorate", "Title", "Method", "BenefitID", "Department"]
    workbook.rows = [Workbook.row(["X9", "Housing", "First", "Score", "B1", "ICT"])]
    let file = workbook.read()
    let benefit = file.register?.benefits.first
    #expect(benefit?.reference == "B1")
    #expect(benefit?.service == "Housing")
    #expect(benefit?.additional == ["Ref": "X9", "Department": "ICT"])
    let reference = file.problems(.warning, at: "Benefits:1:1").first
    #expect(reference?.message.contains("Benefits:1:5") == true, "\(file.told)")
    #expect(file.problems(.warning, at: "Benefits:1:6").first?.mend.contains("Directorate") == true)
  }

  @Test("WB-55 The heading row is found under titles, dates and empty rows")
  func titlesAbove() {
    var workbook = Workbook()
    workbook.headings = ["Benefits register of West Lothian Council"]
    workbook.rows = [
      Workbook.row(["Reference", "CRM 7"]), "<Row/>", Workbook.row(["Council", "West Lothian"]),
      Workbook.row(["Ref", "Name", "Method", "Amount"]),
      Workbook.row(["B1", "First", "Amount", "5"]),
    ]
    let file = workbook.read()
    #expect(file.register?.benefits.first?.inputs.amount == Exact(5), "\(file.told)")
  }

  @Test("WB-55 Headings that nobody knows are still listed, with samples, for somebody to match")
  func unknownRow() throws {
    var workbook = Workbook()
    workbook.headings = ["Kennung", "Wie heißt es", "Wie gerechnet", "Wieviel"]
    workbook.rows = [
      Workbook.row(["B1", "First", "Amount", "5"]), Workbook.row(["B2", "First", "Amount", "7"]),
    ]
    let file = workbook.read()
    #expect(file.problems.filter { $0.severity == .error }.count == 1)
    let sheet = try #require(file.headings.first)
    #expect(sheet.columns.map(\.heading) == workbook.headings)
    #expect(sheet.columns.map(\.samples) == [["B1", "B2"], ["First"], ["Amount"], ["5", "7"]])
    #expect(sheet.missing.map(\.name) == ["reference", "title", "method"])
    var matches = HeadingMatches()
    for (heading, field) in zip(workbook.headings, ["reference", "title", "method", "amount"]) {
      matches.add(HeadingMatch(sheet: "Benefits", heading: heading, meaning: .field(field)))
    }
    let matched = RegisterFile.read(Array(workbook.text.utf8), matches: matches)
    #expect(matched.register?.benefits.map(\.inputs.amount) == [Exact(5), Exact(7)])
    #expect(matched.headings.first?.columns.allSatisfy { $0.isMatched } == true)
  }

  @Test("WB-55 While a needed column is not found, rows of other sheets are no second problem")
  func noSecondProblem() {
    var workbook = Workbook()
    workbook.headings[0] = "Our code"
    workbook.sheets = Workbook.sheet(
      "Actuals",
      [Workbook.row(["BenefitID", "FY", "Value"]), Workbook.row(["B1", "2010/11", "5"])])
    let errors = workbook.read().problems.filter { $0.severity == .error }
    #expect(errors.map(\.expected) == ["a column BenefitID"])
  }

  @Test("WB-55 No more columns are offered for matching than a form has fields; all are kept")
  func manyColumns() throws {
    var workbook = Workbook()
    let extra = (1...120).map { "Extra \($0)" } + [String(repeating: "long ", count: 60)]
    workbook.headings = ["BenefitID", "Title", "Method"] + extra
    workbook.rows = [Workbook.row(["B1", "First", "Score"] + extra.map { _ in "x" })]
    let file = workbook.read()
    #expect(file.headings.first?.columns.count == SheetHeadings.columnLimit)
    #expect(file.register?.benefits.first?.additional.count == 121)
  }

  @Test("WB-56 A column without a heading is kept under its number, and told once")
  func noHeading() {
    var workbook = Workbook()
    workbook.rows = [
      Workbook.row(["B1", "First", "Score", "", "", "", "", "", "aside"]),
      Workbook.row(["B2", "Second", "Score", "", "", "", "", "", "another"]),
    ]
    let file = workbook.read()
    #expect(
      file.register?.benefits.map(\.additional) == [
        ["Column 9": "aside"], ["Column 9": "another"],
      ])
    #expect(file.problems.count { $0.placeText == "Benefits:1:9" } == 1)
  }

  @Test("WB-57 What a council said of a heading holds before what we think")
  func matches() {
    var workbook = Workbook()
    workbook.headings = ["Ref", "Name", "Method", "Amount", "Our code", "Sponsor", "Secret"]
    workbook.rows = [Workbook.row(["old", "ICT", "Amount", "5", "B1", "First", "x"])]
    let said = [
      ("our  CODE", HeadingMatch.Meaning.field("reference")), ("Sponsor", .field("title")),
      ("Name", .field("owner")), ("ref", .keep), ("secret", .leaveOut),
      ("Nowhere", .field("volume")), ("Method", .field("no such field")),
    ]
    let matches = HeadingMatches(
      said.map { HeadingMatch(sheet: "Benefits", heading: $0.0, meaning: $0.1) })
    let file = RegisterFile.read(Array(workbook.text.utf8), matches: matches)
    #expect(file.register == nil, "a match of a field that is no more keeps the column")
    var without = matches
    without.add(HeadingMatch(sheet: "Benefits", heading: "Method", meaning: .field("method")))
    let read = RegisterFile.read(Array(workbook.text.utf8), matches: without)
    let benefit = read.register?.benefits.first
    #expect(benefit?.reference == "B1" && benefit?.title == "First" && benefit?.owner == "ICT")
    #expect(benefit?.additional == ["Ref": "old"], "\(read.told)")
    #expect(read.problems(.note, at: "Benefits:1:5").isEmpty, "nothing is wrong with it")
    #expect(
      HeadingMatches(
        [said.map { $0.0 }[0]].map {
          HeadingMatch(sheet: "Costs", heading: $0, meaning: .keep)
        }
      ).meaning(of: "Our code", in: "Benefits") == nil)
  }

  @Test(
    "WB-58 A heading that is nearly the name of a field suggests it, and is not taken for it",
    arguments: [
      ("Catagory", "category"), ("Stakehoders", "stakeholders"), ("Desciption", "description"),
      ("Owner of the benefit", "owner"), ("Hours spent before", "hoursBefore"),
      ("Yearly volume", "volume"), ("Cost of unit after", "unitCostAfter"),
      ("Budget line affected", "budgetLine"), ("Sponsor", nil), ("Xyzzy", nil), ("Q", nil),
      ("Volume (000s)", nil), ("Hours before (mins)", nil), ("Amounts £k", nil),
    ])
  func suggestions(heading: String, field: String?) throws {
    var workbook = Workbook()
    workbook.headings = ["BenefitID", "Title", "Method", heading]
    workbook.rows = [Workbook.row(["B1", "First", "Score", "x"])]
    let file = workbook.read()
    let column = try #require(file.headings.first?.columns.first)
    #expect(column.suggestion == field)
    #expect(column.meaning == .keep && !column.isMatched)
    #expect(file.register?.benefits.first?.additional == [heading: "x"])
  }

  @Test("WB-58 The distance of two words is the letters changed, added, removed or swapped")
  func distances() {
    let pairs = [("", "abc", 3), ("kitten", "sitting", 3), ("ab", "ba", 1), ("same", "same", 0)]
    for (left, right, distance) in pairs {
      #expect(EditDistance.between(Array(left.utf8), Array(right.utf8)) == distance)
    }
  }

  @Test("WB-21 Additional columns come back from a written workbook as they were")
  func additionalReturns() throws {
    var workbook = Workbook()
    workbook.headings = [
      "BenefitID", "Title", "Method", "Sponsor", "Directorate", "Service", "Sponsor", "", "Old ref",
    ]
    workbook.rows = [
      Workbook.row(["B1", "First", "Score", "A and B", "Housing", "ICT", "=1+1", "aside", "1.50"]),
      Workbook.row(["B2", "Second", "Score", "", "", "", "", "", "#REF!"]),
    ]
    let register = try #require(workbook.read().register)
    #expect(register.benefits.first?.additional.count == 5)
    let written = WorkbookWriter.write(register, figures: calculate(register.appraisal()))
    let back = try #require(RegisterFile.read(written.bytes).register)
    #expect(back.benefits == register.benefits)
  }
}
