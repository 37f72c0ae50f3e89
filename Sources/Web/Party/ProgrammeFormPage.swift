import Programme

/// A form of the programme record: fields in groups, why it is changed, and the way back.
struct ProgrammeFormPage: Page {
  static let template = "party/form"

  let title: String
  /// What it is about, above the title.
  let caption: String?
  /// What to know first.
  let intro: String?
  let action: String
  let cancelHref: String
  /// The version that was read; empty for something new.
  let version: String
  let submit: String
  let hidden: [HiddenField]
  let groups: [FieldGroup]
  /// Asked on a change: why.
  let reason: FormField?
  /// Where what was recorded in error is withdrawn; nil where that is not offered.
  let withdraw: Link?
  let problems: [PageProblem]
  let area: Area?
  let trail: [Link]

  /// What the page is for and where it leads.
  struct Setting: Sendable {
    var title: String
    var caption: String?
    var intro: String?
    var action: String
    var cancelHref: String
    var version = ""
    var submit = "Save changes"
    var hidden: [HiddenField] = []
    var withdraw: Link?
    var area: Area
    var trail: [Link]
  }

  /// The form with what stands against it; `reason` is what was typed as the reason.
  init(
    _ setting: Setting, groups: [FieldGroup], reason: String = "", problems found: [Problem] = []
  ) {
    title = setting.title
    caption = setting.caption
    intro = setting.intro
    action = setting.action
    cancelHref = setting.cancelHref
    version = setting.version
    submit = setting.submit
    hidden = setting.hidden
    withdraw = setting.withdraw
    self.groups = groups
    self.reason =
      setting.version.isEmpty
      ? nil
      : FormField(
        "reason", "Why do you change it?", .line(width: ""), value: reason,
        hint: "Kept in the history. May stay blank.", error: found.message(at: "reason"))
    problems = found.summary
    area = setting.area
    trail = setting.trail
  }

  static let sample = ProgrammeFormPage(
    Setting(
      title: "Change an office", caption: "West Lothian Council", intro: "Say who decides.",
      action: "/offices/1", cancelHref: "/councils/S12000040", version: "2",
      hidden: [HiddenField("kind", "Champion")],
      withdraw: Link("Withdraw it", "/offices/1/withdraw"), area: .councils,
      trail: [Link("Councils", "/councils")]),
    groups: [
      FieldGroup(
        legend: "Since when", note: "Days in the programme's zone.", isRow: true,
        fields: [FormField("from", "From", .day, error: "Enter from.")]),
      FieldGroup(
        legend: "More", note: "Rarely wanted.", isFolded: true,
        fields: [FormField("to", "To", .day)]),
      FieldGroup(fields: [FormField("holder", "Holder", .line(width: ""))]),
    ], reason: "Appointed",
    problems: [
      Problem(
        .error, at: .field("from"), subject: "From", found: "", expected: "a day",
        mend: "Enter from.")
    ])

  static let states = [
    "new": ProgrammeFormPage(
      Setting(
        title: "Name somebody", action: "/offices", cancelHref: "/offices", area: .councils,
        trail: []),
      groups: [FieldGroup(legend: "Who", fields: [])])
  ]
}

extension ProgrammeFormPage.Setting {
  /// The record of the form, of which somebody saved a version meanwhile.
  func conflict(_ noun: String, _ reference: String) -> ConflictPage.Subject {
    ConflictPage.Subject(
      noun: noun, reference: reference, path: cancelHref, area: area, trail: trail)
  }
}

/// Fields that belong together.
struct FieldGroup: Part {
  /// What they are about; nil for fields that need no heading.
  let legend: String?
  let note: String?
  /// Whether they are folded away at first; never where a problem stands at one of them.
  let isFolded: Bool
  /// "app-section__fields" where they stand beside one another.
  let style: String
  let fields: [FormField]

  init(
    legend: String? = nil, note: String? = nil, isFolded: Bool = false, isRow: Bool = false,
    fields: [FormField]
  ) {
    self.legend = legend
    self.note = note
    self.isFolded = isFolded && fields.allSatisfy { $0.error == nil }
    style = isRow ? "app-section__fields" : ""
    self.fields = fields
  }
}
