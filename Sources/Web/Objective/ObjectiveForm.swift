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
    var typed = ["version": String(stored.version)]
    for field in ProgrammeObjective.Field.allCases {
      typed[field.rawValue] = stored.objective.text(field)
    }
    for (term, target) in stored.objective.targets {
      for field in ObjectiveTarget.Field.allCases { typed[name(term, field)] = target.text(field) }
    }
    return typed
  }

  /// The objective that was typed; a term that was left blank has no target.
  static func read(_ typed: [String: String]) -> Reading<ProgrammeObjective> {
    var texts: [ProgrammeObjective.Field: String] = [:]
    for field in ProgrammeObjective.Field.allCases { texts[field] = typed[field.rawValue] ?? "" }
    let reading = ProgrammeObjective.read(texts)
    var problems =
      reading.problems + PlainText.problems(typed["reason"] ?? "", at: "reason", "Reason")
    var targets: [TargetTerm: ObjectiveTarget] = [:]
    for term in TargetTerm.allCases {
      var texts: [ObjectiveTarget.Field: String] = [:]
      for field in ObjectiveTarget.Field.allCases { texts[field] = typed[name(term, field)] ?? "" }
      let isBlank = [ObjectiveTarget.Field.words, .by].allSatisfy {
        TrimmedText.of(texts[$0] ?? "").isEmpty
      }
      if isBlank { continue }
      let target = ObjectiveTarget.read(texts)
      targets[term] = target.value
      problems += target.problems.map { problem in
        guard case .field(let field) = problem.place else { return problem }
        return problem.at(.field("\(term.rawValue).\(field)"))
      }
    }
    var objective = reading.value
    objective?.targets = targets
    return Reading(value: objective, problems: problems)
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
