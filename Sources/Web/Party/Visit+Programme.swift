import Exchange
import HTTPTypes
import Hummingbird
import Programme
import Store

/// What a form of the programme record answers, whatever comes of it.
struct FormOutcome<Value: Sendable>: Sendable {
  /// The same form with what stands against it.
  let refused: @Sendable ([Problem]) async throws -> ProgrammeFormPage
  /// Both versions, when somebody was faster.
  let overtaken: @Sendable () async throws -> ConflictPage
  /// Where it leads when it is done.
  let done: @Sendable (Value) -> Response
}

extension Visit {
  /// Changes something and answers with what came of it: a page to go to, the form again at 422, or
  /// both versions at 409.
  func save<Value: Sendable>(
    as viewer: Viewer, _ act: Act, _ outcome: FormOutcome<Value>,
    _ body: @Sendable (isolated Database) throws -> Value
  ) async throws -> Response {
    do {
      return outcome.done(try await write(as: viewer, act, body))
    } catch Refusal.invalid(let problems) {
      return page(try await outcome.refused(problems), .unprocessableContent)
    } catch Refusal.conflict {
      return page(try await outcome.overtaken(), .conflict)
    }
  }
}

extension Visit {
  /// The page that is made of what the viewer may see.
  func show<Shown: Page>(
    as viewer: Viewer, _ make: @Sendable (isolated Database) throws -> Shown
  ) async throws -> Response {
    page(try await store.read(as: viewer, make))
  }

  /// The list that is made of what the viewer may see, as a table for other programs.
  func table(
    as viewer: Viewer, named name: String,
    _ make: @Sendable (isolated Database) throws -> Exchange.Table
  ) async throws -> Response {
    try await table(try await store.read(as: viewer, make), named: name)
  }
}

extension Submission {
  /// The version that a form was made from.
  var version: Int? { given("version").flatMap { Int($0) } }

  /// The same; a form without it is none of ours.
  func readVersion() throws -> Int {
    guard let version else { throw Failure(.unprocessableContent) }
    return version
  }
}
