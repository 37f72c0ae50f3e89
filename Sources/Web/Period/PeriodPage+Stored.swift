import Calculator
import Programme
import Store

extension PeriodPage {
  /// What somebody typed, and what stands against it.
  struct Typed: Sendable {
    var text = ""
    var problems: [Problem] = []
    var caution: String?
  }

  init(_ review: PeriodReview, viewer: Viewer, typed: Typed = Typed()) {
    let words = PeriodWords(review: review, viewer: viewer)
    title = review.span.words
    council = review.register.council.name
    state = Tag(review.span, in: review.register)
    lead = words.lead
    note = words.note
    caution = typed.caution
    summary = words.summary
    missing = review.missing.prefix(PeriodPage.linesShown).map(Line.init)
    let error = typed.problems.first { problem in
      if case .field = problem.place { true } else { false }
    }
    let forms = words.forms(typed: typed.text, error: error?.message)
    main = forms.first
    others = Array(forms.dropFirst())
    let name = forms.first { $0.field != nil }?.field?.id ?? "main-content"
    problems = typed.problems.map {
      if case .field = $0.place { return PageProblem($0.message, at: name) }
      return PageProblem($0.message, at: "main-content")
    }
    let code = review.register.council.code.description
    trail = [
      Link("Approvals", "/approvals"),
      Link("Periods", Address("/periods").with("council", code).text),
    ]
  }

  /// The most incomplete series that a page lists.
  static let linesShown = 200
}

extension PeriodPage.Line {
  init(_ missing: MissingSeries) {
    benefit = Link(missing.series.benefitName, "/benefits/\(missing.series.benefit)")
    series = missing.series.name
    periods = missing.periods.map(\.words).joined(separator: ", ")
  }
}
