import Programme

/// The approval of one benefit's forecast: where it stands, what is approved, and what to do next.
struct ApprovalPage: Page {
  static let template = "approval/show"

  let title = "Approval"
  /// "B001 Fewer visits".
  let benefit: String
  let sections: [SectionLink]
  let state: Tag
  let status: Tag
  /// "Baseline 2, approved by Morag Reid on …"; "none yet".
  let baseline: String
  /// What the state means and who is to do what.
  let lead: [String]
  /// What whoever submitted it, or sent it back, wrote.
  let note: String?
  /// Why what was just asked for was not done.
  let caution: String?
  let obstacles: [String]
  let warnings: [String]
  /// What is approved, in figures.
  let figures: [Figure]
  let money: YearTable?
  /// What changed since it was submitted, and since the last baseline.
  let differences: [DifferencePart]
  let submit: SubmitForm?
  let approve: ApproveForm?
  let sendBack: ReasonForm?
  let takeBackAction: String?
  let baselines: [BaselineLine]
  let compareHref: String?
  let past: [PastLine]
  let problems: [PageProblem]
  let area: Area? = .benefits
  let trail: [Link]
  let isWide = true

  /// Submits what is shown.
  struct SubmitForm: Part {
    let action: String
    /// What was seen, by its hash.
    let seen: String
    let note: FormField
    let button: String
  }

  /// Approves what is shown.
  struct ApproveForm: Part {
    let action: String
    let seen: String
    let button: String
    /// Asked of an only officer.
    let reason: FormField?
  }

  /// Asks for a reason.
  struct ReasonForm: Part {
    let action: String
    let reason: FormField
    let isOpen: Bool
  }

  /// What was approved once.
  struct BaselineLine: Part {
    let number: String
    let approved: String
    let submitted: String
    let net: String
    let cashable: String
    let engine: String
    let fingerprint: String
    let href: String
    /// Why its submitter approved it.
    let own: String?
  }

  /// What became of an earlier submission.
  struct PastLine: Part {
    let state: String
    let when: String
    let who: String
    let note: String?
    let reason: String?
  }
}
