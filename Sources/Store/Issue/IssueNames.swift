import Foundation
import Postgres
import Programme

/// Whom the names in issues stand for, found for many at once.
struct IssueNames: Sendable {
  struct Party: Sendable {
    let id: UUID
    let name: String
    let isCouncil: Bool
  }

  struct Person: Sendable {
    let id: UUID
    let party: UUID
    let name: String
  }

  /// The parties by folded name, and the councils by code too.
  var parties: [String: Party] = [:]
  var people: [Person] = []
}

/// An issue with its names as they are spelt, and whom they stand for.
struct NamedIssue: Sendable {
  var issue: Issue
  var councils: [UUID]
  var owner: UUID?
  var ownerPerson: UUID?
}

extension IssueNames {
  /// Finds whom an issue names. What it named before and has not changed stays, even when it takes
  /// part no longer. Refuses names that stand for nobody, or for several.
  func resolve(_ issue: Issue, from earlier: StoredIssue?) throws(Refusal) -> NamedIssue {
    var problems: [Problem] = []
    var named = NamedIssue(issue: issue, councils: [])
    if let earlier, earlier.issue.councils == issue.councils {
      named.councils = earlier.councils.map(\.id.uuid)
    } else {
      problems += resolveCouncils(&named)
    }
    if let earlier, earlier.issue.owner == issue.owner {
      named.owner = earlier.parties.owner?.uuid
    } else if !issue.owner.isEmpty {
      problems += resolveOwner(&named)
    }
    if let earlier, earlier.issue.owner == issue.owner,
      earlier.issue.ownerPerson == issue.ownerPerson
    {
      named.ownerPerson = earlier.ownerPerson?.uuid
    } else if !issue.ownerPerson.isEmpty, named.owner != nil {
      problems += resolvePerson(&named)
    }
    guard problems.isEmpty else { throw .invalid(problems) }
    return named
  }

  private func resolveCouncils(_ named: inout NamedIssue) -> [Problem] {
    let found = named.issue.councils.map { (name: $0, party: parties[$0.lowercased()]) }
    let unknown = found.filter { $0.party?.isCouncil != true }.map(\.name)
    guard unknown.isEmpty else {
      return [
        IssueNames.problem(
          .councils, unknown.joined(separator: "; "), "councils of the programme",
          "Choose councils, or none for the whole programme.")
      ]
    }
    let councils = Dictionary(
      found.compactMap(\.party).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }
    ).values.sorted { $0.name.lowercased() < $1.name.lowercased() }
    named.issue.councils = councils.map(\.name)
    named.councils = councils.map(\.id)
    return []
  }

  private func resolveOwner(_ named: inout NamedIssue) -> [Problem] {
    guard let party = parties[named.issue.owner.lowercased()] else {
      return [
        IssueNames.problem(
          .owner, named.issue.owner, "a party to the programme", "Choose a party.")
      ]
    }
    named.owner = party.id
    named.issue.owner = party.name
    return []
  }

  private func resolvePerson(_ named: inout NamedIssue) -> [Problem] {
    let name = named.issue.ownerPerson.lowercased()
    let found = people.filter { $0.party == named.owner && $0.name.lowercased() == name }
    guard let person = found.first, found.count == 1 else {
      return [
        IssueNames.problem(
          .ownerPerson, named.issue.ownerPerson,
          found.isEmpty ? "somebody of \(named.issue.owner)" : "a name that one person has",
          "Choose somebody of that party, or leave it blank.")
      ]
    }
    named.ownerPerson = person.id
    named.issue.ownerPerson = person.name
    return []
  }

  private static func problem(
    _ field: Issue.Field, _ found: String, _ expected: String, _ mend: String
  ) -> Problem {
    Problem(
      .error, at: .field(field.rawValue), subject: field.label, found: found,
      expected: expected, mend: mend)
  }
}

extension Connection {
  /// Whom the names in these issues may stand for: parties of today, and who acts for them.
  func names(in issues: [Issue], as viewer: Viewer) throws -> IssueNames {
    var names = IssueNames()
    let wanted = Set(issues.flatMap { $0.councils + [$0.owner] }.map { $0.lowercased() })
    for party in try parties(as: viewer) {
      let found = IssueNames.Party(
        id: party.id.uuid, name: party.name, isCouncil: party.kind == .council)
      for key in [party.name, party.code?.description].compactMap({ $0?.lowercased() })
      where wanted.contains(key) {
        names.parties[key] = found
      }
    }
    let people = Set(issues.map { $0.ownerPerson.lowercased() }.filter { !$0.isEmpty })
    guard !people.isEmpty else { return names }
    names.people = try participants(as: viewer).filter { people.contains($0.name.lowercased()) }
      .map { IssueNames.Person(id: $0.id.uuid, party: $0.party.uuid, name: $0.name) }
    return names
  }
}
