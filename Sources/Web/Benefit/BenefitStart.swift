import Calculator
import Foundation
import Programme
import Store

/// What the form of a new benefit begins with: nothing, a pattern, or another benefit.
struct BenefitStart: Sendable {
  var form: BenefitForm
  var pattern: Pattern?
  var note: BenefitFormPage.Note?
  var offer: DraftOffer?
  var visibility = Visibility.draft.rawValue

  /// An empty form.
  init(reference: String) { form = BenefitForm(typed: ["reference": reference]) }

  /// A form filled with what a pattern assumes.
  init(of pattern: Pattern, reference: String) {
    self.init(reference: reference)
    self.pattern = pattern
    note = .of(pattern)
    let benefit = pattern.benefit(reference: reference, council: "").value
    if let benefit { form = BenefitForm(benefit) }
  }

  /// A form filled with what was typed before and not sent.
  init(continuing draft: Draft, of pattern: Pattern?) {
    form = BenefitForm(typed: draft.fields)
    self.pattern = pattern
    note = pattern.map(BenefitFormPage.Note.of)
    visibility = draft.fields["visibility"] ?? visibility
  }

  /// A form filled with a copy of a benefit: what it is and how it is worked out, and nothing that
  /// happened to it.
  init(copyOf stored: StoredBenefit, reference: String) {
    var copy = stored.benefit
    copy.reference = reference
    copy.title = BenefitStart.copiedTitle(copy.title)
    copy.status = .identified
    copy.evidence = ""
    copy.nextReview = nil
    form = BenefitForm(copy)
    note = .ofCopy(stored)
  }

  /// "Copy of …", cut where it would be too long for a title.
  private static func copiedTitle(_ title: String) -> String {
    let copied = "Copy of \(title)"
    guard copied.unicodeScalars.count > RecordLimit.titleCharacters else { return copied }
    let kept = copied.unicodeScalars.prefix(RecordLimit.titleCharacters - 1)
    return String(String.UnicodeScalarView(kept)) + "…"
  }
}

extension BenefitFormPage.Note {
  /// That the values are a pattern's, and what to mind.
  static func of(_ pattern: Pattern) -> BenefitFormPage.Note {
    BenefitFormPage.Note(
      heading: "Filled in from the pattern “\(pattern.title)”",
      lines: [
        """
        Its numbers are assumptions, not findings. Replace what you know; the rest is shown as \
        assumed until somebody confirms it.
        """
      ] + measures(of: pattern) + pattern.pitfalls,
      link: Link("Read the pattern", "/patterns/\(pattern.id)"))
  }

  private static func measures(of pattern: Pattern) -> [String] {
    guard !pattern.measures.isEmpty else { return [] }
    let names = pattern.measures.map(\.name).joined(separator: "; ")
    return ["Its measures are added to the benefit: \(names)."]
  }

  /// What is copied and what is not.
  static func ofCopy(_ stored: StoredBenefit) -> BenefitFormPage.Note {
    BenefitFormPage.Note(
      heading: "A copy of \(stored.benefit.reference)",
      lines: [
        "Copied: the profile, the method and its inputs, shares, timing and criteria.",
        """
        Not copied: reference, status, next review and evidence; measures and what was achieved; \
        approvals, reviews and the history. The copy is a draft.
        """,
      ], link: Link("See \(stored.benefit.reference)", "/benefits/\(stored.id)"))
  }
}

extension Visit {
  /// The pattern of that name or identity, of ours or of a council within sight; nil for none.
  func pattern(_ id: String, as viewer: Viewer) async throws -> Pattern? {
    if let known = services.patterns[id] { return known }
    guard let own = ID<Pattern>(text: id) else { return nil }
    return try await store.read(as: viewer) { db in try db.pattern(own, as: viewer)?.pattern }
  }

  /// What the form begins with, as the address asks: `pattern`, `from` or `draft`. What is not within sight
  /// is not found.
  func start(as viewer: Viewer) async throws -> BenefitStart {
    let reference = try await store.read(as: viewer) { db in
      try db.nextReference(in: viewer.organisation, as: viewer)
    }
    if let name = query.given("pattern") {
      guard let pattern = try await pattern(name, as: viewer) else { throw Refusal.notFound }
      return BenefitStart(of: pattern, reference: reference)
    }
    guard let other = query.given("from") else {
      return try await emptyStart(reference: reference, as: viewer)
    }
    guard let id = ID<Benefit>(text: other),
      let benefit = try await store.read(as: viewer, { db in try db.benefit(id, as: viewer) })
    else { throw Refusal.notFound }
    return BenefitStart(copyOf: benefit, reference: reference)
  }

  /// An empty form that offers the draft there is, or the draft itself.
  private func emptyStart(reference: String, as viewer: Viewer) async throws -> BenefitStart {
    var start = BenefitStart(reference: reference)
    guard let draft = try await draft(of: .newBenefit, as: viewer) else { return start }
    start.offer = DraftOffer(.newBenefit, draft)
    guard continuesDraft else { return start }
    let pattern = try await pattern(draft.fields["pattern"] ?? "", as: viewer)
    return BenefitStart(continuing: draft, of: pattern)
  }
}
