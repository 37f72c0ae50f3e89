import Calculator
import Programme
import Store

/// A draft that waits to be continued.
struct DraftOffer: Part {
  /// "Unsaved draft of 22 November 2026, 9:05 am: “Fewer calls”."
  let words: String
  let continueHref: String
  let name: String

  init(_ form: DraftForm, _ draft: Draft) {
    let title = draft.fields["title"].map { ": “\($0)”" } ?? ""
    self.init(
      form, words: "You have an unsaved draft of \(Shown.moment(draft.savedAt))\(title).")
  }

  init(_ form: DraftForm, words: String) {
    self.words = words
    continueHref = "\(form.address)?draft=yes"
    name = form.name
  }
}

extension Visit {
  /// The viewer's draft of a form.
  func draft(of form: DraftForm, as viewer: Viewer) async throws -> Draft? {
    try await store.read(as: viewer) { db in try db.draft(of: form.name, as: viewer) }
  }

  /// Whether the draft is to be continued.
  var continuesDraft: Bool { query["draft"] != nil }
}
