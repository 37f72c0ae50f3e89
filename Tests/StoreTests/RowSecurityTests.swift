import Calculator
import Foundation
import Postgres
import Programme
import TestSupport
import Testing

@testable import Store

/// What the serving role can do on its own, with the store's conditions forgotten.
@Suite(.enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct RowSecurityTests {
  /// Tables that hold what organisations record.
  static let tables = [
    "register", "channel_cost", "benefit", "benefit_criterion", "cost", "measure", "period_value",
    "register_total", "journal_entry", "journal_change", "import_run", "imported_file",
    "import_change", "heading_match", "scenario", "simulation_run", "cost_benefit",
    "cost_actual", "saved_view", "review", "handover", "shared_source", "attribution",
    "source_claim",
    "benefit_check", "map_node", "map_link", "duplicate_dismissal",
    "approval", "baseline", "period_close", "evidence", "evidence_chunk",
    "pattern", "adoption", "adopted_assumption", "draft", "issue", "issue_comment",
    "issue_watcher", "issue_link", "lesson",
    "office", "readiness_answer", "activity", "responsibility", "programme_objective",
    "objective_target", "charter", "charter_acceptance", "other_programme",
    "other_programme_party",
    "notice", "notice_preference", "mail", "calendar_link",
    "milestone", "milestone_dependency", "milestone_benefit", "milestone_move", "early_warning",
    "plan_change", "plan_change_revision", "plan_change_party", "plan_change_position",
    "plan_change_counter", "plan_change_milestone", "plan_change_benefit", "plan_change_decision",
    "plan_change_acknowledgement",
  ]

  @Test("Every table but the public facts has row-level security enabled and forced")
  func everyTableIsForced() async throws {
    try await TestDatabase.run { database in
      let open = try await database.superuser.withConnection { db in
        try db.query(
          """
          SELECT relname FROM pg_class
          WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
            AND NOT (relrowsecurity AND relforcerowsecurity)
          ORDER BY relname
          """
        ) { row in try row.next(String.self) }
      }
      #expect(open == ["organisation", "schema_migration", "sign_in_attempt"])
    }
  }

  @Test("Without a scope nothing is seen, and nothing can be written", arguments: tables)
  func withoutScope(table: String) async throws {
    try await TestDatabase.shared(.everything) { database in
      let pool = database.appPool()
      let name = SQL.identifier(table)
      let seen = try await pool.transaction { db in
        try db.first("SELECT count(*) FROM \(name)") { row in try row.next(Int.self) }
      }
      #expect(seen == 0)
      let stored = try await database.count("SELECT count(*) FROM \(name)")
      #expect(stored > 0)
      for statement: SQL in [
        "INSERT INTO \(name) SELECT * FROM \(name)",
        "UPDATE \(name) SET organisation_id = organisation_id",
      ] {
        let changed = try? await pool.transaction { db in try db.execute(statement) }
        #expect((changed ?? 0) == 0)
      }
      await pool.close()
    }
  }

  @Test("A forgotten condition shows a role no row that it may not see", arguments: Role.allCases)
  func forgottenCondition(role: Role) async throws {
    try await TestDatabase.shared(.everything) { database in
      for organisation in [World.westLothian, World.inverclyde, World.programmeOffice] {
        let viewer = World.viewer(role, of: organisation)
        for table in ["benefit", "cost", "register_total", "map_node"] {
          let name = SQL.identifier(table)
          let all = try await database.superuser.withConnection { db in
            try db.query("SELECT organisation_id, visibility FROM \(name)") { row in
              (ID<Organisation>(try row.next()), try row.choice(Visibility.self))
            }
          }
          let expected = all.count { viewer.sees($0.1, of: $0.0) }
          let seen = try await database.store.read(as: viewer) { db in
            try db.first("SELECT count(*) FROM \(name)") { row in try row.next(Int.self) }
          }
          #expect(seen == expected, "\(table)")
        }
      }
    }
  }

  @Test("Another programme's officer sees nothing of this one", arguments: tables)
  func otherProgramme(table: String) async throws {
    try await TestDatabase.shared(.everything) { database in
      for role in Role.allCases {
        let viewer = World.viewer(role, of: World.elsewhere, in: World.otherProgramme)
        let seen = try await database.store.read(as: viewer) { db in
          try db.first("SELECT count(*) FROM \(SQL.identifier(table))") { row in
            try row.next(Int.self)
          }
        }
        #expect(seen == 0)
      }
    }
  }

  @Test("Nobody writes into another council's register", arguments: Role.allCases)
  func foreignWrites(role: Role) async throws {
    try await TestDatabase.shared(.everything) { database in
      let viewer = World.viewer(role, of: World.inverclyde)
      for table in [
        "register", "benefit", "cost", "measure", "period_value", "register_total", "map_node",
        "map_link",
      ] {
        let name = SQL.identifier(table)
        let changed = try await database.store.write(as: viewer, .test()) { db in
          try db.execute(
            """
            UPDATE \(name) SET organisation_id = organisation_id
            WHERE organisation_id = \(World.westLothian.uuid)
            """)
        }
        #expect(changed == 0, "\(table)")
      }
      await #expect(throws: PostgresError.self) {
        try await database.store.write(as: viewer, .test()) { db in
          try db.execute(
            """
            INSERT INTO register_total (programme_id, organisation_id, visibility, benefit_count,
              without_money_count, cashable, non_cashable, transfers)
            VALUES (\(World.programme.uuid), \(World.westLothian.uuid), 'draft', 1, 1, 1, 1, 1)
            """)
        }
      }
    }
  }

  @Test("An officer cannot move a row to another council or programme")
  func movedRows() async throws {
    try await TestDatabase.shared(.everything) { database in
      let officer = World.viewer(.council)
      for (column, value) in [
        ("organisation_id", World.inverclyde.uuid), ("programme_id", World.otherProgramme.uuid),
      ] {
        await #expect(throws: PostgresError.self) {
          try await database.store.write(as: officer, .test()) { db in
            try db.execute("UPDATE cost SET \(SQL.identifier(column)) = \(value)")
          }
        }
      }
    }
  }

  @Test(
    "The serving role can neither change nor delete what has a history",
    arguments: [
      "UPDATE journal_entry SET reason = ''", "DELETE FROM journal_entry",
      "UPDATE journal_change SET after = ''", "DELETE FROM journal_change",
      "UPDATE journal_seal SET hash = hash", "DELETE FROM journal_seal", "DELETE FROM benefit",
      "DELETE FROM cost", "DELETE FROM measure", "DELETE FROM period_value", "DELETE FROM register",
      "DELETE FROM import_run",
      "DELETE FROM imported_file", "TRUNCATE journal_entry CASCADE",
      "ALTER TABLE benefit NO FORCE ROW LEVEL SECURITY", "SET ROLE concordat_owner",
      "CREATE TABLE mine (id int)", "INSERT INTO organisation (kind, name) VALUES ('other', 'X')",
    ])
  func appendOnly(statement: String) async throws {
    try await TestDatabase.shared(.everything) { database in
      let pool = database.appPool()
      await #expect {
        try await pool.withConnection { db in try db.script(statement) }
      } throws: { error in
        (error as? PostgresError)?.kind == .insufficientPrivilege
      }
      await pool.close()
    }
  }

  @Test("A scope ends with its transaction: the next use of the connection has none")
  func scopeEnds() async throws {
    try await TestDatabase.run(connections: 1) { database in
      try await database.fillEverything()
      let officer = World.viewer(.council)
      _ = try await database.store.benefits(BenefitFilter(), as: officer)
      let seen = try await database.store.pool.transaction { db in
        try db.first("SELECT count(*) FROM benefit") { row in try row.next(Int.self) }
      }
      #expect(seen == 0)
    }
  }

  @Test("The one role of a simple installation is bound by the same rules")
  func singleRole() async throws {
    try await TestDatabase.shared(.everything) { database in
      let owner = TestServer.pool(role: "concordat_owner", database: database.name)
      let seen = try await owner.transaction { db in
        try db.first("SELECT count(*) FROM benefit") { row in try row.next(Int.self) }
      }
      #expect(seen == 0)
      await owner.close()
    }
  }
}

