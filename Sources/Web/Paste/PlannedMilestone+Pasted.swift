import Exchange
import Programme
import Store

extension PlannedMilestone: PastedRecord {
  static let sheet = RowSheet(
    title: "Bring in milestones", path: "/milestones/paste",
    list: Link("Milestones", "/milestones"), area: .milestones, one: "milestone",
    many: "milestones",
    needs: """
      A milestone needs a title and a day. Without a party it is your own; the co-ordinator brings \
      in those of every party.
      """,
    headings: RowSheet.labels(pastedFields), usual: RowSheet.labels(usualFields),
    takesFiles: true)

  static let pastedFields = Field.allCases
  static let usualFields: [Field] = [.title, .baseline, .description]

  static let headingWords: [String: Field] = [
    "Title": .title, "Name": .title, "Task": .title, "Council": .party, "Organisation": .party,
    "Baseline": .baseline, "Planned": .baseline, "Date": .baseline, "Due": .baseline,
    "Description": .description, "Answered for by": .owner, "Person": .owner,
  ]

  static func verdicts(
    _ rows: [[Field: String]], in db: isolated Database, as viewer: Viewer
  ) throws -> [RowVerdict] {
    let known = try db.planForRows(as: viewer)
    return rows.map { row in
      let reading = read(row)
      guard let planned = reading.value else { return RowVerdict(problems: reading.problems) }
      return known.verdict(on: planned, viewer)
    }
  }

  static func add(
    _ rows: [[Field: String]], by act: Act, in db: isolated Database, as viewer: Viewer
  ) throws {
    let known = try db.planForRows(as: viewer)
    for planned in rows.compactMap({ read($0).value }) {
      guard let party = known.party(of: planned, viewer) else { throw Refusal.notFound }
      _ = try db.addMilestone(
        planned.milestone, of: party, owner: known.owner(of: planned, party), by: act, as: viewer)
    }
  }
}

extension Database {
  fileprivate func planForRows(as viewer: Viewer) throws -> PlanForRows {
    PlanForRows(
      parties: PartyNames(try parties(as: viewer)), people: try participants(as: viewer),
      existing: try milestonesByTitle(as: viewer))
  }
}

/// What rows of a plan are compared with.
private struct PlanForRows {
  let parties: PartyNames
  let people: [Participant]
  /// The milestones that are there, by party and title.
  let existing: [String: ID<Milestone>]

  func party(of planned: PlannedMilestone, _ viewer: Viewer) -> ID<Organisation>? {
    planned.party.isEmpty ? viewer.organisation : parties[planned.party]
  }

  func owner(of planned: PlannedMilestone, _ party: ID<Organisation>) -> ID<Person>? {
    let name = planned.owner.lowercased()
    return people.first { $0.party == party && $0.name.lowercased() == name }?.id
  }

  func verdict(on planned: PlannedMilestone, _ viewer: Viewer) -> RowVerdict {
    guard let party = party(of: planned, viewer) else {
      return RowVerdict(
        problems: [PartyNames.unknown(PlannedMilestone.Field.party, planned.party)])
    }
    guard viewer.mayKeep(recordOf: party) else {
      return RowVerdict(problems: [
        problem(.party, planned.party, "your own party", "Leave out what others keep.")
      ])
    }
    if !planned.owner.isEmpty, owner(of: planned, party) == nil {
      return RowVerdict(problems: [
        problem(.owner, planned.owner, "somebody of that party", "Choose somebody, or leave it.")
      ])
    }
    let there = existing["\(party) \(planned.milestone.title.lowercased())"]
    return RowVerdict(
      existing: there.map { Link(planned.milestone.title, "/milestones/\($0)") })
  }

  private func problem(
    _ field: PlannedMilestone.Field, _ found: String, _ expected: String, _ mend: String
  ) -> Problem {
    Problem(
      .error, at: .field(field.rawValue), subject: field.label, found: found, expected: expected,
      mend: mend)
  }
}
