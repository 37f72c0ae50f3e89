import Foundation
import Postgres
import Programme

extension Store {
  /// Loads the demonstration from the text of `Seed/demonstration.json`: programme, parties, people
  /// with the password given, and the registers handed in, by official code, for councils that have
  /// none yet. Safe to repeat; returns whether a register was loaded. The councils must be there
  /// already (``seedReference(councils:)``). Throws ``StoreError`` or a `PostgresError`.
  @discardableResult
  public func seedDemonstration(
    _ text: String, workbooks: [SeedWorkbook], password: String
  ) async throws -> Bool {
    let demonstration = try Demonstration(json: text)
    let programme = try await addProgramme(
      NationalProgramme(name: demonstration.programme, purpose: demonstration.purpose))
    guard let from = Programme.Day(text: demonstration.from) else {
      throw StoreError.inconsistent("the demonstration begins on no day")
    }
    var parties: [String: ID<Organisation>] = [:]
    for party in demonstration.parties {
      let id = try await seed(party, in: programme, from: from)
      parties[party.name] = id
      if let code = party.code { parties[code] = id }
    }
    for person in demonstration.people {
      guard let organisation = parties[person.organisation] else {
        throw StoreError.inconsistent("\(person.email) belongs to nobody")
      }
      try await seed(
        person, of: organisation, in: programme,
        password: person.account == false ? nil : password)
    }
    var isNew = false
    for workbook in workbooks where try await seed(workbook) { isNew = true }
    return isNew
  }

  private func seed(
    _ party: Demonstration.Party, in programme: ID<NationalProgramme>, from: Programme.Day
  ) async throws -> ID<Organisation> {
    guard let kind = OrganisationKind(rawValue: party.kind),
      let capacity = Capacity(rawValue: party.capacity)
    else { throw StoreError.inconsistent("\(party.name) is of no kind or capacity") }
    let id: ID<Organisation>
    if let code = party.code {
      guard let council = try await organisations(matching: code).first else {
        throw StoreError.inconsistent("\(party.name) is not among the councils")
      }
      id = council
    } else {
      id = try await addParty(Organisation(kind: kind, name: party.name))
    }
    try await addMembership(
      Membership(organisation: id, capacity: capacity, from: from), in: programme)
    return id
  }

  /// Adds a person, or renews the password of one who is there.
  private func seed(
    _ person: Demonstration.Sign, of organisation: ID<Organisation>,
    in programme: ID<NationalProgramme>, password: String?
  ) async throws {
    guard let role = Role(rawValue: person.role) else {
      throw StoreError.inconsistent("\(person.email) has no role")
    }
    do {
      _ = try await addPerson(
        Person(name: person.name, email: person.email, role: role), password: password,
        organisation: organisation, programme: programme,
        by: Act(name: "person.add", requestID: "seed"))
    } catch Refusal.invalid(let problems) where problems.first?.place == .field("email") {
      if let password { try await renew(password, of: person.email) }
    }
  }

  private func renew(_ password: String, of email: String) async throws {
    let hash = try await ownerPool.readOnce(
      preamble: [operatorScope.settings],
      """
      SELECT a.password_hash FROM account a JOIN person p ON p.id = a.person_id
      WHERE p.email = \(email)
      """, read: { row in try row.next(String.self) }
    ).first
    guard try await !passwords.verify(password, hash) else { return }
    try await setPassword(password, of: email)
  }

  /// Imports a workbook into a council's register, unless it has one: of each five benefits two
  /// published, two shared and one a draft.
  private func seed(_ workbook: SeedWorkbook) async throws -> Bool {
    guard let viewer = try await operatorViewer(for: workbook.council) else {
      throw StoreError.inconsistent("\(workbook.council) does not take part")
    }
    let act = Act(name: "import.confirm", requestID: "seed")
    let benefits = workbook.register.benefits
    let places = Dictionary(
      benefits.enumerated().map { ($1.reference, $0) }, uniquingKeysWith: { $1 })
    return try await write(as: viewer, act) { db in
      guard try db.registerHead(of: viewer.organisation, as: viewer) == nil else { return false }
      let run = try db.stageImport(
        fileName: workbook.fileName, bytes: workbook.bytes, problems: workbook.problems,
        into: viewer.organisation, by: act, as: viewer)
      _ = try db.confirmImport(
        run, register: workbook.register,
        visibility: { Visibility.seeded(place: places[$0.reference] ?? 0) },
        costVisibility: .shared, as: viewer, by: act)
      _ = try db.addSavedView(
        name: "Cash by service and year", query: "rows=service&columns=year&measure=cashable",
        isShared: true, by: Act(name: "view.keep", requestID: "seed"), as: viewer)
      return true
    }
  }
}

/// A workbook of the demonstration, as it was read.
public struct SeedWorkbook: Sendable {
  let council: CouncilCode
  let fileName: String
  let bytes: [UInt8]
  let register: Register
  let problems: [Problem]

  /// A workbook for the council of that code, with its bytes kept as evidence.
  public init(
    council: CouncilCode, fileName: String, bytes: [UInt8], register: Register,
    problems: [Problem]
  ) {
    self.council = council
    self.fileName = fileName
    self.bytes = bytes
    self.register = register
    self.problems = problems
  }
}

extension Visibility {
  /// Of each five records two published, two shared and one a draft.
  static func seeded(place: Int) -> Visibility {
    let pattern: [Visibility] = [.published, .shared, .published, .shared, .draft]
    return pattern[place % pattern.count]
  }
}
