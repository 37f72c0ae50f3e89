import Programme
import Store

/// One thing that is done to a milestone: moved, achieved, reopened, planned anew, withdrawn, warned
/// of.
struct MilestoneActPage: Page {
  static let template = "milestone/act"

  let title: String
  /// The milestone, and whose it is.
  let caption: String
  /// How it stands, and what the act does.
  let notes: [String]
  let action: String
  /// The version that was read.
  let version: String
  let fields: [FormField]
  let radios: RadioGroup?
  let submit: String
  /// Whether it takes something away.
  let isWarning: Bool
  let cancelHref: String
  let problems: [PageProblem]
  let area: Area? = .milestones
  let trail: [Link]

  /// What kind of act it is, and what the page says of it.
  struct Setting: Sendable {
    var title: String
    /// The end of the address that the form is sent to: "move/check".
    var verb: String
    var notes: [String] = []
    var submit: String
    var isWarning = false
  }

  init(
    _ stored: StoredMilestone, _ setting: Setting, fields: [FormField], radios: RadioGroup? = nil,
    version: Int? = nil, problems found: [Problem] = []
  ) {
    title = setting.title
    caption = "\(stored.milestone.title), \(stored.partyName)"
    notes = setting.notes
    action = "\(stored.path)/\(setting.verb)"
    self.version = String(version ?? stored.stored.version)
    self.fields = fields
    self.radios = radios
    submit = setting.submit
    isWarning = setting.isWarning
    cancelHref = stored.path
    problems = found.summary
    trail = stored.trail
  }

  /// A field for why.
  static func reason(_ label: String, _ typed: [String: String], _ found: [Problem]) -> FormField {
    FormField(
      "reason", label, .area, value: typed["reason"] ?? "",
      hint: "Kept with the milestone and shown in its history.",
      error: found.message(at: "reason"))
  }
}
