import Calculator
import HTTPTypes
import Hummingbird
import Programme
import Store

/// Sensitivity, and simulations that run in the background.
enum SimulationHandlers {
  /// Which inputs matter, with a form that asks for a simulation.
  static func sensitivity(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let asked = try SensitivityQuestion(visit.query)
    let (subject, question, sensitivity) = try await worked(visit, asked, viewer)
    let form = SimulationForm(
      sensitivity, also: asked.also, seed: UInt64.random(in: 1...999_999_999))
    return visit.page(SensitivityPage(subject, question, sensitivity, form))
  }

  /// Asks for a simulation; it waits for its turn and can be left and found again.
  static func ask(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try visit.form.expecting(Set(visit.form.fields.map(\.name).filter(SimulationForm.isOwn)))
    var form = SimulationForm(visit.form)
    let asked = try SensitivityQuestion(try visit.keptQuery())
    guard form.problems.isEmpty, let seed = UInt64(form.seed) else {
      return try await again(visit, asked, form, viewer)
    }
    let (subject, _, answer) = try await visit.calculation(asked.question, as: viewer)
    let content = SimulationContent(
      subject.register, answer.calculation.changes, form.triangles, seed: seed)
    let title =
      "\(Shown.count(form.trials, "trial")) of \(Shown.count(form.triangles.count, "input"))"
    let trials = form.trials
    do {
      let id = try await visit.write(as: viewer, visit.act("simulation.ask")) { db in
        try db.askSimulation(
          title: title, question: content.json, trials: trials,
          of: subject.stored.organisation, as: viewer)
      }
      return visit.redirect(to: "/calculator/runs/\(id)")
    } catch Refusal.invalid(let problems) {
      form.problems += problems
      return try await again(visit, asked, form, viewer)
    }
  }

  /// How far a run is, or what came of it.
  static func show(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let id = try visit.id(of: SimulationRun.self)
    let (run, question, result) = try await visit.store.read(as: viewer) { db in
      guard let run = try db.simulationRun(id, as: viewer),
        let content = try db.simulationContent(id, as: viewer)
      else { throw Refusal.notFound }
      return (run, content.question, content.result)
    }
    let content = try SimulationContent(json: question)
    return visit.page(
      SimulationPage(run, content, try result.map { try SimulationResult(json: $0) }))
  }

  /// Calls a run off.
  static func cancel(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try visit.form.expecting([])
    let id = try visit.id(of: SimulationRun.self)
    try await visit.write(as: viewer, visit.act("simulation.cancel")) { db in
      try db.cancelSimulation(id, as: viewer)
    }
    return visit.redirect(to: "/calculator/runs/\(id)", notice: .runCancelled)
  }

  /// The page once more, with what was typed and what stands against it.
  private static func again(
    _ visit: Visit, _ asked: SensitivityQuestion, _ form: SimulationForm, _ viewer: Viewer
  ) async throws -> Response {
    let (subject, question, sensitivity) = try await worked(visit, asked, viewer)
    return visit.page(
      SensitivityPage(subject, question, sensitivity, form), .unprocessableContent)
  }

  private static func worked(
    _ visit: Visit, _ asked: SensitivityQuestion, _ viewer: Viewer
  ) async throws -> (CalculationSubject, CalculationQuestion, Sensitivity) {
    let (subject, question, answer) = try await visit.calculation(asked.question, as: viewer)
    let sensitivity = try await visit.calculating {
      Sensitivity(
        answer.calculation, target: asked.target, share: asked.share, also: asked.also)
    }
    return (subject, question, sensitivity)
  }
}

/// What the page of sensitivity is asked.
struct SensitivityQuestion: Sendable {
  let question: CalculationQuestion
  let target: Target
  let share: Exact
  let also: [Variable]

  init(_ query: Submission) throws(Refusal) {
    let also = query.fields.filter { $0.name == SimulationForm.alsoName }
    var rest = query
    rest.fields.removeAll { $0.name == SimulationForm.alsoName }
    question = try CalculationQuestion(rest, besides: ["target", "by"])
    var reader = QueryReader(rest)
    target = reader.read("target", "a result such as cash/npv") { Target(text: $0) } ?? Target()
    let percent = reader.read("by", "one of the choices") { text in
      Int(text).flatMap { SimulationForm.shares.contains($0) ? $0 : nil }
    }
    try reader.finish()
    share = Exact(percent ?? 10) / Exact(100)
    self.also = also.prefix(SensitivityQuestion.alsoLimit).compactMap {
      try? Variable(text: $0.value)
    }
  }

  /// The most inputs that are added by hand.
  private static let alsoLimit = 30
}
