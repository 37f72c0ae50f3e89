import Calculator
import Programme
import Store

/// Whose register the calculator is about, with what lies beside it.
struct CalculationSubject: Sendable {
  let stored: StoredRegister
  let register: Register
  let sight: RegisterSight
  let councils: [Choice]
  let scenarios: [StoredScenario]
  let runs: [SimulationRun]

  /// The day from which the register is as it is, with its size, in words.
  var state: String {
    let size =
      Shown.count(stored.benefits.count, "benefit") + " and "
      + Shown.count(stored.costs.count, "cost")
      + (sight.notice == nil ? "" : " that you may see")
    guard let last = (stored.benefits.map(\.stored.changedAt) + stored.costs.map(\.changedAt)).max()
    else { return size }
    return "\(size), last changed \(Shown.moment(last))"
  }
}

/// What follows from what was typed, and what cannot be used of it.
struct CalculationAnswered: Sendable {
  let calculation: Calculation
  let problems: [Problem]

  init(_ register: Register, _ question: CalculationQuestion, _ sight: RegisterSight) {
    let reading = question.reading(against: register.appraisal())
    calculation = Calculation(register, reading.changes, sight)
    problems = reading.problems
  }
}

extension Visit {
  /// Whose register a question is about: the council it names, else the viewer's own. Nil when it
  /// names none and the viewer has none; throws ``Refusal/notFound`` for one out of sight.
  func subject(
    of question: CalculationQuestion, as viewer: Viewer
  ) async throws -> CalculationSubject? {
    guard let code = question.council ?? viewer.organisationCode else { return nil }
    return try await store.read(as: viewer) { db in
      let councils = try db.councils(as: viewer)
      guard let council = councils.first(where: { $0.code == code }),
        let stored = try db.register(of: council.id, as: viewer)
      else {
        if question.council == nil { return nil }
        throw Refusal.notFound
      }
      return CalculationSubject(
        stored: stored, register: stored.register,
        sight: RegisterSight(stored, as: viewer),
        councils: councils.filter { $0.hasRegister }.map {
          Choice($0.code.description, $0.name, isChosen: $0.code == code)
        },
        scenarios: try db.scenarios(of: council.id, as: viewer),
        runs: try db.simulationRuns(of: council.id, as: viewer))
    }
  }

  /// The subject of a question that must have one, with the question completed by its council.
  func calculation(
    _ question: CalculationQuestion, as viewer: Viewer
  ) async throws -> (CalculationSubject, CalculationQuestion, CalculationAnswered) {
    guard let subject = try await subject(of: question, as: viewer) else {
      throw Refusal.notFound
    }
    var question = question
    question.council = subject.stored.councilCode
    let (register, asked, sight) = (subject.register, question, subject.sight)
    let answer = try await calculating { CalculationAnswered(register, asked, sight) }
    return (subject, question, answer)
  }
}
