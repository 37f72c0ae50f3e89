/// What many issues are changed to at once: each field that is named gets one value, all others stay.
public struct IssueBulkChange: Hashable, Sendable {
  /// The values by field, as typed; none is blank.
  public let values: [Issue.Field: String]

  /// The fields that can be changed of many issues at once.
  public static let fields: [Issue.Field] = [
    .owner, .ownerPerson, .severity, .priority, .cause, .kind, .nextAction, .due,
  ]

  /// The most issues that are changed at once.
  public static let limit = 500

  /// A change of many; blanks change nothing.
  public init(_ typed: [Issue.Field: String]) {
    let given = typed.mapValues(TrimmedText.of).filter { !$0.value.isEmpty }
    values = given.filter { IssueBulkChange.fields.contains($0.key) }
  }

  /// An issue as it would be: untriaged ones that then lack nothing are triaged. Who gets another
  /// party as owner loses the person of the old one.
  public func applied(to issue: Issue) throws(Refusal) -> Issue {
    guard issue.state.isLive else { throw IssueBulkChange.finished(issue) }
    var texts = issue.texts.merging(values) { $1 }
    if let owner = values[.owner], owner != issue.owner, values[.ownerPerson] == nil {
      texts[.ownerPerson] = ""
    }
    if issue.state == .untriaged {
      texts[.state] = IssueState.open.rawValue
      if let triaged = Issue.read(texts).value { return triaged }
      texts[.state] = issue.state.rawValue
    }
    let reading = Issue.read(texts)
    guard let changed = reading.value else { throw .invalid(reading.problems) }
    return changed
  }

  /// What stands against the values themselves, whatever issue they are given to.
  public var problems: [Problem] {
    guard !values.isEmpty else {
      return [
        .of(Issue.Field.owner, "", "something to change", "Fill in at least one of the fields.")
      ]
    }
    var texts = Issue(title: "Any").texts.merging(values) { $1 }
    if texts[.owner]?.isEmpty == true { texts[.owner] = "Any" }
    return Issue.read(texts).problems.filter { $0.severity == .error }
  }

  private static func finished(_ issue: Issue) -> Refusal {
    .invalid([
      .of(
        Issue.Field.state, issue.state.words, "an issue that is not finished",
        "Leave it out, or reopen it first.")
    ])
  }
}
