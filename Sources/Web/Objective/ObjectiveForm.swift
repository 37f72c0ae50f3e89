import Programme
import Store

/// An objective's form: its words, and a target for each term.
struct ObjectiveForm: Sendable {
  /// The objective that is changed; nil for a new one.
  let stored: StoredObjective?

  static func name(_ term: TargetTerm, _ field: ObjectiveTarget.Field) -> String {
    "\(term.rawValue).\(field.rawValue)"
  }

  /// Every name the form may have; any other is refused.
  static let names: Set<String> = Set(
    ProgrammeObjective.Field.allCases.map(\.rawValue)
      + TargetTerm.allCases.flatMap { term in
        ObjectiveTarget.Field.allCases.map { name(term, $0) }
      } + ["version", "reason"])

  /// What the form shows of an objective as it stands.
  static func typed(_ stored: StoredObjective) -> [String: String] {
    var typed = stored.objective.typed()
    typed["version"] = String(stored.version)
    let targets = stored.objective.targets.map { $1.typed(after: "\($0.rawValue).") }
    for target in targets { typed.merge(target) { $1 } }
    return typed
  }

  /// The objective that was typed; a term that was left blank has no target.
  static func read(_ typed: [String: String]) -> Reading<ProgrammeObjective> {
    let reading = ProgrammeObjective.read(typed: typed)
    let targets = TargetTerm.allCases.filter { !isBlank($0, typed) }.map { term in
      (term, ObjectiveTarget.read(typed: typed, after: "\(term.rawValue)."))
    }
    var objective = reading.value
    for (term, target) in targets { objective?.targets[term] = target.value }
    return Reading(
      value: objective,
      problems: reading.problems + targets.flatMap(\.1.problems) + typed.reasonProblems)
  }

  /// Whether nothing was said of a term but how far it is.
  private static func isBlank(_ term: TargetTerm, _ typed: [String: String]) -> Bool {
    [ObjectiveTarget.Field.words, .by].allSatisfy {
      TrimmedText.of(typed[name(term, $0)] ?? "").isEmpty
    }
  }

  /// What the form is for and where it leads.
  func setting(_ typed: [String: String]) -> ProgrammeFormPage.Setting {
    var setting = ProgrammeFormPage.Setting(
      title: "Add an objective",
      intro: "Benefits name the objective that they serve by its title.", action: "/objectives",
      cancelHref: "/objectives", submit: "Add objective", area: .objectives,
      trail: [Link("Objectives", "/objectives")])
    guard let stored else { return setting }
    setting.title = "Change an objective"
    setting.caption = stored.objective.title
    setting.action = "/objectives/\(stored.id)"
    setting.cancelHref = "/objectives/\(stored.id)"
    setting.version = typed["version"] ?? ""
    setting.submit = "Save changes"
    setting.withdraw = Link("Withdraw this objective", "/objectives/\(stored.id)/withdraw")
    return setting
  }

  /// The form as it was typed, with what stands against it.
  func page(_ typed: [String: String], problems found: [Problem] = []) -> ProgrammeFormPage {
    func field(_ name: String, _ label: String, _ control: FormField.Control) -> FormField {
      FormField(
        name, label, control, value: typed[name] ?? "", error: found.message(at: name))
    }
    let about = FieldGroup(fields: [
      field("title", "Objective", .line(width: "")),
      field("description", "What it means", .area),
    ])
    let terms = TargetTerm.allCases.map { term in
      let standing = Self.name(term, .standing)
      return FieldGroup(
        legend: term.label,
        fields: [
          field(Self.name(term, .words), ObjectiveTarget.Field.words.label, .line(width: "")),
          field(Self.name(term, .by), ObjectiveTarget.Field.by.label, .day),
          FormField.list(
            standing, ObjectiveTarget.Field.standing.label,
            TargetStanding.allCases.map { ($0.rawValue, $0.rawValue) },
            chosen: typed[standing] ?? "", error: found.message(at: standing)),
        ])
    }
    return ProgrammeFormPage(
      setting(typed), groups: [about] + terms, reason: typed["reason"] ?? "", problems: found)
  }
}
