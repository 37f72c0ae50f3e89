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
    let page = try await page(visit, asked, viewer) { sensitivity in
      SimulationForm(sensitivity, also: asked.also, seed: UInt64.random(in: 1...999_999_999))
    }
    return visit.page(page, page.problems.isEmpty ? .ok : .unprocessableContent)
  }

  /// Asks for a simulation; it waits for its turn and can be left and found again.
  static func ask(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try visit.form.expecting(Set(visit.form.fields.map(\.name).filter(SimulationForm.isOwn)))
    var form = SimulationForm(visit.form)
    let asked = try SensitivityQuestion(try visit.keptQuery())
    let (subject, _, answer) = try await visit.calculation(asked.question, as: viewer)
    if subject.sight.hidesCosts { form.problems.append(SimulationForm.withoutCosts) }
    guard (form.problems + asked.problems + answer.problems).isEmpty, let seed = UInt64(form.seed)
    else { return try await again(visit, asked, form, viewer) }
    let content = SimulationContent(
      subject.register, answer.calculation.changes, form.triangles, seed: seed,
      part: subject.sight.part)
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
    let act = visit.act("simulation.cancel")
    try await visit.write(as: viewer, act) { db in try db.cancelSimulation(id, as: viewer) }
    return visit.redirect(to: "/calculator/runs/\(id)", notice: .runCancelled)
  }

  /// The page once more, with what was typed and what stands against it.
  private static func again(
    _ visit: Visit, _ asked: SensitivityQuestion, _ form: SimulationForm, _ viewer: Viewer
  ) async throws -> Response {
    visit.page(try await page(visit, asked, viewer) { _ in form }, .unprocessableContent)
  }

  private static func page(
    _ visit: Visit, _ asked: SensitivityQuestion, _ viewer: Viewer,
    _ form: (Sensitivity) -> SimulationForm
  ) async throws -> SensitivityPage {
    let (subject, question, answer) = try await visit.calculation(asked.question, as: viewer)
    let sensitivity = try await visit.calculating {
      Sensitivity(
        answer.calculation, target: asked.target, share: asked.share, also: asked.also)
    }
    var refused = asked
    refused.question = question
    return SensitivityPage(subject, refused, sensitivity, form(sensitivity), answer.problems)
  }
}
