import Calculator
import Programme
import Testing

@Suite("Measures and their values")
struct MeasureTests {
  static let typed: [Measure.Field: String] = [
    .name: "Calls answered", .unit: "calls", .kind: "cumulative", .direction: "Up",
    .frequency: "month", .source: "Call log", .baseline: "12,000", .baselineDay: "2009-03-31",
    .targets: "2012-03-31 18000; 2011-03-31 15000",
  ]

  @Test("MEA-2: a measure is read and written back as it was, its targets in order")
  func reads() throws {
    let measure = try #require(Measure.read(Self.typed).value)
    #expect(measure.kind == .cumulative && measure.frequency == .month)
    #expect(measure.targets.map(\.value) == [Exact(15_000), Exact(18_000)])
    #expect(try #require(Measure.read(measure.texts).value) == measure)
  }

  /// What is typed, and the fields that are refused.
  static let refused: [([Measure.Field: String], Set<String>)] = [
    ([:], ["name", "unit", "kind", "direction", "frequency"]),
    ([.kind: "Percentage", .unit: ""], ["baseline", "targets"]),
    ([.baselineDay: ""], ["baselineDay"]), ([.baselineDay: "2009-02-30"], ["baselineDay"]),
    ([.baseline: "-1"], ["baseline"]), ([.baseline: "-1", .maySinkBelowZero: "Yes"], []),
    ([.baseline: "1000000000001"], ["baseline"]), ([.baseline: "12abc"], ["baseline"]),
    ([.targets: "2011-03-31"], ["targets"]),
    ([.targets: "2011-03-31 1; 2011-03-31 2"], ["targets"]),
    ([.targets: (1...7).map { "201\($0)-03-31 1" }.joined(separator: ";")], ["targets"]),
    ([.kind: "Running total"], ["kind"]), ([.name: ""], ["name"]),
  ]

  @Test("MEA-2, MEA-3: everything that is wrong is told at its field", arguments: refused)
  func refuses(changes: [Measure.Field: String], fields: Set<String>) {
    let texts = changes.isEmpty ? [:] : Self.typed.merging(changes) { $1 }
    let problems = Measure.read(texts).problems
    #expect(Set(problems.map(\.placeText)) == fields)
  }

  private func measure(_ kind: MeasureKind, maySink: Bool = false) -> Measure {
    var measure = Measure(
      name: "Hours", unit: "hours", kind: kind, direction: .up, frequency: .month)
    measure.maySinkBelowZero = maySink
    return measure
  }

  @Test(
    "MEA-3: a value is what its measure can hold, or it is refused at its cell",
    arguments: [
      ("1234.50", .cumulative, false, true), ("1,234.50", .cumulative, false, true),
      ("-1", .cumulative, false, false), ("-1", .cumulative, true, true),
      ("1000000000000000", .cumulative, true, false), ("12abc", .cumulative, true, false),
      ("1e400", .cumulative, true, false), ("NaN", .cumulative, true, false),
      ("95%", .percentage, false, true), ("1000%", .percentage, false, true),
      ("1001%", .percentage, false, false), ("-1%", .percentage, false, false),
      ("95%", .pointInTime, false, false), ("0", .pointInTime, false, true),
    ] as [(String, MeasureKind, Bool, Bool)])
  func values(text: String, kind: MeasureKind, maySink: Bool, isTaken: Bool) throws {
    let span = try #require(PeriodSpan(text: "2010-M01"))
    let reading = PeriodValue.read(
      [.actual: text], span: span, of: measure(kind, maySink: maySink))
    #expect((reading.value?.actual != nil) == isTaken)
    #expect(reading.problems.map(\.placeText) == (isTaken ? [] : ["2010-M01.actual"]))
  }

  @Test("MEA-12: a file with a year beside its quarters, or far from the programme, is warned of")
  func files() throws {
    var register = Register()
    register.cover.baseYear = FinancialYear(firstYear: 2009)
    register.benefits = [
      Benefit(reference: "B1", title: "One", council: "", inputs: Inputs(method: .score))
    ]
    for text in ["2010-Year", "2010-Q1", "2011-Q1", "1970-Year"] {
      let span = try #require(PeriodSpan(text: text))
      register.actuals.append(
        Actual(
          benefitReference: "B1", year: span.year, period: span.part, value: .one, evidence: "",
          maturity: .final))
    }
    let problems = register.problems
    #expect(problems.map(\.found) == ["B1 2010/11 Q1", "B1 1970/71 Year"])
    #expect(problems.allSatisfy { $0.severity == .warning })
  }

  @Test("MEA-11: a blank is not 0, and an actual excludes a reason for having none")
  func missing() throws {
    let span = try #require(PeriodSpan(text: "2010-Q1"))
    let blank = try #require(
      PeriodValue.read([:], span: span, of: measure(.cumulative)).value)
    #expect(blank.isEmpty && blank.actual == nil && blank.changes(since: nil).isEmpty)
    let both = PeriodValue.read(
      [.actual: "0", .noDataBecause: "Strike"], span: span, of: measure(.cumulative))
    #expect(both.problems.map(\.placeText) == ["2010-Q1.noDataBecause"])
    let reason = try #require(
      PeriodValue.read([.noDataBecause: "Strike"], span: span, of: measure(.cumulative)).value)
    #expect(!reason.isEmpty && reason.actual == nil)
  }
}
