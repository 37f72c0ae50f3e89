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

  private static func fields(
    _ typed: [String: String], _ found: [Problem], _ setting: Setting
  ) -> [FormField] {
    var form = RecordForm<Milestone>(typed: typed)
    form.problems = found
    let isNew = setting.stored == nil
    let days = [
      form.field(.baseline, label: "Planned day", hint: "The day that was agreed."),
      form.field(
        .forecast, label: "Day it is now expected", hint: "Leave blank when it is the planned day."),
      form.field(.slipReason, label: "Why it is expected later than planned"),
    ]
    return party(typed, found, setting) + [
      form.field(.title, hint: "What is done then. For example, Contact centre live."),
      form.field(.description, label: "How can one tell that it is done?", control: .area),
    ] + (isNew ? days : [])
      + [form.field(.office, label: "Office that answers for it", hint: "For example, Data lead.")]
      + owner(typed, found, setting) + benefits(typed, found, setting)
      + (isNew
        ? []
        : [
          FormField(
            "reason", "Why do you change it?", .line(width: ""), value: typed["reason"] ?? "",
            hint: "Kept in the history. May stay blank.", error: found.message(at: "reason"))
        ])
  }

  private static func party(
    _ typed: [String: String], _ found: [Problem], _ setting: Setting
  ) -> [FormField] {
    guard !setting.parties.isEmpty else { return [] }
    return [
      .list(
        "party", "Whose milestone is it?",
        setting.parties.map { ($0.id.description, $0.name) },
        chosen: typed["party"] ?? setting.ownParty?.description ?? "",
        error: found.message(at: "party"))
    ]
  }

  private static func owner(
    _ typed: [String: String], _ found: [Problem], _ setting: Setting
  ) -> [FormField] {
    let isOneParty = Set(setting.people.map(\.party)).count <= 1
    let people = setting.people.map { person in
      (person.id.description, isOneParty ? person.name : "\(person.partyName): \(person.name)")
    }
    return [
      .list(
        "owner", "Person who answers for it", [("", "Nobody yet")] + people,
        chosen: typed["owner"] ?? "", error: found.message(at: "owner"))
    ]
  }

  private static func benefits(
    _ typed: [String: String], _ found: [Problem], _ setting: Setting
  ) -> [FormField] {
    guard setting.hasBenefits else { return [] }
    return [
      FormField(
        "benefits", "Benefits that wait for it", .line(width: ""),
        value: typed["benefits"] ?? "",
        hint: "Their references in the council's register, such as B001; B014. May stay blank.",
        error: found.message(at: "benefits"))
    ]
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
