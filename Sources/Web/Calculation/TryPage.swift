import Calculator
import Programme

/// One benefit tried from scratch, with nothing stored.
struct TryPage: Page {
  static let template = "calculation/try"

  let title = "Try one benefit"
  let method: BenefitFormPage.MethodGroup
  let shares: [FormField]
  let costs: [FormField]
  let figures: TryFigures
  let problems: [PageProblem]
  let area: Area? = .calculator
  let isWide = true
  let trail = [Link("Calculator", "/calculator")]

  init(_ question: TryQuestion, _ answer: TryAnswer) {
    let builder = TryFields(question: question, problems: answer.problems)
    method = builder.methods
    shares = TryQuestion.shares.map { builder.builder.field($0) }
    costs = [TryQuestion.Own.oneOffCost, .yearlyCost, .discountRate].map(builder.own)
    figures = TryFigures(question, answer)
    problems = builder.builder.summary()
  }

  private static func asked(_ typed: [String: String]) -> TryPage {
    let fields = typed.map { Submission.Field(name: $0.key, value: $0.value) }
    let question = (try? TryQuestion(Submission(fields: fields))) ?? .example
    return TryPage(question, TryAnswer(question))
  }

  static let sample = TryPage(.example, TryAnswer(.example))
  static let states: [String: TryPage] = [
    "refused": asked(["method": "Time", "Time.volume": "many", "discountRate": "much"]),
    "not chosen": asked(["yearlyCost": "3"]),
  ]
}

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

/// Makes the fields of the page.
struct TryFields {
  let question: TryQuestion
  let builder: FieldBuilder

  init(question: TryQuestion, problems: [Problem]) {
    self.question = question
    builder = FieldBuilder(
      form: BenefitForm(typed: question.typed), problems: problems, channels: [])
  }

  var methods: BenefitFormPage.MethodGroup {
    let chosen = question.typed["method"] ?? ""
    let error = builder.problems.first { $0.place == .field("method") }?.message
    return BenefitFormPage.MethodGroup(
      error: error.map { Message(id: "method-error", text: $0) },
      options: TryQuestion.methods.enumerated().map { place, method in
        BenefitFormPage.MethodChoice(
          id: place == 0 ? "method" : "method-\(place + 1)", value: method.rawValue,
          text: FieldWords.name(method), formula: FieldWords.formula(method),
          isChosen: method.rawValue == chosen, fields: fields(of: method), criteria: [])
      })
  }

  func own(_ field: TryQuestion.Own) -> FormField {
    FormField(
      field.rawValue, field.label,
      .number(prefix: field.isShare ? nil : "£", suffix: field.isShare ? "%" : nil),
      value: question.typed[field.rawValue] ?? "",
      error: builder.problems.first { $0.place == .field(field.rawValue) }?.message)
  }

  /// A method's inputs; a channel is what a contact costs by it.
  private func fields(of method: Calculator.Method) -> [FormField] {
    let inputs = BenefitForm.fields(of: method).filter { $0 != .fromChannel && $0 != .toChannel }
    return inputs.map { builder.field($0, in: method) } + contactCosts(of: method)
  }

  private func contactCosts(of method: Calculator.Method) -> [FormField] {
    switch method {
    case .contact: [own(.contactCost)]
    case .channel: [own(.fromCost), own(.toCost)]
    default: []
    }
  }
}
