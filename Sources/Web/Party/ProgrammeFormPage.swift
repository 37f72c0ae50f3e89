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
}

extension ProgrammeFormPage.Setting {
  /// The record of the form, of which somebody saved a version meanwhile.
  func conflict(_ noun: String, _ reference: String) -> ConflictPage.Subject {
    ConflictPage.Subject(
      noun: noun, reference: reference, path: cancelHref, area: area, trail: trail)
  }

  /// The same record, asked about before it goes.
  func withdrawal(_ noun: String, _ record: String, of version: Int, consequence: String)
    -> WithdrawPage.Subject
  {
    WithdrawPage.Subject(
      title: "Withdraw the \(noun)", record: record, consequence: consequence,
      kept: "Kept in the history.", submit: "Withdraw \(noun)", path: action,
      cancelHref: cancelHref, version: version, area: area, trail: trail)
  }
}
