import Programme

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
