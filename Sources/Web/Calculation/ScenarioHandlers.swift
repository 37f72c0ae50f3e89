import Calculator
import HTTPTypes
import Hummingbird
import Programme
import Store

/// Scenarios: kept under a name, put side by side, taken away.
enum ScenarioHandlers {
  static let withName = "with"

  /// The scenarios of a register, those that were ticked side by side with it.
  static func list(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    var query = visit.query
    let ticked = query.fields.filter { $0.name == withName }.map(\.value)
    query.fields.removeAll { $0.name == withName }
    let question = try CalculationQuestion(query)
    guard let subject = try await visit.subject(of: question, as: viewer) else {
      throw Refusal.notFound
    }
    let chosen = ScenarioComparison.chosen(ticked, from: subject.scenarios)
    let (register, sight) = (subject.register, subject.sight)
    let comparison = try await visit.calculating {
      ScenarioComparison(register, chosen, sight)
    }
    return visit.page(ScenarioListPage(subject, comparison, ticked: chosen.map(\.id)))
  }

  /// Keeps what an address changes under a name.
  static func keep(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try visit.form.expecting(["name", "query"])
    let name = visit.form.given("name") ?? ""
    let question = try CalculationQuestion(try visit.keptQuery())
    let (subject, asked, answer) = try await visit.calculation(question, as: viewer)
    let scenario = Scenario(name: name, changes: answer.calculation.changes)
    let act = visit.act("scenario.keep")
    do {
      _ = try await visit.write(as: viewer, act) { db in
        try db.addScenario(scenario, of: subject.stored.organisation, by: act, as: viewer)
      }
    } catch Refusal.invalid(let problems) {
      var page = CalculatorPage(subject, asked, answer)
      page.refuse(name, problems.map(\.message).joined(separator: " "))
      return visit.page(page, .unprocessableContent)
    }
    return visit.redirect(
      to: Address("/calculator/scenarios").with("council", asked.council?.description).text,
      notice: .scenarioKept)
  }

  /// Takes a scenario away.
  static func remove(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try visit.form.expecting([])
    let id = try visit.id(of: Scenario.self)
    let act = visit.act("scenario.remove")
    let code = try await visit.write(as: viewer, act) { db in
      guard let scenario = try db.scenario(id, as: viewer) else { throw Refusal.notFound }
      try db.removeScenario(id, by: act, as: viewer)
      return try db.councils(as: viewer).first { $0.id == scenario.subject }?.code
    }
    return visit.redirect(
      to: Address("/calculator/scenarios").with("council", code?.description).text,
      notice: .scenarioRemoved)
  }
}

extension Visit {
  /// The query that a form carries in its field "query".
  func keptQuery() throws -> Submission {
    let text = form["query"] ?? ""
    let query = text.utf8.first == UInt8(ascii: "?") ? String(text.dropFirst()) : text
    guard let fields = URLEncoded.fields(query.utf8, limit: services.configuration.limits.fields)
    else { throw Failure(.badRequest, "The form arrived broken. Send it again.") }
    return Submission(fields: fields)
  }
}
