import Programme
import Store

/// The fields of forms about issues, with the parties and people to choose from.
struct IssueFields: Sendable {
  let typed: [String: String]
  let problems: [Problem]
  let parties: [PartyRow]
  let people: [Participant]

  /// One field with what was typed and what stands against it.
  func field(_ field: Issue.Field) -> FormField {
    switch field {
    case .owner: list(field, "Owner", parties.map { ($0.name, $0.name) }, "Nobody yet")
    case .ownerPerson:
      list(
        field, "Person", people.map { ($0.name, "\($0.name), \($0.partyName)") },
        "Nobody by name", hint: "Somebody of the owner.")
    case .kind: choices(field, IssueKind.allCases.map(\.rawValue), "Issue")
    case .severity: choices(field, IssueSeverity.allCases.map(\.rawValue), "Not said")
    case .priority: choices(field, IssuePriority.allCases.map(\.rawValue), "Not said")
    case .cause: choices(field, IssueCause.allCases.map(\.rawValue), "Not said")
    case .due, .decideBy: made(field, .day)
    case .title: made(field, .line(width: ""), hint: "In a line: what is wrong, or missing.")
    case .description: made(field, .area, hint: IssueFields.markHint)
    case .nextAction: made(field, .line(width: ""), hint: "What its owner does first.")
    case .question:
      made(field, .area, hint: "One question with its choices: “Do we wait until May, or pay?”")
    default: made(field, .area)
    }
  }

  /// How texts are marked.
  static let markHint =
    "A blank line begins a paragraph, “- ” a list. #12 leads to an issue."

  /// The first council that it concerns.
  func council() -> FormField {
    let name = IssueSubmission.council
    let chosen = typed[name] ?? ""
    let councils = parties.filter { $0.kind == .council }.map { ($0.name, $0.name) }
    return FormField(
      name, "Council that it concerns",
      .select(IssueFields.choices(councils, "The whole programme", chosen)),
      error: problems.message(at: Issue.Field.councils.rawValue))
  }

  /// Any further councils, in a line.
  func otherCouncils() -> FormField {
    let name = IssueSubmission.others
    return FormField(
      name, "Other councils", .line(width: ""), value: typed[name] ?? "",
      hint: "Names or codes, such as Fife Council; S12000040.")
  }

  private func made(
    _ field: Issue.Field, _ control: FormField.Control, hint: String? = nil
  ) -> FormField {
    FormField(
      field.rawValue, field.label, control, value: typed[field.rawValue] ?? "", hint: hint,
      error: problems.message(at: field.rawValue))
  }

  private func choices(_ field: Issue.Field, _ words: [String], _ blank: String) -> FormField {
    list(field, field.label, words.map { ($0, $0) }, blank)
  }

  private func list(
    _ field: Issue.Field, _ label: String, _ choices: [(String, String)], _ blank: String,
    hint: String? = nil
  ) -> FormField {
    FormField(
      field.rawValue, label,
      .select(IssueFields.choices(choices, blank, typed[field.rawValue] ?? "")), hint: hint,
      error: problems.message(at: field.rawValue))
  }

  /// A list with what was typed among its choices, even when it is none of them.
  private static func choices(
    _ choices: [(String, String)], _ blank: String, _ chosen: String
  ) -> [Choice] {
    let isKnown = chosen.isEmpty || choices.contains { $0.0 == chosen }
    let all = [("", blank)] + choices + (isKnown ? [] : [(chosen, chosen)])
    let place = all.firstIndex { $0.0 == chosen }
    return all.enumerated().map { index, choice in
      Choice(choice.0, choice.1, isChosen: index == place)
    }
  }

  static let sample = IssueFields(
    typed: [
      "title": "Late mapping", "council": "West Lothian Council", "owner": "Nobody Ltd",
    ],
    problems: [
      Problem(
        .error, at: .field("owner"), subject: "Owner", found: "Nobody Ltd",
        expected: "a party to the programme", mend: "Choose a party.")
    ], parties: [], people: [])
}
