import HTTPTypes
import Programme
import Store

/// Which issues are to be changed, each at the version that was shown.
struct IssueBulkChoice: Sendable {
  /// The versions by number.
  let versions: [Int: Int]

  init(_ issues: [StoredIssue]) {
    versions = Dictionary(issues.map { ($0.number, $0.version) }, uniquingKeysWith: { $1 })
  }

  /// Reads what ``text`` wrote; nil for anything else, or for more than can be changed at once.
  init?(text: String) {
    let parts = text.split(separator: " ")
    guard parts.count <= IssueBulkChange.limit else { return nil }
    var versions: [Int: Int] = [:]
    for part in parts {
      let halves = part.split(separator: ".").map { Int($0) }
      guard halves.count == 2, let number = halves[0], let version = halves[1], number > 0,
        version > 0, versions.updateValue(version, forKey: number) == nil
      else { return nil }
    }
    self.versions = versions
  }

  /// The choice as it stands in a hidden field.
  var text: String {
    versions.sorted { $0.key < $1.key }.map { "\($0.key).\($0.value)" }.joined(separator: " ")
  }
}

/// A change of many as it was sent: which issues, what values and why.
struct IssueBulkSubmission: Sendable {
  let choice: IssueBulkChoice
  /// What was typed, by name.
  let typed: [String: String]
  let reason: String

  /// Takes the fields of the form and no others; refuses a choice that is none of ours.
  init(_ sent: Submission) throws {
    try sent.expecting(Set(IssueBulkChange.fields.map(\.rawValue) + ["issues", "reason"]))
    guard let choice = IssueBulkChoice(text: sent["issues"] ?? "") else {
      throw Failure(.unprocessableContent, "Choose the issues again from the list.")
    }
    self.choice = choice
    typed = sent.ownValues
    reason = sent.given("reason") ?? ""
  }

  var change: IssueBulkChange {
    IssueBulkChange(
      Dictionary(
        uniqueKeysWithValues: IssueBulkChange.fields.map { ($0, typed[$0.rawValue] ?? "") }))
  }

  /// What stands against the form itself.
  var problems: [Problem] {
    change.problems + PlainText.problems(reason, at: "reason", "Reason")
  }
}
