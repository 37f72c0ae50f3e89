import Calculator
import Foundation
import Programme
import Store

extension ApprovalPage.Typed {
  /// What stands against one of the fields.
  fileprivate func error(_ name: String) -> String? {
    problems.first { $0.place == .field(name) }?.message
  }
}

extension ApprovalPage.SubmitForm {
  init(_ about: BenefitApproval, _ path: String, _ typed: ApprovalPage.Typed) {
    (action, seen) = ("\(path)/approval/submit", about.fingerprint)
    note = FormField(
      "note", "What should the approver know?", .area, value: typed.note,
      hint: "May stay blank.", error: typed.error("note"))
    button = "Submit for approval"
  }
}

extension ApprovalPage.ApproveForm {
  init(_ about: BenefitApproval, _ path: String, _ typed: ApprovalPage.Typed) {
    action = "\(path)/approval/approve"
    seen = about.fingerprint
    button = "Approve as baseline \((about.baseline?.number ?? 0) + 1)"
    reason =
      about.decider == .oneself
      ? FormField(
        "reason", "Why do you approve what you submitted?", .area, value: typed.reason,
        hint: "Your council has no other officer. The co-ordinator sees what you write.",
        error: typed.error("reason")) : nil
  }
}

extension ApprovalPage.ReasonForm {
  init(_ path: String, _ typed: ApprovalPage.Typed) {
    action = "\(path)/approval/return"
    reason = FormField(
      "reason", "What is to be mended?", .area, value: typed.isReturn ? typed.reason : "",
      hint: "Whoever submitted it sees it.", error: typed.isReturn ? typed.error("reason") : nil)
    isOpen = typed.isReturn
  }
}

extension ApprovalPage.BaselineLine {
  init(_ baseline: Baseline, _ path: String) {
    number = String(baseline.number)
    approved = ApprovalWords.deed(baseline.approved)
    submitted = ApprovalWords.deed(baseline.submitted)
    net = Shown.bare(baseline.content.netTotal)
    cashable = Shown.bare(baseline.content.cashableTotal)
    engine = baseline.engine
    fingerprint = baseline.fingerprint
    href = "\(path)/baselines/compare?from=\(baseline.number)"
    own = baseline.isSelfApproved ? baseline.approved.reason : nil
  }
}

extension ApprovalPage.PastLine {
  init(_ approval: Approval) {
    let deed = approval.decided ?? approval.submitted
    state = approval.state.words
    (when, who) = (Shown.moment(deed.at), deed.name)
    note = approval.submitted.reason.isEmpty ? nil : approval.submitted.reason
    reason = deed.reason.isEmpty || approval.decided == nil ? nil : deed.reason
  }
}