extension TestDatabase.Filling {
  static let everything = TestDatabase.Filling("everything") { try await $0.fillEverything() }
}

extension TestDatabase {
  /// Something in every table: two registers, and an import in each.
  func fillEverything() async throws {
    let viewers = try await fill(benefits: 16)
    try await retireOfficers()
    for officer in viewers.prefix(2) {
      try await store.write(as: officer, .test("import.confirm")) { db in
        guard var register = try db.register(of: officer.organisation, as: officer)?.register
        else { throw Refusal.notFound }
        register.benefits[0].title = "Another title"
        let run = try db.stageImport(
          fileName: "register.xml", bytes: [1, 2, 3], problems: [], into: officer.organisation,
          by: .test(), as: officer)
        try db.confirmImport(run, register: register, as: officer, by: .test())
        try db.fillCost(as: officer)
        try db.fillMap(as: officer)
        try db.fillMilestones(as: officer)
        let match = HeadingMatch(sheet: "Benefits", heading: "Our ref", meaning: .keep)
        try db.saveHeadingMatches([match], of: officer.organisation, by: .test(), as: officer)
        let measured = try db.benefits(of: officer.organisation, as: officer)[0].id
        _ = try db.addMeasure(.calls, to: measured, by: .test(), as: officer)
        var changes = ScenarioChanges()
        changes.values[.discountRate] = .zero
        _ = try db.addScenario(
          Scenario(name: "No discount", changes: changes), of: officer.organisation, by: .test(),
          as: officer)
        _ = try db.addSavedView(
          name: "Cash by service", query: "rows=service", isShared: true, by: .test(), as: officer)
        let living = try db.benefits(of: officer.organisation, as: officer)
          .filter { $0.benefit.status != .withdrawn }
        let (first, second) = (living[0], living[1])
        var review = Review.sample
        review.decision = .handOver
        review.newOwner = "Somebody else"
        _ = try db.addReview(
          review, of: first.id, expecting: first.stored.version, by: .test(), as: officer)
        let source = try db.addSource(
          SharedSource(kind: .measure, name: "Calls"), visibility: .draft, by: .test(),
          as: officer)
        try db.setShare(
          SourceShare(share: .one, note: ""), of: source, in: first.id, by: .test(), as: officer)
        var check = BenefitCheck()
        check.payer = "Somebody else"
        try db.saveCheck(check, of: first.id, expecting: 0, by: .test(), as: officer)
        try db.dismissDuplicate(
          first.id, second.id, by: Act(name: "d", requestID: "r", reason: "Two"), as: officer)
        _ = try db.askSimulation(
          title: "A run", question: "{}", trials: 1, of: officer.organisation, as: officer)
        try db.approveSomething(as: officer)
        let pattern = PatternStoreTests.pattern
        _ = try db.keepPattern(pattern, visibility: .draft, by: .test(), as: officer)
        guard let made = pattern.benefit(reference: "P001", council: "").value else { return }
        _ = try db.addBenefit(
          made, to: officer.organisation, visibility: .draft, adopting: pattern, by: .test(),
          as: officer)
      }
    }
    try await store.write(as: World.officer, .test()) { db in try db.fillIssue(as: World.officer) }
    try await fillParties()
    let person = try await store.addPerson(
      Person(name: "Somebody", email: "draft@example.org", role: .council),
      password: "correct horse battery", organisation: World.westLothian,
      programme: World.programme, by: .test("person.add"))
    try await execute(
      """
      INSERT INTO draft (person_id, form, programme_id, organisation_id, fields, saved_at)
      VALUES (\(person.uuid), 'benefit', \(World.programme.uuid), \(World.westLothian.uuid), '{}',
        now())
      """)
    try await execute("UPDATE person SET retired_at = NULL")
    try await fillNotices()
  }

