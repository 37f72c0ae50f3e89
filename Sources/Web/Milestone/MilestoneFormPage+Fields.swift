import Programme
import Store

extension MilestoneFormPage {
  /// The fields as they were typed, with what stands against them.
  static func fields(
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
