import Calculator
import Programme

/// What comes of one benefit.
struct TryAnswer: Sendable {
  let worked: WorkedFigures?
  let problems: [Problem]

  init(_ question: TryQuestion) {
    let reading = question.reading
    problems = reading.problems
    worked = reading.value.map { WorkedFigures(calculate($0.appraisal()), baseYear: nil) }
  }
}

/// The part that is replaced while somebody types.
struct TryFigures: Part {
  let query: String
  let headline: String
  let announcement: String
  let faults: [Message]
  let figures: [Figure]
  let chart: YearChart?
  let years: YearTable?
  let workings: [WorkingPart]

  init(_ question: TryQuestion, _ answer: TryAnswer) {
    query = question.query.isEmpty ? "?" : question.query
    let form = BenefitForm(typed: question.typed)
    faults = answer.problems.compactMap { problem in
      guard case .field(let name) = problem.place else { return nil }
      let place = Benefit.Field(rawValue: name).map { form.place(of: $0) } ?? name
      return Message(id: FormField.id(place), text: problem.message)
    }
    guard let worked = answer.worked, let own = worked.figures.benefits.first else {
      (headline, announcement) = ("", "Some inputs cannot be used")
      (figures, workings) = ([], [])
      (chart, years) = (nil, nil)
      return
    }
    headline = "Net present value: \(worked.shown(.npv, in: .cash))"
    announcement = headline
    let gross =
      own.gross.value.map { Shown.money($0) } ?? "undefined, because \(own.gross.reason ?? "")"
    figures =
      [Figure("Gross, a year", gross)]
      + [Worth.npv, .bcr, .payback].map { worth in
        Figure(
          "\(worth.label.capitalizedAtStart), cash view", worked.shown(worth, in: .cash),
          note: worth == .bcr ? worked.band(in: .cash) : nil)
      }
    chart = own.net == nil ? nil : worked.chart
    years = own.net == nil ? nil : worked.years
    let benefit = worked.figures.working(ofBenefit: own.id).map {
      WorkingPart($0, id: "working-benefit")
    }
    workings = [benefit].compactMap { $0 } + worked.workings
  }
}
