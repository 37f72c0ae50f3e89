import Programme
import Store

/// Another programme's form: what it is, when, and whom it draws on.
struct OtherProgrammeForm: Sendable {
  let parties: [PartyRow]
  /// The one that is changed; nil for a new one.
  let stored: StoredOtherProgramme?

  private static let drawnOn = "Draws on them"

  /// The parties that it draws on.
  var choice: PartyChoice {
    PartyChoice(parties: parties, options: [Self.drawnOn], none: "Does not")
  }

  /// Every name the form may have; any other is refused.
  var names: Set<String> {
    choice.names.union(OtherProgramme.Field.allCases.map(\.rawValue) + ["version", "reason"])
  }

  /// The programme that was typed.
  func read(_ typed: [String: String]) -> Reading<OtherProgramme> {
    let reading = OtherProgramme.read(typed: typed)
    var other = reading.value
    other?.parties = Set(choice.read(typed).keys)
    return Reading(value: other, problems: reading.problems + typed.reasonProblems)
  }

  /// What the form shows of one as it stands.
  func typed(_ stored: StoredOtherProgramme) -> [String: String] {
    let drawn = stored.other.parties.map { ($0, Self.drawnOn) }
    var typed = choice.typed(Dictionary(drawn, uniquingKeysWith: { $1 }))
    typed.merge(stored.other.typed()) { $1 }
    typed["version"] = String(stored.version)
    return typed
  }

  /// What the form is for and where it leads.
  func setting(_ typed: [String: String]) -> ProgrammeFormPage.Setting {
    var setting = ProgrammeFormPage.Setting(
      title: "Record another programme",
      intro: "One that draws on the same people or dates. What clashes is shown on its page.",
      action: "/other-programmes", cancelHref: "/other-programmes", submit: "Record programme",
      area: .otherProgrammes, trail: [Link("Other programmes", "/other-programmes")])
    guard let stored else { return setting }
    setting.title = "Change another programme"
    setting.caption = stored.other.name
    setting.intro = nil
    setting.action = "/other-programmes/\(stored.id)"
    setting.cancelHref = "/other-programmes/\(stored.id)"
    setting.version = typed["version"] ?? ""
    setting.submit = "Save changes"
    setting.withdraw = Link(
      "Withdraw this programme", "/other-programmes/\(stored.id)/withdraw")
    return setting
  }

  /// The form as it was typed, with what stands against it.
  func page(_ typed: [String: String], problems found: [Problem] = []) -> ProgrammeFormPage {
    func field(
      _ name: OtherProgramme.Field, _ control: FormField.Control, hint: String? = nil
    ) -> FormField {
      FormField(
        name.rawValue, name.label, control, value: typed[name.rawValue] ?? "", hint: hint,
        error: found.message(at: name.rawValue))
    }
    let about = FieldGroup(fields: [
      field(.name, .line(width: "")), field(.runBy, .line(width: "")), field(.description, .area),
      field(.from, .day), field(.to, .day, hint: "A blank is not known."),
      field(
        .people, .area,
        hint: "Names, separated by semicolons. Whoever holds an office here is shown as a clash."),
    ])
    return ProgrammeFormPage(
      setting(typed),
      groups: [about]
        + choice.fields(
          typed, legend: "Parties it draws on", note: "By how they take part in this programme."),
      reason: typed["reason"] ?? "", problems: found)
  }
}
