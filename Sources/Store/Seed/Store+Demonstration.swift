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
    _ text: String, workbooks: [(String, Register)], password: String
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
      try await seed(person, of: organisation, in: programme, password: password)
    }
    var isNew = false
    for (code, register) in workbooks {
      if try await seed(register, of: code) { isNew = true }
    }
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
    in programme: ID<NationalProgramme>, password: String
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
      try await renew(password, of: person.email)
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

  /// Gives a council a register, unless it has one: of each five benefits two published, two shared
  /// and one a draft.
  private func seed(_ register: Register, of text: String) async throws -> Bool {
    guard let code = CouncilCode(text: text), let viewer = try await operatorViewer(for: code)
    else { throw StoreError.inconsistent("\(text) does not take part") }
    let act = Act(name: "register.seed", requestID: "seed")
    return try await write(as: viewer, act) { db in
      guard try db.registerHead(of: viewer.organisation, as: viewer) == nil else { return false }
      try db.seed(register, by: act, as: viewer)
      return true
    }
  }
}

extension Connection {
  /// Writes a whole register of the viewer's own council, with its costs shared.
  func seed(_ register: Register, by act: Act, as viewer: Viewer) throws {
    let head = try lockRegister(of: viewer.organisation, as: viewer)
    let merge = RegisterMerge(register, into: nil, head)
    let places = Dictionary(
      register.benefits.enumerated().map { ($1.reference, $0) }, uniquingKeysWith: { $1 })
    try apply(
      merge, visibility: { Visibility.seeded(place: places[$0.reference] ?? 0) },
      costVisibility: .shared, by: act, as: viewer)
  }
}

extension Visibility {
  fileprivate static func seeded(place: Int) -> Visibility {
    let pattern: [Visibility] = [.published, .shared, .published, .shared, .draft]
    return pattern[place % pattern.count]
  }
}
