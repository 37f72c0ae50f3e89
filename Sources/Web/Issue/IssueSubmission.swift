import Programme

/// An issue's form as it was sent: what was typed, and from which version.
struct IssueSubmission: Sendable {
  /// What was typed, by name.
  let typed: [String: String]
  let version: Int?
  let reason: String
  /// Whether it is told in confidence.
  let isConfided: Bool

  /// The first council, and any others; together they are the field of the record.
  static let council = "council"
  static let others = "alsoCouncils"

  /// The fields that are always there.
  static let fields: [Issue.Field] = [
    .title, .description, .kind, .owner, .ownerPerson, .nextAction, .due, .severity, .priority,
    .cause,
  ]

  /// Those that belong to a state, so that its words can be mended.
  static func fields(of state: IssueState) -> [Issue.Field] {
    let own: [Issue.Field] = [.waitingFor, .question, .decideBy, .resolution, .learnt, .prevention]
    return fields + own.filter(state.needs.contains)
  }

  /// Takes the fields of the form and no others.
  init(_ sent: Submission, of state: IssueState = .untriaged) throws(Refusal) {
    let names = IssueSubmission.fields(of: state).map(\.rawValue)
    try sent.expecting(
      Set(
        names + [
          IssueSubmission.council, IssueSubmission.others, "version", "reason", "sight", "about",
        ]))
    typed = sent.ownValues
    version = sent.given("version").flatMap { Int($0) }
    reason = sent.given("reason") ?? ""
    isConfided = sent["sight"] == IssueSight.confided.rawValue
  }

  /// The issue that was typed, upon what the form does not show of the stored one. What is raised
  /// with all that an open one needs is open at once.
  func read(upon stored: Issue?) -> Reading<Issue> {
    var texts = stored?.texts ?? [:]
    for field in IssueSubmission.fields(of: stored?.state ?? .untriaged) {
      texts[field] = typed[field.rawValue] ?? ""
    }
    texts[.councils] = [typed[IssueSubmission.council], typed[IssueSubmission.others]]
      .compactMap(\.self).filter { !TrimmedText.of($0).isEmpty }.joined(separator: "; ")
    guard stored == nil else { return checked(Issue.read(texts)) }
    texts[.state] = (isConfided ? IssueState.concern : .open).rawValue
    let open = Issue.read(texts)
    if isConfided || open.value != nil { return checked(open) }
    texts[.state] = IssueState.untriaged.rawValue
    return checked(Issue.read(texts))
  }

  private func checked(_ reading: Reading<Issue>) -> Reading<Issue> {
    Reading(
      value: reading.value,
      problems: reading.problems + PlainText.problems(reason, at: "reason", "Reason"))
  }
}

/// Who is told of an issue when it is raised.
enum IssueSight: String, CaseIterable, Sendable {
  case everybody
  case confided

  var words: String {
    switch self {
    case .everybody: "Everybody who reads the programme"
    case .confided: "Only the co-ordinators, until you or they open it"
    }
  }
}

extension Issue {
  /// What the form shows of an issue as it stands.
  var typed: [String: String] {
    var typed: [String: String] = [:]
    for field in IssueSubmission.fields(of: state) { typed[field.rawValue] = text(field) }
    typed[IssueSubmission.council] = councils.first ?? ""
    typed[IssueSubmission.others] = councils.dropFirst().joined(separator: "; ")
    return typed
  }
}
