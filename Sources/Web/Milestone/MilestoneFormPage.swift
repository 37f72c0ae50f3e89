import Programme
import Store

/// A milestone recorded or changed: what it is, who answers for it, and which benefits wait for it.
struct MilestoneFormPage: Page {
  static let template = "milestone/form"

  let title: String
  /// Where the form is sent, and where "Cancel" leads.
  let action: String
  let cancelHref: String
  /// The version that was read; empty for a new milestone.
  let version: String
  let submit: String
  let fields: [FormField]
  let problems: [PageProblem]
  let area: Area? = .milestones
  let trail: [Link]

  /// What the page is for and where it leads.
  struct Setting: Sendable {
    /// The milestone as it is stored; nil for a new one.
    var stored: StoredMilestone?
    /// The version that was read.
    var version: Int?
    /// Who may answer for it.
    var people: [Participant] = []
    /// Whose it may be, where that is to be said.
    var parties: [PartyRow] = []
    var ownParty: ID<Organisation>?
    /// Whether it is a council's, whose benefits may wait for it.
    var hasBenefits = true
  }

  /// The form as it was typed, with what stands against it.
  init(_ typed: [String: String], problems found: [Problem], in setting: Setting) {
    let stored = setting.stored
    title = stored == nil ? "Record a milestone" : "Change a milestone"
    action = stored?.path ?? "/milestones"
    cancelHref = action
    version = setting.version.map(String.init) ?? ""
    submit = stored == nil ? "Record milestone" : "Save changes"
    trail = stored?.trail ?? [Link("Milestones", "/milestones")]
    fields = MilestoneFormPage.fields(typed, found, setting)
    problems = found.summary
  }

}

extension MilestoneFormPage {
  static let sample = MilestoneFormPage(
    ["title": "", "benefits": "B999", "reason": "Clearer words"],
    problems: [
      Problem(
        .error, at: .field("title"), subject: "Title", found: "", expected: "something here",
        mend: "Enter title."),
      Problem(
        .error, at: .field("benefits"), subject: "Benefits that wait for it", found: "B999",
        expected: "references of benefits in the council's register",
        mend: "Correct them, such as B001; B014."),
    ], in: Setting(stored: .sample, version: 2))

  static let states = [
    "new": MilestoneFormPage(
      [:], problems: [],
      in: Setting(
        parties: [
          PartyRow.sample
        ], hasBenefits: false))
  ]
}
