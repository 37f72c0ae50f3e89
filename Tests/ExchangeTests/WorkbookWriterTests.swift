import Calculator
import Programme
import Testing

@testable import Exchange

@Suite("A register written as a workbook")
struct WorkbookWriterTests {
  private func roundTrip(_ register: Register) throws -> (Register, ImportedFile, [UInt8]) {
    let written = WorkbookWriter.write(register, figures: calculate(register.appraisal()))
    let file = RegisterFile.read(written.bytes)
    let back = try #require(file.register, "\(file.told)")
    return (back, file, written.bytes)
  }

  @Test("WB-40 What was written is read back as the same register, and written again the same")
  func generated() throws {
    for seed in 1...40 {
      var generator = GeneratedRegister(seed: UInt64(seed))
      let register = generator.register(benefits: 25)
      let (back, _, bytes) = try roundTrip(register)
      #expect(back.cover == register.cover && back.costs == register.costs)
      #expect(back.actuals == register.actuals && back.channelCosts == register.channelCosts)
      for (read, benefit) in zip(back.benefits, register.benefits) where read != benefit {
        Testing.Issue.record("seed \(seed): \(read.allChanges(since: benefit)) \(read.additional)")
        return
      }
      #expect(back == register)
      let again = WorkbookWriter.write(back, figures: calculate(back.appraisal()))
      #expect(again.bytes == bytes)
    }
  }

  @Test("WB-40 Both samples come back as they were", arguments: Sample.allCases)
  func samples(sample: Sample) throws {
    let register = try sample.register()
    #expect(try roundTrip(register).0 == register)
  }

  @Test("WB-41 The figures in the file are the engine's", arguments: Sample.allCases)
  func cached(sample: Sample) throws {
    let register = try sample.register()
    let (_, file, _) = try roundTrip(register)
    let comparison = FigureComparison(
      file.carried, with: calculate(register.appraisal()))
    #expect(comparison.differences.isEmpty)
    #expect(comparison.comparedCount > 40 + 8 * register.benefits.count)
  }

  @Test("WB-70 The views are named, and reading our own sheet tells and changes nothing")
  func views() throws {
    let register = try Sample.westLothian.register()
    let (back, file, bytes) = try roundTrip(register)
    let text = String(decoding: bytes, as: UTF8.self)
    for words in ["Whole view: ", "Cash view: ", "By label: whole benefits, value to others"] {
      #expect(text.contains(">\(words)"))
    }
    #expect(RegisterDifference(from: register, to: back).rows.isEmpty)
    #expect(!file.problems.contains { $0.found == "CashView" })
  }

  @Test("WB-42 What layout 1 has no place for is said")
  func notCarried() throws {
    var register = try Sample.twoExamples.register()
    let plain = WorkbookWriter.write(register, figures: calculate(register.appraisal()))
    #expect(plain.notCarried.count == 1)
    register.benefits[0].budgetLine = "4711"
    register.benefits[1].inputs.ramp.append(.one)
    let figures = calculate(register.appraisal(convention: .midYear, schedule: .health))
    let more = WorkbookWriter.write(register, figures: figures).notCarried
    #expect(more.count == 4)
    #expect(more.contains { $0.contains("BudgetLine") })
  }

  @Test("WB-43 Text that looks like a formula is text, and no cell but ours has a formula")
  func formulas() throws {
    var register = try Sample.twoExamples.register()
    register.benefits[0].title = "=HYPERLINK(\"http://x\")"
    let text = String(
      decoding: WorkbookWriter.write(register, figures: calculate(register.appraisal())).bytes,
      as: UTF8.self)
    #expect(
      text.contains("<Data ss:Type=\"String\">=HYPERLINK(&quot;http://x&quot;)</Data>"))
    #expect(!text.contains("Formula=\"=HYPERLINK"))
  }
}
