import HTTPTypes
import Hummingbird
import Programme
import Store

/// Keeping what is typed before it is sent.
enum DraftHandlers {
  /// Keeps what stands in a form.
  static func save(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let form = try form(visit)
    try visit.form.expecting(BenefitSubmission.names.union(["draft"]))
    let typed = visit.form.fields.filter {
      !["draft", FormToken.fieldName].contains($0.name) && !$0.value.isEmpty
    }
    let fields = Dictionary(
      typed.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    try await visit.store.write(as: viewer, visit.act("draft.save")) { db in
      try db.saveDraft(fields, of: form.name, as: viewer)
    }
    return Response(status: .noContent)
  }

  /// Forgets it.
  static func discard(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let form = try form(visit)
    try visit.form.expecting(["draft"])
    let act = visit.act("draft.discard")
    try await visit.store.write(as: viewer, act) { try $0.discardDraft(of: form.name, as: viewer) }
    return visit.redirect(to: form.address)
  }

  private static func form(_ visit: Visit) throws -> DraftForm {
    guard let form = DraftForm(name: visit.form["draft"] ?? "") else {
      throw Failure(.unprocessableContent)
    }
    return form
  }
}
