import Calculator
import Foundation
import Programme
import Testing

@testable import Exchange

@Suite("A register as Concordat XML")
struct ConcordatXMLTests {
  private func write(_ register: Register, withResults: Bool = true) throws -> [UInt8] {
    try ConcordatXML.write(
      register, figures: withResults ? calculate(register.appraisal()) : nil)
  }

  @Test("XML-1 Export, import and export again give the same bytes, whatever the texts hold")
  func roundTrip() throws {
    for seed in 1...60 {
      var generator = GeneratedRegister(seed: UInt64(seed))
      let register = generator.register(benefits: 20)
      let bytes = try write(register)
      let file = RegisterFile.read(bytes)
      #expect(file.kind == .concordatXML)
      let back = try #require(file.register, "seed \(seed): \(file.told)")
      #expect(back == register, "seed \(seed)")
      #expect(try write(back) == bytes, "seed \(seed)")
    }
  }

  @Test("XML-9 Measures with their values, forecasts of periods and reasons come back as they were")
  func measures() throws {
    for seed in 1...40 {
      var generator = GeneratedRegister(seed: UInt64(seed))
      let register = generator.measured(benefits: 12)
      let bytes = try write(register)
      let file = RegisterFile.read(bytes)
      let back = try #require(file.register, "seed \(seed): \(file.told)")
      #expect(back == register, "seed \(seed)")
      #expect(try write(back) == bytes, "seed \(seed)")
      let json = RegisterJSON.write(register)
      let read = try #require(RegisterJSON.read(Array(json.utf8)).value, "seed \(seed)")
      #expect(read.register.measures == register.measures, "seed \(seed)")
      #expect(read.register.forecasts == register.forecasts, "seed \(seed)")
    }
  }

