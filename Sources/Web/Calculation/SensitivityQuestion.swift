import Calculator
import Programme

/// What the page of sensitivity is asked.
struct SensitivityQuestion: Sendable {
  /// Whose register, and what is changed of it.
  var question: CalculationQuestion
  let target: Target
  let share: Exact
  let also: [Variable]
  /// The choices as they were typed, by name.
  let typed: [String: String]
  /// What cannot be used of the choices.
  let problems: [Problem]

  static let targetName = "target"
  static let shareName = "by"

  init(_ query: Submission) throws(Refusal) {
    let added = query.fields.filter { $0.name == SimulationForm.alsoName && !$0.value.isEmpty }
    var rest = query
    rest.fields.removeAll { $0.name == SimulationForm.alsoName }
    let names = [SensitivityQuestion.targetName, SensitivityQuestion.shareName]
    question = try CalculationQuestion(rest, besides: Set(names))
    var reader = QueryReader(rest)
    target = reader.read(names[0], "one of the list") { Target(text: $0) } ?? Target()
    let percent = reader.read(names[1], "one of the list") { text in
      Int(text).flatMap { SimulationForm.shares.contains($0) ? $0 : nil }
    }
    share = Exact(percent ?? 10) / Exact(100)
    also = added.prefix(SensitivityQuestion.alsoLimit).compactMap { try? Variable(text: $0.value) }
    let unknown = added.filter { (try? Variable(text: $0.value)) == nil }
    typed = Dictionary(
      (names.compactMap { name in rest.given(name).map { (name, $0) } }
        + unknown.prefix(1).map { ($0.name, $0.value) })
    ) { first, _ in first }
    problems =
      reader.problems.map(SensitivityQuestion.named)
      + SensitivityQuestion.refused(added, unknown)
  }

  /// The most inputs that are added by hand.
  private static let alsoLimit = 30

  private static func named(_ problem: Problem) -> Problem {
    var named = problem
    named.subject = problem.place == .field(targetName) ? "Result" : "Each input varied by"
    named.mend = "Choose one."
    return named
  }

  private static func refused(
    _ added: [Submission.Field], _ unknown: [Submission.Field]
  ) -> [Problem] {
    func problem(_ found: String, _ expected: String, _ mend: String) -> Problem {
      Problem(
        .error, at: .field(SimulationForm.alsoName), subject: "Add to the simulation",
        found: found, expected: expected, mend: mend)
    }
    let tooMany = added.count - alsoLimit
    return unknown.prefix(1).map { problem($0.value, "an input of the list", "Choose one.") }
      + (tooMany > 0
        ? [problem("\(added.count)", "at most \(alsoLimit) inputs", "Add fewer.")] : [])
  }
}
