import Programme
import Store

/// An office's form: whose office, what was typed, and from which version.
struct OfficeForm: Sendable {
  let party: PartyRow
  /// Those who may be chosen as the holder.
  let people: [Participant]
  /// The office that is changed; nil for a new one.
  let stored: StoredOffice?

  /// Every name the form may have; any other is refused.
  static let names: Set<String> = Set(
    Office.Field.allCases.map(\.rawValue) + ["party", "version", "reason"])

  /// The kind stands in the form unseen: it is chosen by the link that leads here.
  func page(_ typed: [String: String], problems found: [Problem] = []) -> ProgrammeFormPage {
    ProgrammeFormPage(
      setting(typed), groups: groups(typed, found), reason: typed["reason"] ?? "",
      problems: found)
  }

  /// What the form is for and where it leads.
  func setting(_ typed: [String: String]) -> ProgrammeFormPage.Setting {
    let kind = typed["kind"] ?? ""
    var setting = ProgrammeFormPage.Setting(
      title: "Name the \(kind.lowercased())", caption: party.name, action: "/offices",
      cancelHref: party.href, submit: "Save",
      hidden: [HiddenField("party", party.id.description), HiddenField("kind", kind)],
      area: party.area, trail: party.trail)
    if let stored {
      setting.title = "Change the \(kind.lowercased())"
      setting.action = "/offices/\(stored.id)"
      setting.version = typed["version"] ?? ""
      setting.submit = "Save changes"
      setting.withdraw = Link(
        "Withdraw it, if it was recorded in error", "/offices/\(stored.id)/withdraw")
    } else {
      setting.intro =
        "Whoever holds it now, without an end, holds it until the day before your “from”."
    }
    return setting
  }

  private func groups(_ typed: [String: String], _ found: [Problem]) -> [FieldGroup] {
    func field(
      _ field: Office.Field, _ label: String, _ control: FormField.Control, hint: String? = nil
    ) -> FormField {
      FormField(
        field.rawValue, label, control, value: typed[field.rawValue] ?? "", hint: hint,
        error: found.message(at: field.rawValue))
    }
    let who = [
      FormField.list(
        Office.Field.person.rawValue, "Who", choices, chosen: typed["person"] ?? "",
        error: found.message(at: Office.Field.person.rawValue)),
      field(
        .holder, "Name, if not on the list", .line(width: ""),
        hint: "Somebody who does not use Concordat."),
    ]
    let power = [
      field(
        .limit, "Limit of delegation", .number(prefix: "£", suffix: nil),
        hint: "Up to how much this person decides alone. A blank is not known, which is not £0."),
      field(.deputy, "Deputy", .line(width: ""), hint: "Who decides in their place."),
    ]
    let days = [
      field(.from, "From", .day),
      field(.to, "To", .day, hint: "A blank lasts until somebody follows."),
    ]
    let decides = OfficeKind(rawValue: typed["kind"] ?? "")?.decides ?? true
    return [FieldGroup(fields: who + (decides ? power : []) + days)]
  }

  private var choices: [(value: String, text: String)] {
    [("", "Nobody of the list")] + people.map { ($0.id.description, $0.name) }
  }

  /// The office that was typed.
  static func read(_ typed: [String: String]) -> Reading<Office> {
    let reading = Office.read(typed: typed)
    return Reading(value: reading.value, problems: reading.problems + typed.reasonProblems)
  }

  /// What the form shows of an office as it stands.
  static func typed(_ stored: StoredOffice) -> [String: String] {
    var typed = stored.office.typed()
    if stored.office.person != nil { typed["holder"] = "" }
    typed["version"] = String(stored.version)
    return typed
  }
}
