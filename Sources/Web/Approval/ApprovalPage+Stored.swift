import Calculator
import Foundation
import Programme
import Store

extension ApprovalPage {
  /// What somebody typed into one of the page's forms, and what stands against it.
  struct Typed: Sendable {
    var note = ""
    var reason = ""
    var problems: [Problem] = []
    var caution: String?
    /// Whether the form that sends back was sent.
    var isReturn = false
  }

  /// The page for one who looks, and for one who may act.
  init(_ about: BenefitApproval, viewer: Viewer, typed: Typed = Typed()) {
    let words = ApprovalWords(about: about, viewer: viewer)
    let path = "/benefits/\(about.benefit.id)"
    let obstacles = about.problems.obstacles
    benefit = "\(about.benefit.benefit.reference) \(about.benefit.benefit.title)"
    sections = BenefitSection.links(of: about.benefit.id, showing: .approval)
    state = Tag(about.state)
    status = Tag(about.benefit.benefit.status)
    baseline = words.baseline
    lead = words.lead
    note = words.note
    caution = typed.caution ?? words.caution
    self.obstacles = words.hasSomethingToSubmit ? obstacles.map(\.message) : []
    warnings = words.hasSomethingToSubmit ? about.problems.warnings.map(\.mend) : []
    figures = Figure.list(about.present)
    money = YearTable(about.present)
    differences = words.differences
    submit = words.maySubmit ? SubmitForm(about, path, typed) : nil
    approve = words.mayApprove ? ApproveForm(about, path, typed) : nil
    sendBack = words.maySendBack ? ReasonForm(path, typed) : nil
    takeBackAction = words.mayTakeBack ? "\(path)/approval/take-back" : nil
    baselines = about.baselines.map { BaselineLine($0, path) }
    compareHref = about.baselines.isEmpty ? nil : "\(path)/baselines/compare"
    past = about.approvals.filter { $0.state != .waiting && $0.state != .approved }
      .map(PastLine.init)
    problems = typed.problems.map { PageProblem($0, among: ["note", "reason"]) }
    trail = BenefitDetailPage.trail(of: about.benefit, itself: true)
  }
}
