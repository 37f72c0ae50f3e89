import Programme
import Store

extension ActivityForm {
  /// What the form is for and where it leads.
  func setting(_ typed: [String: String]) -> ProgrammeFormPage.Setting {
    var setting = ProgrammeFormPage.Setting(
      title: "Add an activity", action: "/responsibilities", cancelHref: "/responsibilities",
      submit: "Add activity", area: .responsibilities,
      trail: [Link("Responsibilities", "/responsibilities")])
    guard let stored else { return setting }
    setting.title = "Change an activity"
    setting.caption = stored.activity.title
    setting.action = "/responsibilities/\(stored.id)"
    setting.cancelHref = "/responsibilities/\(stored.id)"
    setting.version = typed["version"] ?? ""
    setting.submit = "Save changes"
    setting.withdraw = Link(
      "Withdraw this activity", "/responsibilities/\(stored.id)/withdraw")
    return setting
  }

  /// The form as it was typed, with what stands against it.
  func page(_ typed: [String: String], problems found: [Problem] = []) -> ProgrammeFormPage {
    func field(_ name: Activity.Field, _ control: FormField.Control) -> FormField {
      FormField(
        name.rawValue, name.label, control, value: typed[name.rawValue] ?? "",
        error: found.message(at: name.rawValue))
    }
    let accountable = FormField.list(
      ActivityParts.accountableName, "Accountable: the one party that answers for it",
      [("", "Choose one party")] + parties.map { ($0.id.description, $0.name) },
      chosen: typed[ActivityParts.accountableName] ?? "",
      error: found.message(at: ActivityParts.accountableName))
    let asked = stored == nil ? "Each" : "Whoever's part changes"
    let about = FieldGroup(
      fields: [field(.title, .line(width: "")), field(.description, .area), accountable])
    return ProgrammeFormPage(
      setting(typed),
      groups: [about]
        + choice.fields(
          typed, legend: "Everybody else, by how they take part",
          note: "\(asked) is asked to confirm."), reason: typed["reason"] ?? "", problems: found)
  }
}
