import Calculator
import Programme
import Store

/// Everything the page about a benefit's evidence is made of.
struct BenefitEvidence: Sendable {
  let benefit: StoredBenefit
  let evidence: [Evidence]
  let choices: [EvidenceChoice]
}

extension EvidencePage {
  /// What somebody typed into the form, and what stands against it.
  struct Typed: Sendable {
    var note = ""
    var supports = ""
    var problems: [Problem] = []
  }

  init(_ about: BenefitEvidence, viewer: Viewer, typed: Typed = Typed()) {
    let stored = about.benefit
    let mayChange = viewer.mayChange(recordsOf: stored.stored.organisation)
    benefit = "\(stored.benefit.reference) \(stored.benefit.title)"
    sections = BenefitSection.links(of: stored.id, showing: .evidence)
    words = stored.benefit.evidence.isEmpty ? nil : stored.benefit.evidence
    files = about.evidence.filter { $0.removed == nil }
      .map { Line($0, of: stored.id, mayChange: mayChange) }
    removed = about.evidence.compactMap(Gone.init)
    attach = mayChange ? AttachForm(about, typed) : nil
    problems = typed.problems.map { PageProblem($0, among: ["file", "supports", "note"]) }
    trail = BenefitDetailPage.trail(of: stored, itself: true)
  }
}

extension EvidencePage.Line {
  init(_ evidence: Evidence, of benefit: ID<Benefit>, mayChange: Bool) {
    let path = "/benefits/\(benefit)/evidence/\(evidence.id)"
    file = Link(evidence.fileName, path)
    kind = evidence.kind.words
    size = FileSize.words(evidence.sizeBytes)
    supports =
      switch evidence.support {
      case .benefit: "The benefit as a whole"
      case .measure: evidence.measureName ?? "A measure"
      case .period(let span): span.words
      }
    note = evidence.note.isEmpty ? nil : evidence.note
    attached = ApprovalWords.deed(evidence.attached)
    fingerprint = evidence.fingerprint
    removeHref = mayChange ? "\(path)/remove" : nil
  }
}

extension EvidencePage.Gone {
  init?(_ evidence: Evidence) {
    guard let gone = evidence.removed else { return nil }
    name = evidence.fileName
    removed = ApprovalWords.deed(gone)
    reason = gone.reason
  }
}

extension EvidencePage.AttachForm {
  init(_ about: BenefitEvidence, _ typed: EvidencePage.Typed) {
    func error(_ name: String) -> String? {
      typed.problems.first { $0.place == .field(name) }?.message
    }
    let path = "/benefits/\(about.benefit.id)/evidence"
    action = path
    limits =
      "A PDF, a PNG or JPEG image, an office document without macros, or plain text. At most "
      + "\(FileSize.words(EvidenceLimit.fileBytes)) a file and \(EvidenceLimit.files) files."
    accept = EvidenceKind.accepted
    failure = error("file").map { Message(id: "file-error", text: $0) }
    describedBy = failure == nil ? "file-hint" : "file-hint file-error"
    supports = FormField(
      "supports", "What does it support?",
      .select(
        about.choices.map {
          Choice($0.support.text, $0.words, isChosen: $0.support.text == typed.supports)
        }), error: error("supports"))
    note = FormField(
      "note", "What does it show?", .area, value: typed.note, hint: "May stay blank.",
      error: error("note"))
  }
}
