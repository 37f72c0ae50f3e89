import Programme

/// A milestone's form as it was sent: what was typed, whose it is, and from which version.
struct MilestoneSubmission: Sendable {
  /// What was typed, by name.
  let typed: [String: String]
  let version: Int?
  let reason: String

  /// The days are typed for a new milestone only: later they move on pages of their own.
  static let fields: [Milestone.Field] = [
    .title, .description, .office, .baseline, .forecast, .slipReason,
  ]

  /// Every name the form may have; any other is refused.
  static let names: Set<String> = Set(
    fields.map(\.rawValue) + ["party", "owner", "benefits", "version", "reason"])

  /// Takes the fields of the form and no others.
  init(_ sent: Submission) throws(Refusal) {
    try sent.expecting(MilestoneSubmission.names)
    typed = sent.ownValues
    version = sent.given("version").flatMap { Int($0) }
    reason = sent.given("reason") ?? ""
  }

  /// The milestone that was typed; of one that is stored the days are not read, for they move on
  /// pages of their own.
  func read(upon stored: Milestone?) -> Reading<Milestone> {
    var texts: [Milestone.Field: String] = [:]
    for field in MilestoneSubmission.fields { texts[field] = typed[field.rawValue] ?? "" }
    if let stored {
      texts[.baseline] = stored.text(.baseline)
      texts[.forecast] = ""
    }
    let reading = Milestone.read(texts)
    return Reading(
      value: reading.value,
      problems: reading.problems + PlainText.problems(reason, at: "reason", "Reason")
        + PlainText.problems(
          typed["benefits"] ?? "", at: "benefits", "Benefits that wait for it",
          limit: RecordLimit.proseCharacters)
        + unknown("owner", "Owner", owner == nil)
        + unknown("party", "Whose milestone", chosenParty == nil))
  }

  /// What is wrong with a choice that is none of the list.
  private func unknown(_ name: String, _ subject: String, _ isUnknown: Bool) -> [Problem] {
    guard let text = typed[name], !text.isEmpty, isUnknown else { return [] }
    let problem = Problem(
      .error, at: .field(name), subject: subject, found: text, expected: "one of the list",
      mend: "Choose one of the list.")
    return [problem]
  }

  /// Who answers for it; nil for nobody.
  var owner: ID<Person>? { typed["owner"].flatMap { ID<Person>(text: $0) } }

  /// Whose it is: the party that the co-ordinator chose, else one's own.
  func party(for viewer: Viewer) -> ID<Organisation> { chosenParty ?? viewer.organisation }

  private var chosenParty: ID<Organisation>? {
    typed["party"].flatMap { ID<Organisation>(text: $0) }
  }

  /// The references that were typed, separated by semicolons or commas.
  var benefits: [String] {
    (typed["benefits"] ?? "").split { $0 == ";" || $0 == "," }
      .map { TrimmedText.of(String($0)) }.filter { !$0.isEmpty }
  }
}
