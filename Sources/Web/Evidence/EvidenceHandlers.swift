import Exchange
import HTTPTypes
import Hummingbird
import Programme
import Store

/// The files that support a benefit: attached, handed out and removed.
enum EvidenceHandlers {
  /// The files, and the form that attaches one.
  static func list(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    visit.page(EvidencePage(try await about(visit, viewer), viewer: viewer))
  }

  /// Attaches a file, whatever it is called, if its content is on the list.
  static func attach(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let about = try await own(visit, viewer)
    try visit.form.expecting(["note", "supports"])
    var typed = EvidencePage.Typed(
      note: visit.form["note"] ?? "", supports: visit.form["supports"] ?? "")
    let act = visit.act("evidence.attach")
    do {
      let draft = try await draft(visit, typed)
      _ = try await visit.write(as: viewer, act) { db in
        try db.attachEvidence(draft, to: about.benefit.id, by: act, as: viewer)
      }
      return visit.redirect(
        to: "/benefits/\(about.benefit.id)/evidence", notice: .evidenceAttached)
    } catch Refusal.invalid(let problems) {
      typed.problems = problems
    }
    return visit.page(EvidencePage(about, viewer: viewer, typed: typed), .unprocessableContent)
  }

  /// A file as it was attached, to keep: nothing shows or runs it.
  static func file(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (benefit, id) = try names(visit)
    let (evidence, bytes) = try await visit.store.read(as: viewer) { db in
      guard let evidence = try db.evidence(id, of: benefit, as: viewer) else {
        throw Refusal.notFound
      }
      return (evidence, try db.content(of: evidence, as: viewer))
    }
    return visit.file(bytes, name: evidence.fileName, contentType: evidence.kind.mediaType)
  }

  /// Asks why a file is removed.
  static func confirmRemoval(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    visit.page(WithdrawPage(.removing(try await removal(visit, viewer))))
  }

  /// Removes a file: it counts no longer, and is kept.
  static func remove(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let removal = try await removal(visit, viewer)
    try visit.form.expecting(["reason"])
    let reason = visit.form["reason"] ?? ""
    let act = visit.act("evidence.remove")
    do {
      try await visit.write(as: viewer, act) { db in
        try db.removeEvidence(
          removal.evidence.id, of: removal.benefit.id, reason: reason, by: act, as: viewer)
      }
    } catch Refusal.invalid(let problems) {
      let page = WithdrawPage(
        .removing(removal), reason: reason, failure: problems.first?.message ?? "Check the reason.")
      return visit.page(page, .unprocessableContent)
    }
    return visit.redirect(
      to: "/benefits/\(removal.benefit.id)/evidence", notice: .evidenceRemoved)
  }

  /// What was sent, as a file of a kind that is on the list.
  private static func draft(
    _ visit: Visit, _ typed: EvidencePage.Typed
  ) async throws -> EvidenceDraft {
    let sent = try sent(visit)
    let kind = try await visit.calculating { EvidenceKind.sniff(sent.bytes) }
    guard let kind else { throw EvidenceRefusal.kind }
    var draft = EvidenceDraft(fileName: sent.fileName, kind: kind, bytes: sent.bytes)
    draft.note = typed.note
    draft.support = try support(typed)
    return draft
  }

  private static func sent(_ visit: Visit) throws(Refusal) -> Upload {
    guard let sent = visit.form.upload, !sent.bytes.isEmpty else { throw EvidenceRefusal.nothing }
    guard sent.bytes.count <= EvidenceLimit.fileBytes else { throw EvidenceRefusal.size }
    return sent
  }

  private static func support(_ typed: EvidencePage.Typed) throws(Refusal) -> EvidenceSupport {
    guard let support = EvidenceSupport(text: typed.supports) else {
      throw EvidenceRefusal.support
    }
    return support
  }

  private static func names(_ visit: Visit) throws(Refusal) -> (ID<Benefit>, ID<Evidence>) {
    (try visit.id(of: Benefit.self), try visit.id("file", of: Evidence.self))
  }

  private static func about(_ visit: Visit, _ viewer: Viewer) async throws -> BenefitEvidence {
    let id = try visit.id(of: Benefit.self)
    return try await visit.store.read(as: viewer) { db in
      try BenefitEvidence(
        benefit: db.benefit(id, as: viewer).orNotFound(), evidence: db.evidence(of: id, as: viewer),
        choices: db.evidenceChoices(of: id, as: viewer))
    }
  }

  /// The same, of a benefit that the viewer may change.
  private static func own(_ visit: Visit, _ viewer: Viewer) async throws -> BenefitEvidence {
    let about = try await about(visit, viewer)
    guard viewer.mayChange(recordsOf: about.benefit.stored.organisation) else {
      throw Refusal.forbidden
    }
    return about
  }

  private static func removal(
    _ visit: Visit, _ viewer: Viewer
  ) async throws -> EvidenceRemoval {
    let about = try await own(visit, viewer)
    let id = try names(visit).1
    guard let evidence = about.evidence.first(where: { $0.id == id && $0.removed == nil }) else {
      throw Refusal.notFound
    }
    return EvidenceRemoval(benefit: about.benefit, evidence: evidence)
  }
}

/// A file that is to be removed, from where.
struct EvidenceRemoval: Sendable {
  let benefit: StoredBenefit
  let evidence: Evidence
}

extension WithdrawPage.Subject {
  /// The question whether a file is removed.
  static func removing(_ removal: EvidenceRemoval) -> WithdrawPage.Subject {
    let list = "/benefits/\(removal.benefit.id)/evidence"
    return WithdrawPage.Subject(
      title: "Remove a file",
      record: "\(removal.evidence.fileName), attached to \(removal.benefit.benefit.reference)",
      consequence: """
        It counts no longer and cannot be fetched any more. Its name, fingerprint and your reason \
        stay.
        """,
      question: "Why is it removed?",
      kept: "Kept with the file’s name and fingerprint, and shown in the history.",
      submit: "Remove the file", path: list, verb: "\(removal.evidence.id)/remove", version: nil,
      trail: BenefitDetailPage.trail(of: removal.benefit, itself: true) + [Link("Evidence", list)])
  }
}
