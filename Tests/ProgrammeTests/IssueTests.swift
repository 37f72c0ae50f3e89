import Testing

@testable import Programme

// The testing library has an issue of its own.
private typealias Issue = Programme.Issue

@Suite("Issues")
struct IssueTests {
  fileprivate static let plan: [Issue.Field: String] = [
    .owner: "Lomond Systems", .nextAction: "Send the mapping", .due: "2010-06-01",
  ]
  fileprivate static let lesson: [Issue.Field: String] = [
    .resolution: "The mapping came", .learnt: "Ask early", .prevention: "A date for each delivery",
  ]

  /// Everything that any step may ask for.
  fileprivate static var everything: [Issue.Field: String] {
    var texts = plan.merging(lesson) { $1 }
    texts[.waitingFor] = "The supplier"
    texts[.question] = "Who pays?"
    texts[.decideBy] = "2010-07-01"
    texts[.answer] = "The programme pays"
    return texts
  }

  @Test("ISS-1: the table of steps, and every other step is refused in words")
  func transitions() throws {
    let table: [IssueState: [IssueStep: IssueState]] = [
      .concern: [.publish: .untriaged, .withdraw: .withdrawn],
      .untriaged: [.triage: .open, .withdraw: .withdrawn],
      .open: [.wait: .waiting, .escalate: .escalated, .resolve: .resolved, .withdraw: .withdrawn],
      .waiting: [
        .resume: .open, .escalate: .escalated, .resolve: .resolved, .withdraw: .withdrawn,
      ],
      .escalated: [.answer: .open, .resolve: .resolved, .withdraw: .withdrawn],
      .resolved: [.reopen: .open], .withdrawn: [.reopen: .untriaged],
    ]
    for state in IssueState.allCases {
      #expect(Set(state.steps) == Set(table[state]?.keys.map { $0 } ?? []))
      for step in IssueStep.allCases {
        guard let next = table[state]?[step] else {
          let refused = #expect(throws: Refusal.self) { try state.after(step) }
          guard case .invalid(let problems) = refused else { continue }
          #expect(problems.first?.message.contains(state.words) == true, "\(state) \(step)")
          continue
        }
        #expect(try state.after(step) == next)
      }
    }
  }

  @Test(
    "ISS-2 and ISS-6: a step asks for what the state after it cannot be without",
    arguments: [
      (IssueState.untriaged, IssueStep.triage, ["owner", "nextAction", "due"]),
      (.open, .wait, ["nextAction", "due", "waitingFor"]),
      (.open, .escalate, ["question", "decideBy"]),
      (.escalated, .answer, ["nextAction", "due", "answer"]),
      (.open, .resolve, ["resolution", "learnt", "prevention"]),
      (.resolved, .reopen, ["nextAction", "due", "reason"]), (.untriaged, .withdraw, ["reason"]),
    ])
  func needs(state: IssueState, step: IssueStep, fields: [String]) throws {
    var texts = state == .untriaged ? [:] : Self.everything
    texts[.title] = "Late mapping"
    texts[.state] = state.rawValue
    let issue = try #require(Issue.read(texts).value)
    let refused = #expect(throws: Refusal.self) { try issue.taking(step) }
    guard case .invalid(let problems) = refused else { return }
    #expect(problems.map { $0.place.text } == fields)
    let taken = try issue.taking(step, typed: Self.everything, reason: "It came back")
    #expect(taken.state == (try state.after(step)))
  }

  @Test("ISS-9: what was told in confidence and withdrawn comes back in confidence")
  func concernComesBack() throws {
    var issue = Issue(title: "A quarrel", state: .withdrawn)
    #expect(try issue.taking(.reopen, reason: "Again", isConfided: true).state == .concern)
    issue.state = .concern
    #expect(try issue.taking(.publish).state == .untriaged)
  }

  @Test("ISS-13: a change of many sets what is filled in, and triages what then lacks nothing")
  func bulk() throws {
    let change = IssueBulkChange(Self.plan.merging([.severity: " ", .title: "Not this"]) { $1 })
    #expect(Set(change.values.keys) == [.owner, .nextAction, .due])
    var issue = Issue(title: "Late mapping")
    issue.severity = .major
    let triaged = try change.applied(to: issue)
    #expect(triaged.state == .open)
    #expect(triaged.severity == .major)
    #expect(triaged.title == "Late mapping")
    #expect(try IssueBulkChange([.severity: "Minor"]).applied(to: issue).state == .untriaged)
    var owned = triaged
    owned.ownerPerson = "Priya Nair"
    #expect(try IssueBulkChange([.owner: "Fife Council"]).applied(to: owned).ownerPerson == "")
    #expect(
      try IssueBulkChange([.due: "2010-07-01"]).applied(to: owned).ownerPerson == "Priya Nair")
    issue.state = .resolved
    #expect(throws: Refusal.self) { try change.applied(to: issue) }
    #expect(IssueBulkChange([:]).problems.count == 1)
    #expect(IssueBulkChange([.due: "soon", .severity: "Huge"]).problems.count == 2)
  }

  @Test("ISS-4, ISS-5 and ISS-8: who knows of an issue and who changes it")
  func access() {
    let (here, there, third) = (
      ID<Organisation>.random(), ID<Organisation>.random(), ID<Organisation>.random()
    )
    let author = ID<Person>.random()
    func viewer(_ role: Role, _ party: ID<Organisation>, _ person: ID<Person>? = nil) -> Viewer {
      Viewer(
        person: person, name: "A", role: role, organisation: party, organisationName: "P",
        organisationCode: nil, programme: .random())
    }
    let open = IssueParties(raiser: here, owner: there)
    let concern = IssueParties(raiser: here, confidedTo: author)
    let cells: [(Viewer, knows: Bool, changes: Bool, concern: Bool)] = [
      (viewer(.council, here, author), true, true, true),
      (viewer(.council, here, .random()), true, true, false),
      (viewer(.partner, there), true, true, false), (viewer(.council, third), true, false, false),
      (viewer(.coordinator, third), true, true, true), (viewer(.board, here), true, false, false),
      (viewer(.auditor, here), true, false, false), (viewer(.viewer, here), true, false, false),
      (viewer(.admin, here), false, false, false),
    ]
    for cell in cells {
      #expect(cell.0.knows(nil) == cell.knows, "\(cell.0.role)")
      #expect(cell.0.mayChange(open) == cell.changes, "\(cell.0.role)")
      #expect(cell.0.knows(author) == cell.concern, "\(cell.0.role)")
      #expect(cell.0.mayChange(concern) == cell.concern, "\(cell.0.role)")
      #expect(cell.0.may(.answer, open) == (cell.0.role == .coordinator))
    }
  }
}
