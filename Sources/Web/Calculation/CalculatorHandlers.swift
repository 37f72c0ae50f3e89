import Calculator
import HTTPTypes
import Hummingbird
import Programme
import Store

/// The calculator: what follows when an input of a register changes. Nothing is stored.
enum CalculatorHandlers {
  /// The page of a council's register; a choice of councils for those who have none of their own.
  static func show(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let question = try CalculationQuestion(visit.query)
    guard try await visit.subject(of: question, as: viewer) != nil else {
      return try await choice(visit, viewer)
    }
    let (subject, asked, answer) = try await visit.calculation(question, as: viewer)
    if answer.problems.isEmpty,
      let shorter = visit.shorter(than: asked.address("/calculator", answer.calculation.changes))
    {
      return visit.redirect(to: shorter)
    }
    return visit.page(
      CalculatorPage(subject, asked, answer),
      answer.problems.isEmpty ? .ok : .unprocessableContent)
  }

  /// The figures alone, for the page to put in place while somebody types.
  static func figures(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let question = try CalculationQuestion(visit.query)
    let (_, asked, answer) = try await visit.calculation(question, as: viewer)
    return visit.fragment(
      "calculation/figures",
      from: CalculationFigures(answer.calculation, asked, answer.problems))
  }

  /// How the figures came about: the headline results, or one benefit down to its inputs.
  static func working(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let question = try CalculationQuestion(visit.query)
    let (subject, asked, answer) = try await visit.calculation(question, as: viewer)
    guard let page = CalculatorWorkingPage(subject, asked, answer) else { throw Refusal.notFound }
    return visit.page(page)
  }

  /// The proof pack of a calculation.
  static func proof(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let question = try CalculationQuestion(visit.query)
    let (subject, asked, answer) = try await visit.calculation(question, as: viewer)
    guard answer.problems.isEmpty else { throw Refusal.invalid(answer.problems) }
    let name = subject.stored.councilName
    let pack = ProofPack(
      council: name, state: subject.state, calculation: answer.calculation,
      codes: asked.council.map { [name: $0] } ?? [:], rules: visit.services.rules,
      seenBy: viewer.sees(.draft, of: subject.stored.organisation) ? nil : viewer.organisationName)
    let archive = try await visit.calculating { Result { try pack.archive() } }
    return visit.file(
      try archive.get(), name: "\(name) proof pack.zip", contentType: "application/zip")
  }

  private static func choice(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let page = try await visit.store.read(as: viewer) { db in
      CalculatorChoicePage(
        councils: try db.councils(as: viewer).filter { $0.hasRegister }.map {
          Link($0.name, Address("/calculator").with("council", $0.code.description).text)
        }, runs: try db.simulationRuns(as: viewer).map(RunLine.init))
    }
    return visit.page(page)
  }
}

extension Visit {
  /// The shortest address that asks the same, when a form sent a longer one.
  func shorter(than address: Address) -> String? {
    guard !query.fields.isEmpty else { return nil }
    let wanted = Set(address.fields.map { "\($0.name)=\($0.value)" })
    let given = Set(query.fields.map { "\($0.name)=\($0.value)" })
    return wanted == given ? nil : address.text
  }
}
