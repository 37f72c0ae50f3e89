import Calculator
import Foundation
import Programme
import Store

/// What the page about an approval says, and what it lets its reader do.
struct ApprovalWords {
  let about: BenefitApproval
  let viewer: Viewer

  private var isOfficer: Bool { about.decider != .nobody }
  private var isUnchanged: Bool { about.sinceBaseline?.isEmpty == true }
  /// It waits as it was submitted.
  private var isFresh: Bool { about.waiting?.fingerprint == about.fingerprint }

  /// Whether there is something that could be submitted, or waits.
  var hasSomethingToSubmit: Bool {
    about.waiting != nil
      || !isUnchanged && about.benefit.benefit.status != .withdrawn
  }

  var maySubmit: Bool {
    isOfficer && about.waiting == nil && about.problems.obstacles.isEmpty
  }

  var mayApprove: Bool {
    guard about.waiting != nil, isFresh, about.problems.obstacles.isEmpty else { return false }
    return about.decider == .another || about.decider == .oneself
  }

  var maySendBack: Bool { about.waiting != nil && about.decider == .another }

  var mayTakeBack: Bool {
    isOfficer && about.waiting.map { $0.submitted.person == viewer.person } == true
  }

  /// "Baseline 2, approved by Morag Reid on 3 April 2010, 9:05 am".
  var baseline: String {
    guard let baseline = about.baseline else {
      let isAgreed = about.benefit.benefit.status.isAgreed
      return isAgreed ? "none: its status was brought in, not approved here" : "none yet"
    }
    let differs = isUnchanged ? "" : "; the forecast differs from it now"
    return "baseline \(baseline.number) of \(Shown.moment(baseline.approved.at))\(differs)"
  }

  /// What the state means, and who is to do what.
  var lead: [String] {
    [happened, next].compactMap { $0 }
  }

  private var happened: String? {
    guard let last = about.approvals.first else { return "Nobody has submitted this forecast yet." }
    let submitted = ApprovalWords.deed(last.submitted)
    guard let decided = last.decided else { return "Submitted by \(submitted)." }
    return "\(last.state.words) by \(ApprovalWords.deed(decided)); submitted by \(submitted)."
  }

  private var next: String? {
    if about.waiting != nil { return whoDecides }
    if let number = about.baseline?.number, isUnchanged {
      return "The forecast is as baseline \(number) has it. There is nothing to approve."
    }
    guard isOfficer, hasSomethingToSubmit else { return nil }
    if !about.problems.obstacles.isEmpty { return "It cannot be submitted yet." }
    switch about.decider {
    case .colleagues(let names): return "Once submitted, it is decided by \(Shown.either(names))."
    case .oneself:
      return "Your council has no other officer: you may approve it yourself, with a reason."
    default: return nil
    }
  }

  private var whoDecides: String? {
    switch about.decider {
    case .another:
      return isFresh ? "You decide: it waits for another officer than its submitter." : nil
    case .oneself: return "Your council has no other officer: you may approve it, with a reason."
    case .colleagues(let names): return "It waits for \(Shown.either(names))."
    case .nobody: return nil
    }
  }

  /// Why it cannot be approved as it waits.
  var caution: String? {
    guard about.waiting != nil, !isFresh else { return nil }
    let mend =
      mayTakeBack ? "Take it back and submit it again." : "Send it back, to be submitted again."
    return "The forecast was changed after it was submitted, so it cannot be approved. "
      + (isOfficer ? mend : "")
  }

  /// What was written with the last step.
  var note: String? {
    guard let last = about.approvals.first else { return nil }
    let words =
      last.state == .waiting ? last.submitted.reason : last.decided?.reason ?? ""
    return words.isEmpty ? nil : words
  }

  /// What changed since it was submitted and since the last baseline.
  var differences: [DifferencePart] {
    var parts: [DifferencePart] = []
    if let since = about.sinceSubmission, !isFresh {
      parts.append(
        DifferencePart(
          since, heading: "What changed since it was submitted", before: "Submitted",
          after: "Now"))
    }
    if let baseline = about.baseline, let since = about.sinceBaseline {
      parts.append(
        DifferencePart(
          since,
          heading: since.isEmpty
            ? "Compared with baseline \(baseline.number)"
            : "Differs from approved baseline \(baseline.number)",
          before: "Baseline \(baseline.number)", after: "Now"))
    }
    return parts
  }

  /// "Morag Reid, 3 April 2010, 9:05 am".
  static func deed(_ deed: Deed) -> String { "\(deed.name), \(Shown.moment(deed.at))" }
}
