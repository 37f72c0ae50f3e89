extension Issue: Record {
  /// The fields of an issue.
  public enum Field: String, RecordField {
    case title, description, kind, councils, owner, ownerPerson, severity, priority, cause
    case nextAction, due, waitingFor, question, decideBy, answer, resolution, learnt, prevention
    case state

    /// The heading in files.
    public var header: String { label }

    /// The label on pages.
    public var label: String {
      switch self {
      case .title: "Title"
      case .description: "Description"
      case .kind: "Kind"
      case .councils: "Councils"
      case .owner: "Owner"
      case .ownerPerson: "Person"
      case .severity: "Severity"
      case .priority: "Priority"
      case .cause: "Cause"
      case .nextAction: "Next action"
      case .due: "Due"
      case .waitingFor: "Waits for"
      case .question: "Question to the board"
      case .decideBy: "Decide by"
      case .answer: "Decision of the board"
      case .resolution: "Resolution"
      case .learnt: "What was learnt"
      case .prevention: "What will prevent it"
      case .state: "State"
      }
    }

    /// Issues have no units.
    public var unit: String { "" }

    /// What it may hold.
    public var kind: FieldKind {
      switch self {
      case .title, .owner, .ownerPerson: RecordLimit.title
      case .description, .resolution, .learnt, .prevention: RecordLimit.prose
      case .kind: .choice(IssueKind.allCases.map(\.rawValue))
      case .councils: .list(maxItems: 50)
      case .severity: .choice(IssueSeverity.allCases.map(\.rawValue))
      case .priority: .choice(IssuePriority.allCases.map(\.rawValue))
      case .cause: .choice(IssueCause.allCases.map(\.rawValue))
      case .nextAction, .waitingFor, .question, .answer:
        .text(maxCharacters: RecordLimit.noteCharacters)
      case .due, .decideBy: .day
      case .state: .choice(IssueState.allCases.map(\.rawValue))
      }
    }

    /// What to do about a field that an issue cannot be without.
    var mend: String {
      switch self {
      case .owner: "Say which party answers for it."
      case .nextAction: "Say what is done next."
      case .due: "Say by when the next action is done."
      case .waitingFor: "Say what it waits for."
      case .question: "Write the question that the board is to decide."
      case .decideBy: "Say by when the board is to decide."
      case .resolution: "Say how it was solved."
      case .learnt: "Say what was learnt."
      case .prevention: "Say what will prevent it."
      default: "Enter \(label.lowercased())."
      }
    }
  }

  /// Reads an issue from what was typed: every problem is listed, and what its state cannot be
  /// without is asked for.
  public static func read(_ texts: [Field: String]) -> Reading<Issue> {
    var reader = FieldReader(texts)
    let state = reader.choice(.state, IssueState.self) ?? .untriaged
    var issue = Issue(
      title: reader.required(.title), kind: reader.choice(.kind, IssueKind.self) ?? .issue,
      state: state)
    issue.description = reader.text(.description)
    issue.councils = reader.list(.councils)
    issue.readPlan(&reader)
    issue.readOutcome(&reader)
    if !issue.ownerPerson.isEmpty, issue.owner.isEmpty {
      reader.refuse(.owner, "", "the party of that person", "Say which party answers for it.")
    }
    for field in state.needs where TrimmedText.of(texts[field] ?? "").isEmpty {
      reader.refuse(field, "", "something here", field.mend)
    }
    return Reading(value: issue, problems: reader.problems)
  }

  private mutating func readPlan(_ reader: inout FieldReader<Field>) {
    owner = reader.text(.owner)
    ownerPerson = reader.text(.ownerPerson)
    severity = reader.choice(.severity, IssueSeverity.self)
    priority = reader.choice(.priority, IssuePriority.self)
    cause = reader.choice(.cause, IssueCause.self)
    nextAction = reader.text(.nextAction)
    due = reader.day(.due)
    waitingFor = reader.text(.waitingFor)
  }

  private mutating func readOutcome(_ reader: inout FieldReader<Field>) {
    question = reader.text(.question)
    decideBy = reader.day(.decideBy)
    answer = reader.text(.answer)
    resolution = reader.text(.resolution)
    learnt = reader.text(.learnt)
    prevention = reader.text(.prevention)
  }

  /// The canonical text of one field.
  public func text(_ field: Field) -> String {
    switch field {
    case .title: title
    case .description: description
    case .kind: kind.rawValue
    case .councils: councils.joined(separator: "; ")
    case .owner: owner
    case .ownerPerson: ownerPerson
    case .severity: severity?.rawValue ?? ""
    case .priority: priority?.rawValue ?? ""
    case .cause: cause?.rawValue ?? ""
    case .nextAction: nextAction
    case .due: due?.description ?? ""
    case .waitingFor: waitingFor
    case .question: question
    case .decideBy: decideBy?.description ?? ""
    case .answer: answer
    case .resolution: resolution
    case .learnt: learnt
    case .prevention: prevention
    case .state: state.rawValue
    }
  }
}