  /// Something that somebody was told, by e-mail as well, and a calendar.
  private func fillNotices() async throws {
    try await store.write(as: World.coordinator, .test("notice.tell")) { db in
      try db.notify(
        NoticeDraft(.positionAsked, key: "1", title: "A change", path: "/changes/1"),
        to: NoticeReach(parties: [World.westLothian]), as: World.coordinator)
    }
    try await store.write(as: World.officer, .test("notice.choose")) { db in
      try db.choose([.digest: .never], as: World.officer)
      try db.addCalendarLink(.random(), token: "secret", as: World.officer)
    }
    try await store.gatherMail()
  }
}

extension TestDatabase {
  /// Something in each table of what parties promise one another.
  fileprivate func fillParties() async throws {
    let viewer = World.coordinator
    try await store.write(as: viewer, .test()) { db in
      let day = try db.today()
      let (west, office) = (World.westLothian, Office(kind: .champion, holder: "A", from: day))
      _ = try db.addOffice(office, of: west, by: .test(), as: viewer)
      let readiness = Readiness([.data: ReadinessAnswer(standing: .notNeeded)])
      _ = try db.saveReadiness(readiness, of: west, expecting: 0, by: .test(), as: viewer)
      _ = try db.addActivity(
        Activity(title: "A"), parts: ActivityParts([west: .accountable]), by: .test(), as: viewer)
      let target = ObjectiveTarget(words: "T")
      _ = try db.addObjective(
        ProgrammeObjective(title: "O", targets: [.long: target]), by: .test(), as: viewer)
      _ = try db.publishCharter(Charter(text: "C"), after: 0, by: .test(), as: viewer)
      try db.acceptCharter(1, by: .test(), as: viewer)
      _ = try db.addOtherProgramme(
        OtherProgramme(name: "P", from: day, parties: [west]), by: .test(), as: viewer)
    }
    try await fillChanges()
  }
}

