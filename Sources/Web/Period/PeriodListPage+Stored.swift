import Calculator
import Exchange
import Programme
import Store

extension PeriodListPage {
  /// A council's register.
  init(_ register: RegisterPeriods) {
    let code = register.council.code
    whose = register.council.name
    years = register.years.map { year in
      Year(
        name: year.description,
        cells: (Frequency.quarter.parts + [.year]).map {
          Cell(PeriodSpan(year, $0), in: register)
        })
    }
    choose = ChooseForm(
      council: code.description,
      year: FormField(
        "year", "Financial year",
        .select(
          register.years.map {
            Choice(String($0.firstYear), $0.description, isChosen: $0 == register.years.first)
          })),
      part: FormField(
        "part", "Period",
        .select(
          Period.allCases.map { Choice($0.rawValue, $0.choiceWords, isChosen: $0 == .month1) })))
    closes = register.closes.map { Line($0, code: code) }
    exports = Link.exports("/periods") { Address($0).with("council", code.description).text }
    trail = [Link("Approvals", "/approvals")]
  }

  /// The closings of all councils within sight.
  init(_ closes: [PeriodClose]) {
    whose = "All councils"
    (years, choose) = ([], nil)
    self.closes = closes.map { Line($0, code: nil) }
    exports = Link.exports("/periods") { $0 }
    trail = [Link("Approvals", "/approvals")]
  }
}

extension PeriodListPage.Cell {
  init(_ span: PeriodSpan, in register: RegisterPeriods) {
    label = span.part == .year ? "Whole year" : span.part.rawValue
    href = PeriodAddress.of(span, register.council.code)
    state = Tag(span, in: register)
  }
}

extension PeriodListPage.Line {
  init(_ close: PeriodClose, code: CouncilCode?) {
    period = close.span.words
    href = code.map { PeriodAddress.of(close.span, $0) }
    council = close.councilName
    state = Tag(close.outcome)
    submitted = close.submitted.line
    decided = close.decided?.line
    missing = close.missingCount.flatMap {
      $0 == 0 ? nil : "\(Shown.count($0, "series", "series")) incomplete"
    }
    reopened = close.reopened?.line
  }
}
