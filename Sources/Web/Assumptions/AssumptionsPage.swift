/// What all figures of a register rest on, on one screen.
struct AssumptionsPage: Page {
  static let template = "assumptions/form"

  let title = "Change the assumptions"
  /// The council whose register it is.
  let council: String
  /// "90 benefits rest on them".
  let lead: String
  /// Warnings that do not stop it, and what somebody else saved meanwhile.
  let remarks: [String]
  let version: String
  let sections: [Section]
  let channels: [Row]
  let tryHref: String?
  let cancelHref: String
  let reason: FormField
  let problems: [PageProblem]
  let area: Area? = .councils
  let trail: [Link]

  /// Fields that belong together.
  struct Section: Part {
    let heading: String
    /// Numbers stand side by side.
    let style: String
    /// Fills the fields in; nil where nothing could.
    let fillHref: String?
    let fields: [FormField]
  }

  /// One channel: name, cost, source and year.
  struct Row: Part {
    let legend: String
    let fields: [FormField]
  }
}
