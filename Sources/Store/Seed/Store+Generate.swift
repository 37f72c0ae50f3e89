import Foundation
import Postgres
import Programme

extension Store {
  /// Fills a programme of its own with registers made from a seed, for benchmarks: so many councils
  /// with codes from X00000001 on, so many benefits each, and actuals of a fifth of them over so many
  /// years; with `isMonthly` every benefit has a value of each month of those years instead. Councils
  /// that have a register already are passed over. Returns how many benefits were
  /// made; `note` hears how many councils are done.
  @discardableResult
  public func generate(
    councils count: Int, benefits: Int, years: Int = 1, isMonthly: Bool = false, seed: UInt64,
    note: @Sendable (Int) -> Void = { _ in }
  ) async throws -> Int {
    let programme = try await addProgramme(
      NationalProgramme(name: Store.generatedProgramme, purpose: "Made from a seed"))
    let codes = try (1...max(1, count)).map { try Store.generatedCode($0) }
    try await addGeneratedCouncils(codes, to: programme)
    var made = 0
    for (index, code) in codes.enumerated() {
      guard let viewer = try await operatorViewer(for: code) else {
        throw StoreError.inconsistent("\(code) takes part in no programme, or in several")
      }
      var maker = SyntheticRegister(seed: seed &+ UInt64(index))
      let register = maker.register(
        council: viewer.organisationName, benefitCount: benefits
      ).withActuals(overYears: isMonthly ? 0 : years)
      let act = Act(name: "register.generate", requestID: "generate")
      made += try await write(as: viewer, act) { db in
        guard try db.registerHead(of: viewer.organisation, as: viewer) == nil else { return 0 }
        try db.seed(register, by: act, as: viewer)
        if isMonthly { _ = try db.fillMonths(years: years, seed: seed, by: act, as: viewer) }
        return register.benefits.count
      }
      note(index + 1)
    }
    // The planner learns of so many rows at once sooner than by itself.
    try await ownerPool.withConnection { db in
      try db.execute("ANALYZE benefit, register_total, organisation, register, period_value")
    }
    return made
  }

  /// The name of the programme that ``generate(councils:benefits:years:isMonthly:seed:note:)`` fills.
  public static let generatedProgramme = "Synthetic National Programme"

  private static func generatedCode(_ number: Int) throws -> CouncilCode {
    let digits = String(number)
    let text = "X" + String(repeating: "0", count: max(0, 8 - digits.utf8.count)) + digits
    guard let code = CouncilCode(text: text)
    else { throw StoreError.configuration("there can be no council number \(number)") }
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
  /// The same with each actual repeated over so many years, from its own on.
  fileprivate func withActuals(overYears years: Int) -> Register {
    var register = self
    register.actuals = actuals.flatMap { actual in
      (0..<max(0, years)).compactMap { later in
        var repeated = actual
        guard let year = actual.year.advanced(by: later) else { return nil }
        repeated.year = year
        return repeated
      }
    }
    return register
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
