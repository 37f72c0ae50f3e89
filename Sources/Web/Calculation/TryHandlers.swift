import HTTPTypes
import Hummingbird
import Programme

/// One benefit from scratch.
enum TryHandlers {
  /// The page, with an example until something is typed.
  static func show(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let question = TryQuestion(visit.query)
    let answer = try await visit.calculating { TryAnswer(question) }
    return visit.page(
      TryPage(question, answer), answer.problems.isEmpty ? .ok : .unprocessableContent)
  }

  /// The figures alone, for the page to put in place while somebody types.
  static func figures(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let question = TryQuestion(visit.query)
    let answer = try await visit.calculating { TryAnswer(question) }
    return visit.fragment("calculation/try-figures", from: TryFigures(question, answer))
  }
}
