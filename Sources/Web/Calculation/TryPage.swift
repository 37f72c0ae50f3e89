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
    costs =
      [TryQuestion.Own.oneOffCost, .yearlyCost, .discountRate].map(builder.own) + builder.lists
    figures = TryFigures(question, answer)
    problems = builder.builder.summary()
  }

  private static func asked(_ typed: [String: String]) -> TryPage {
    let fields = typed.map { Submission.Field(name: $0.key, value: $0.value) }
    let question = TryQuestion(Submission(fields: fields))
    return TryPage(question, TryAnswer(question))
  }

  static let sample = TryPage(.example, TryAnswer(.example))
  static let states: [String: TryPage] = [
    "refused": asked([
      "method": "Time", "Time.volume": "many", "discountRate": "much", "convention": "later",
    ]),
    "not chosen": asked(["yearlyCost": "3"]),
  ]
}
