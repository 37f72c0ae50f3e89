import Foundation
import Programme

/// The issues and lessons of the demonstration, as templates that are spread over the councils.
/// `Seed/issues.json` holds it.
struct IssueSeed: Decodable, Sendable {
  /// What becomes of them, in turn.
  let fates: [Fate]
  /// How many each council raises.
  let eachCouncil: Int
  let templates: [Template]
  /// What the supplier raises.
  let supplier: [Template]
  let concern: Concern
  let lessons: [[String: String]]

  /// How an issue ends up.
  enum Fate: String, Decodable, Sendable {
    case resolved, open, overdue, waiting, untriaged, escalated, withdrawn
  }

  /// Whose it becomes.
  enum Owner: String, Decodable, Sendable { case council, supplier, integrator, office }

  /// An issue of any council; "{council}" stands for its name.
  struct Template: Decodable, Sendable {
    let title: String
    let description: String
    let kind: String
    let severity: String
    let priority: String
    let cause: String
    let owner: Owner
    let nextAction: String
    let waitingFor: String
    let question: String
    let resolution: String
    let learnt: String
    let prevention: String
    let comments: [String]
  }

  /// What somebody tells in confidence.
  struct Concern: Decodable, Sendable {
    let title: String
    let description: String
    let comment: String
  }

  /// Reads the file. Throws ``StoreError/inconsistent(_:)`` when it is not one.
  init(json: String) throws {
    do {
      self = try JSONDecoder().decode(IssueSeed.self, from: Data(json.utf8))
    } catch {
      throw StoreError.inconsistent("the issues cannot be read: \(error)")
    }
  }
}

/// One issue of the demonstration with all that happens to it.
struct SeededIssue: Sendable {
  let place: Int
  let template: IssueSeed.Template
  let fate: IssueSeed.Fate
  let raiser: Viewer
  let owner: Viewer

  /// How many days ago it was raised.
  var age: Int {
    switch fate {
    case .resolved, .withdrawn: 60 + place * 37 % 480
    case .untriaged: 1 + place * 13 % 24
    case .open, .overdue, .waiting, .escalated: 20 + place * 29 % 110
    }
  }

  /// How many days ago it came to its end, or to where it stands.
  var end: Int { max(1, age - 18 - place % 40) }

  /// In how many days the next action is due, from the day of the seeding.
  var due: Int {
    switch fate {
    case .overdue: -2 - place % 26
    case .resolved, .withdrawn: 30 - age
    case .open, .waiting, .escalated, .untriaged: 3 + place % 40
    }
  }

  /// The issue as it is raised.
  var issue: Issue {
    get throws {
      let name = raiser.organisationName.replacing(" Council", with: "")
      var texts: [Issue.Field: String] = [
        .title: template.title.replacing("{council}", with: name),
        .description: template.description, .kind: template.kind, .cause: template.cause,
      ]
      if raiser.role == .council { texts[.councils] = raiser.organisationName }
      let reading = Issue.read(texts)
      guard let issue = reading.value else {
        throw StoreError.inconsistent("an issue: \(reading.problems.map(\.message))")
      }
      return issue
    }
  }

  /// What triage says of it.
  func plan(today: Day) -> [Issue.Field: String] {
    [
      .owner: owner.organisationName, .ownerPerson: owner.name, .nextAction: template.nextAction,
      .due: today.adding(days: due)?.description ?? "", .severity: template.severity,
      .priority: template.priority, .cause: template.cause,
    ]
  }

  /// The last step, who takes it, and what is said for it.
  func last(
    today: Day, coordinator: Viewer
  ) -> (step: IssueStep, viewer: Viewer, typed: [Issue.Field: String], reason: String)? {
    var typed = plan(today: today)
    switch fate {
    case .open, .overdue, .untriaged: return nil
    case .withdrawn: return (.withdraw, raiser, [:], "It stands elsewhere already.")
    case .waiting:
      typed[.waitingFor] = template.waitingFor
      return (.wait, owner, typed, "")
    case .escalated:
      typed[.question] =
        template.question.isEmpty ? "Shall the programme pay for it?" : template.question
      typed[.decideBy] = today.adding(days: 14 + place % 20)?.description
      return (.escalate, coordinator, typed, "")
    case .resolved:
      typed[.resolution] = template.resolution
      typed[.learnt] = template.learnt
      typed[.prevention] = template.prevention
      return (.resolve, owner, typed, "")
    }
  }
}

extension Day {
  /// The day so many days later, or earlier; nil when it leaves the calendar.
  func adding(days: Int) -> Day? {
    guard (-100_000...100_000).contains(days) else { return nil }
    var day = self
    for _ in 0..<abs(days) {
      guard let next = days > 0 ? day.next : day.previous else { return nil }
      day = next
    }
    return day
  }

  private var next: Day? {
    Day(year: year, month: month, day: day + 1)
      ?? (month == 12
        ? Day(year: year + 1, month: 1, day: 1) : Day(year: year, month: month + 1, day: 1))
  }

  private var previous: Day? {
    if day > 1 { return Day(year: year, month: month, day: day - 1) }
    let (before, last) = month == 1 ? (year - 1, 12) : (year, month - 1)
    return (0...3).lazy.compactMap { Day(year: before, month: last, day: 31 - $0) }.first
  }
}