extension Connection {
  /// An issue that was told in confidence, with everything that hangs on it, and a lesson.
  fileprivate func fillIssue(as officer: Viewer) throws {
    var issue = Programme.Issue(title: "A quarrel", state: .concern)
    issue.councils = [officer.organisationName]
    let number = try raiseIssue(issue, by: .test("issue.raise"), as: officer)
    try commentIssue(number, "It goes on", by: .test("issue.comment"), as: officer)
    guard let benefit = try benefits(of: officer.organisation, as: officer).first else { return }
    try linkIssue(
      number, to: .record(.benefit, benefit.id.uuid), by: .test("issue.link"), as: officer)
    _ = try addLesson(
      Lesson(title: "A", kind: .success, learnt: "B", advice: "C"), by: .test("lesson.add"),
      as: officer)
  }

  /// A cost that buys a benefit and came to something.
  fileprivate func fillCost(as officer: Viewer) throws {
    guard let register = try register(of: officer.organisation, as: officer),
      let benefit = register.benefits.first, let year = register.cover.baseYear
    else { throw Refusal.notFound }
    let cost = Cost(
      reference: "C99", council: "", description: "", amount: .one, fromYear: 0, toYear: 0)
    let profile = CostProfile(
      cost, buys: [benefit.benefit.reference], actuals: [CostActual(year: year, value: .one)])
    _ = try addCost(
      profile, to: officer.organisation, visibility: .shared, by: .test(), as: officer)
  }

  /// Two milestones, of which one waits for the other, was moved and may be late.
  fileprivate func fillMilestones(as officer: Viewer) throws {
    guard let day = Programme.Day(text: "2010-06-01"),
      let benefit = try register(of: officer.organisation, as: officer)?.benefits.first
    else { throw Refusal.notFound }
    let ids = try ["First", "Second"].map { title in
      try addMilestone(
        Milestone(title: title, baseline: day), of: officer.organisation, by: .test(), as: officer)
    }
    try addNeed(ids[0], of: ids[1], lagDays: 0, by: .test(), as: officer)
    try setBenefits([benefit.benefit.reference], waitingFor: ids[1], by: .test(), as: officer)
    let effect = try effect(ofMoving: ids[1], to: day.adding(days: 9) ?? day, as: officer)
    try moveMilestone(
      ids[1], expecting: 1,
      as: MilestoneSlip(
        day: effect.day.description, reason: "Late", seeing: effect.fingerprint),
      by: .test(), as: officer)
    let warning = EarlyWarning(daysLate: 5, likelihood: .likely, reason: "Late")
    try warn(warning, of: ids[0], by: .test(), as: officer)
  }

  /// Boxes of every visibility, joined to a benefit.
  fileprivate func fillMap(as officer: Viewer) throws {
    guard let benefit = try register(of: officer.organisation, as: officer)?.benefits.first else {
      throw Refusal.notFound
    }
    for visibility in Visibility.allCases {
      _ = try addMapNode(
        MapNode(kind: .change, title: "A \(visibility.rawValue) change"),
        joined: .before(.benefit(benefit.id)), to: officer.organisation, visibility: visibility,
        by: .test(), as: officer)
    }
  }

  /// A benefit of the viewer's council that its only officer submitted and approved.
  fileprivate func approveSomething(as officer: Viewer) throws {
    var benefit = World.benefit("A001")
    benefit.status = .profiled
    benefit.owner = "Head of ICT"
    let id = try addBenefit(
      benefit, to: officer.organisation, visibility: .shared, by: .test(), as: officer)
    let seen = try approval(of: id, as: officer)?.fingerprint ?? ""
    try submitForecast(id, seeing: seen, note: "", by: .test(), as: officer)
    try approveForecast(id, seeing: seen, reason: "One officer", by: .test(), as: officer)
    let file = EvidenceDraft(fileName: "ledger", kind: .text, bytes: [65])
    _ = try attachEvidence(file, to: id, by: .test(), as: officer)
    guard let year = FinancialYear(firstYear: 2008) else { return }
    try submitPeriod(PeriodSpan(year, .year), note: "", by: .test(), as: officer)
  }
}
