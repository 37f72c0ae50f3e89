import Programme
import Store

/// Removes a file, with a reason. Nothing is deleted.
struct EvidenceRemovePage: Page {
  static let template = "evidence/remove"

  let title = "Remove a file"
  /// "ledger.pdf, attached to B001 Fewer visits".
  let file: String
  let action: String
  let reason: FormField
  let cancelHref: String
  let problems: [PageProblem]
  let area: Area? = .benefits
  let trail: [Link]

  /// What is to be removed, from where.
  struct Subject: Sendable {
    let benefit: StoredBenefit
    let evidence: Evidence
  }

  init(_ subject: Subject, reason: String = "", failure: String? = nil) {
    let path = "/benefits/\(subject.benefit.id)/evidence"
    self.init(
      file: "\(subject.evidence.fileName), attached to \(subject.benefit.benefit.reference)",
      path: path, action: "\(path)/\(subject.evidence.id)/remove", reason: reason,
      failure: failure, trail: BenefitDetailPage.trail(of: subject.benefit, itself: true))
  }

  private init(
    file: String, path: String, action: String, reason: String, failure: String?, trail: [Link]
  ) {
    self.file = file
    self.action = action
    self.reason = FormField(
      "reason", "Why is it removed?", .area, value: reason,
      hint: "Kept with the file’s name and fingerprint, and shown in the history.",
      error: failure)
    cancelHref = path
    problems = failure.map { [PageProblem($0, at: "reason")] } ?? []
    self.trail = trail + [Link("Evidence", path)]
  }

  static let sample = EvidenceRemovePage(
    file: "ledger.pdf, attached to B001", path: "/benefits/1/evidence",
    action: "/benefits/1/evidence/2/remove", reason: "", failure: "Say why the file is removed.",
    trail: [Link("Benefits", "/benefits")])
}