  @Test("XML-9 What contradicts itself among measures and periods is told where it stands")
  func contradictingMeasures() throws {
    var register = try Sample.twoExamples.register()
    let reference = register.benefits[0].reference
    let span = try #require(PeriodSpan(text: "2010-Q1"))
    let month = try #require(PeriodSpan(text: "2010-M02"))
    var measure = Measure(
      name: "Calls", unit: "calls", kind: .cumulative, direction: .down, frequency: .month)
    measure.source = "Call log"
    var (one, inside) = (PeriodValue(span), PeriodValue(month))
    (one.actual, inside.actual) = (Exact(-5), Exact(2))
    register.measures = [
      MeasureSeries(benefitReference: reference, measure: measure, values: [one, inside]),
      MeasureSeries(benefitReference: reference, measure: measure),
      MeasureSeries(benefitReference: "B999", measure: measure),
    ]
    register.forecasts = [
      PeriodForecast(
        benefitReference: reference, span: span, forecast: nil, noDataBecause: "No count")
    ]
    register.actuals = [
      Actual(
        benefitReference: reference, year: span.year, period: span.part, value: .one,
        evidence: "", maturity: .final)
    ]
    let file = RegisterFile.read(try write(register))
    #expect(file.register == nil)
    let told = Set(
      file.problems.filter { $0.severity == .error }.map { "\($0.subject) \($0.found)" })
    #expect(
      told == [
        "Values of \(reference) Calls -5", "Values of \(reference) Calls May 2010",
        "Measures \(reference) Calls", "Measures B999", "Forecasts \(reference) 2010/11 Q1",
      ], "\(told)")
    let places = file.problems.filter { $0.severity == .error && $0.place != .file }
    #expect(places.count == 3, "\(file.told)")
  }

  @Test("XML-1 Both samples and a synthetic council come back as they were", arguments: [0, 1, 2])
  func samples(number: Int) throws {
    var synthetic = SyntheticRegister(seed: 2_005)
    let register = try [
      Sample.twoExamples.register(), Sample.westLothian.register(),
      synthetic.register(council: "Moray Council", benefitCount: 90),
    ][number]
    let bytes = try write(register)
    let back = try #require(RegisterFile.read(bytes).register)
    #expect(RegisterDifference(from: register, to: back).isEmpty)
    #expect(try write(back) == bytes)
  }

  @Test("XML-1 Carriage returns, tabs, marks of markup and amounts with every place are kept")
  func nasty() throws {
    var register = try Sample.twoExamples.register()
    let nasty = "a\r\nb\tc & <d> \"e\" 'f' ]]> &#38; &amp; \u{2028} é e\u{301} 🏴"
    register.benefits[0].description = nasty
    register.benefits[0].additional = [nasty: nasty, "x": "  spaces  ", "a&b": ""]
    register.benefits[0].reference = "B&1<\""
    register.benefits[1].inputs.amount = Exact(text: "-999999999999.123456789012345678")
    register.benefits[2].inputs.claimShare = Exact(text: "0.000000000000000001")
    register.actuals = []
    let bytes = try write(register)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("a&#13;&#10;b&#9;c &amp; &lt;d&gt;"))
    let file = RegisterFile.read(bytes)
    #expect(file.register == register, "\(file.told)")
    #expect(
      FigureComparison(file.carried, with: calculate(register.appraisal())).differences.isEmpty)
  }

  @Test("XML-1 Texts of any characters come back scalar for scalar")
  func anyText() throws {
    var random = SplitMix(seed: 1_932)
    var register = Register()
    for number in 0..<200 {
      let scalars = (0..<random.below(40)).compactMap { _ -> Unicode.Scalar? in
        let scalar = Unicode.Scalar(UInt32(random.below(random.pick([0x80, 0x800, 0x11_0000]))))
        return scalar.flatMap { TrimmedText.isControl($0) ? nil : $0 }
      }
      let text = String(String.UnicodeScalarView(scalars))
      var benefit = Benefit(
        reference: "B\(number)", title: "T", council: "", inputs: Inputs(method: .score))
      benefit.description = TrimmedText.of(text)
      benefit.additional = ["A" + text: text]
      register.benefits.append(benefit)
    }
    let bytes = try write(register)
    let file = RegisterFile.read(bytes)
    let back = try #require(file.register, "\(file.told.prefix(3))")
    for (own, other) in zip(register.benefits, back.benefits) {
      #expect(own.description.unicodeScalars.elementsEqual(other.description.unicodeScalars))
      #expect(own.additional == other.additional)
    }
    #expect(try write(back) == bytes)
  }

  @Test("XML-2 Nothing of the export itself is in the file, and results may be left out")
  func plain() throws {
    let register = try Sample.westLothian.register()
    let bytes = try write(register, withResults: false)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(!text.contains("<results"))
    #expect(text.contains("<date>\(try #require(register.cover.date))</date>"))
    let year = Calendar(identifier: .gregorian).component(.year, from: Date())
    #expect(!text.contains("\(year)-"))
    #expect(RegisterFile.read(bytes).register == register)
  }

  @Test("XML-3 An amount says at which prices it stands, and one at other prices is refused")
  func prices() throws {
    let register = try Sample.twoExamples.register()
    let text = String(decoding: try write(register, withResults: false), as: UTF8.self)
    let year = try #require(register.cover.baseYear)
    let mark = "basis=\"real\" priceYear=\"\(year)\""
    #expect(text.contains("<salary \(mark)>"))
    #expect(text.contains("<amount \(mark)>"))
    for other in ["basis=\"nominal\"", "basis=\"real\" priceYear=\"1999/00\""] {
      let changed = text.replacing("<salary \(mark)>", with: "<salary \(other)>")
      let file = RegisterFile.read(Array(changed.utf8))
      #expect(file.register == nil)
      let problem = try #require(file.problems.first { $0.severity == .error })
      #expect(problem.expected.contains("real, \(year)"))
      #expect(place(of: "<salary \(other)>", in: changed) == problem.place)
    }
  }

  /// Line and column of the end of a text that stands once, worked out by hand.
  private func place(of mark: String, in text: String) -> Problem.Place? {
    guard let range = text.range(of: mark) else { return nil }
    let before = text[..<range.upperBound].split(separator: "\n", omittingEmptySubsequences: false)
    return .text(line: before.count, column: before.last?.utf8.count ?? 0)
  }

  @Test("XML-4 Results are compared with our own, never read, and a changed register is told")
  func results() throws {
    let register = try Sample.twoExamples.register()
    let figures = calculate(register.appraisal())
    let text = String(decoding: try write(register), as: UTF8.self)
    let file = RegisterFile.read(Array(text.utf8))
    #expect(file.carried.cells.count > 40)
    #expect(FigureComparison(file.carried, with: figures).differences.isEmpty)
    #expect(!file.problems.contains { $0.subject == "Results" })

    let gross = "name=\"gross\" benefit=\"\(register.benefits[1].reference)\">5328<"
    let wrong = RegisterFile.read(
      Array(text.replacing(gross, with: gross.dropLast(5) + "5327<").utf8))
    #expect(wrong.register == register)
    let differences = FigureComparison(wrong.carried, with: figures).differences
    #expect(differences.map(\.carried) == ["5327"] && differences.map(\.recomputed) == ["5328"])

    let changed = RegisterFile.read(Array(text.replacing(">18000<", with: ">18001<").utf8))
    #expect(changed.register != nil)
    #expect(changed.problems.contains { $0.subject == "Results" && $0.severity == .warning })
  }

  @Test("XML-5 Councils carry their official codes where they are known")
  func codes() throws {
    let register = try Sample.westLothian.register()
    let code = try #require(CouncilCode(text: "S12000040"))
    let name = try #require(register.benefits.first?.council)
    let bytes = try ConcordatXML.write(register, figures: nil, codes: [name: code])
    let file = RegisterFile.read(bytes)
    #expect(file.councilCodes == [name: code])
    #expect(
      try ConcordatXML.write(
        #require(file.register), figures: nil, codes: file.councilCodes) == bytes)
  }
}
