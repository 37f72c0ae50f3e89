import Foundation
import Postgres
import Programme

extension Store {
  /// Adds the demonstration's issues and lessons from the text of `Seed/issues.json`: each raised,
  /// triaged, talked about and brought to its end by people of its parties, on days of the last 18
  /// months, by the same functions as people use. Safe to repeat: once there is an issue, nothing
  /// is added. Throws ``StoreError`` or a `PostgresError`.
  public func seedIssues(_ text: String) async throws {
    let seed = try IssueSeed(json: text)
    let now = clock()
    guard let code = CouncilCode(text: "S12000040"),
      let reader = try await operatorViewer(for: code)
    else { throw StoreError.inconsistent("West Lothian does not take part") }
    let cast = try await read(as: reader) { db -> IssueCast? in
      let isNew = try db.first("SELECT FROM issue i WHERE \(reader.knows("i")) LIMIT 1") == nil
      return isNew
        ? try IssueCast(db.participants(as: reader), db.parties(as: reader), reader) : nil
    }
    guard let cast else { return }
    try await pool.transaction(.readWrite, preamble: [reader.scope(at: now).settings]) { db in
      try db.play(seed, IssueStage(cast: cast, now: now, today: db.today()))
    }
  }
}

/// Who acts in the demonstration's issues.
struct IssueCast: Sendable {
  /// One of each council, in the order of their names.
  let councils: [Viewer]
  let coordinator: Viewer
  let supplier: Viewer
  let integrator: Viewer
  let all: [Viewer]
  /// Who has a concern: an officer of West Lothian.
  let author: Viewer

  init(_ people: [Participant], _ parties: [PartyRow], _ reader: Viewer) throws {
    let codes = Dictionary(parties.map { ($0.id, $0.code) }, uniquingKeysWith: { $1 })
    let all = people.map { person in
      Viewer(
        person: person.id, name: person.name, role: person.role, organisation: person.party,
        organisationName: person.partyName, organisationCode: codes[person.party] ?? nil,
        programme: reader.programme)
    }
    var seen: Set<ID<Organisation>> = []
    councils = all.filter { $0.role == .council && seen.insert($0.organisation).inserted }
    let partners = all.filter { $0.role == .partner }
    guard !councils.isEmpty, let coordinator = all.first(where: { $0.role == .coordinator }),
      let supplier = partners.first(where: { $0.organisationName == "Lomond Systems" })
    else { throw StoreError.inconsistent("nobody co-ordinates, or no supplier takes part") }
    self.coordinator = coordinator
    self.supplier = supplier
    integrator = partners.first { $0.organisation != supplier.organisation } ?? supplier
    self.all = all
    author =
      all.first {
        $0.role == .council && $0.organisation == reader.organisation && $0.name.hasPrefix("Iain")
      }
      ?? councils.first ?? coordinator
  }

  func owner(_ owner: IssueSeed.Owner, raiser: Viewer) -> Viewer {
    switch owner {
    case .council: raiser
    case .supplier: supplier
    case .integrator: integrator
    case .office: coordinator
    }
  }
}

extension IssueSeed {
  /// The issues of everybody, spread so that neighbours differ.
  func issues(_ cast: IssueCast) -> [SeededIssue] {
    var made: [SeededIssue] = []
    for (council, raiser) in cast.councils.enumerated() {
      for turn in 0..<eachCouncil {
        let template = templates[(council * 3 + turn * 5) % templates.count]
        made.append(
          SeededIssue(
            place: made.count, template: template, fate: fates[(council + turn * 3) % fates.count],
            raiser: raiser, owner: cast.owner(template.owner, raiser: raiser)))
      }
    }
    for (place, template) in supplier.enumerated() {
      made.append(
        SeededIssue(
          place: made.count, template: template, fate: place == 0 ? .open : .escalated,
          raiser: cast.supplier, owner: cast.owner(template.owner, raiser: cast.supplier)))
    }
    return made
  }
}
