import Foundation
import Postgres
import Programme

extension Store {
  /// Fills a programme of its own with registers made from a seed, for benchmarks: so many councils
  /// with codes from X00000001 on, so many benefits each, which last so many years at most. Councils
  /// that have a register already are passed over. `note` hears how many are done.
  public func generate(
    councils count: Int, benefits: Int, years: Int = Register.horizonYears + 1, seed: UInt64,
    note: @Sendable (Int) -> Void = { _ in }
  ) async throws {
    let programme = try await addProgramme(
      NationalProgramme(name: Store.generatedProgramme, purpose: "Made from a seed"))
    let codes = try (1...max(1, count)).map { try Store.generatedCode($0) }
    try await addGeneratedCouncils(codes, to: programme)
    for (index, code) in codes.enumerated() {
      guard let viewer = try await operatorViewer(for: code) else {
        throw StoreError.inconsistent("\(code) takes part in no programme, or in several")
      }
      var maker = SyntheticRegister(seed: seed &+ UInt64(index))
      let register = maker.register(
        council: viewer.organisationName, benefitCount: benefits
      ).lasting(years: years)
      let act = Act(name: "register.generate", requestID: "generate")
      try await write(as: viewer, act) { db in
        guard try db.registerHead(of: viewer.organisation, as: viewer) == nil else { return }
        try db.seed(register, by: act, as: viewer)
      }
      note(index + 1)
    }
  }

  /// The name of the programme that ``generate(councils:benefits:years:seed:note:)`` fills.
  public static let generatedProgramme = "Synthetic National Programme"

  private static func generatedCode(_ number: Int) throws -> CouncilCode {
    let digits = String(number)
    let text = "X" + String(repeating: "0", count: max(0, 8 - digits.utf8.count)) + digits
    guard let code = CouncilCode(text: text) else {
      throw StoreError.configuration("there can be no council number \(number)")
    }
    return code
  }

  private func addGeneratedCouncils(
    _ codes: [CouncilCode], to programme: ID<NationalProgramme>
  ) async throws {
    let texts = codes.map(\.description)
    try await ownerPool.transaction(preamble: [operatorScope.settings]) { db in
      try db.execute(
        """
        INSERT INTO organisation (kind, name, code)
        SELECT 'council', 'Council ' || substr(code, 2), code FROM unnest(\(texts)) AS c (code)
        ON CONFLICT DO NOTHING
        """)
      try db.execute(
        """
        INSERT INTO membership (programme_id, organisation_id, capacity, from_day)
        SELECT \(programme.uuid), o.id, 'member council', '2004-04-01'
        FROM organisation o WHERE o.code = ANY (\(texts))
        ON CONFLICT DO NOTHING
        """)
    }
  }
}

extension Register {
  /// The same with no benefit lasting longer than so many years.
  fileprivate func lasting(years limit: Int) -> Register {
    var register = self
    for index in register.benefits.indices where register.benefits[index].inputs.method != .score {
      let years = register.benefits[index].inputs.years ?? limit
      register.benefits[index].inputs.years = min(years, max(1, limit))
    }
    return register
  }
}
