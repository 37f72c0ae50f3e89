import Programme
import Store

/// What was typed of a council's readiness, by check and field.
struct ReadinessForm: Sendable {
  let council: PartyRow
  let version: Int

  /// The name of a field of a check: "data.standing".
  static func name(_ check: ReadinessCheck, _ field: ReadinessAnswer.Field) -> String {
    "\(check.rawValue).\(field.rawValue)"
  }

  /// Every name the form may have; any other is refused.
  static let names: Set<String> = Set(
    ReadinessCheck.answered.flatMap { check in
      ReadinessAnswer.Field.allCases.map { name(check, $0) }
    } + ["version", "reason"])

  /// What the form shows of a readiness as it stands.
  static func typed(_ readiness: Readiness) -> [String: String] {
    ReadinessCheck.answered.reduce(into: [:]) { typed, check in
      typed.merge(readiness[check].typed(after: "\(check.rawValue).")) { $1 }
    }
  }

  /// The readiness that was typed.
  static func read(_ typed: [String: String]) -> Reading<Readiness> {
    let readings = answers(typed)
    return Reading(
      value: Readiness(readings.compactMapValues(\.value)),
      problems: ReadinessCheck.answered.flatMap { readings[$0]?.problems ?? [] }
        + typed.reasonProblems)
  }

  private static func answers(
    _ typed: [String: String]
  ) -> [ReadinessCheck: Reading<ReadinessAnswer>] {
    ReadinessCheck.answered.reduce(into: [:]) { readings, check in
      readings[check] = ReadinessAnswer.read(typed: typed, after: "\(check.rawValue).")
    }
  }

  /// What the form is for and where it leads.
  func setting(version: Int? = nil) -> ProgrammeFormPage.Setting {
    ProgrammeFormPage.Setting(
      title: "How ready is the council?", caption: council.name,
      intro: "“Key decision maker named” follows from the offices.",
      action: council.href + "/readiness", cancelHref: council.href,
      version: String(version ?? self.version), area: .councils, trail: council.trail)
  }

  /// The form as it was typed, with what stands against it.
  func page(_ typed: [String: String], problems found: [Problem] = []) -> ProgrammeFormPage {
    let sent = typed["version"].flatMap { Int($0) }
    return ProgrammeFormPage(
      setting(version: sent),
      groups: ReadinessCheck.answered.map { Self.group($0, typed, found) },
      reason: typed["reason"] ?? "", problems: found)
  }

  private static func group(
    _ check: ReadinessCheck, _ typed: [String: String], _ found: [Problem]
  ) -> FieldGroup {
    func field(_ field: ReadinessAnswer.Field, _ control: FormField.Control) -> FormField {
      let name = name(check, field)
      return FormField(
        name, field.label, control, value: typed[name] ?? "", error: found.message(at: name))
    }
    let standing = name(check, .standing)
    return FieldGroup(
      legend: check.label, isRow: true,
      fields: [
        FormField.list(
          standing, ReadinessAnswer.Field.standing.label,
          ReadinessStanding.allCases.map { ($0.rawValue, $0.rawValue) },
          chosen: typed[standing] ?? "", error: found.message(at: standing)),
        field(.day, .day), field(.note, .line(width: "")),
      ])
  }
}
