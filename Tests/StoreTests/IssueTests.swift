import Foundation
import Postgres
import Programme
import TestSupport
import Testing

@testable import Store

// The testing library has an issue of its own.
private typealias Issue = Programme.Issue

@Suite(
  "Issues as they are kept", .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct IssueTests {
  private static let plan: [Issue.Field: String] = [
    .owner: "lomond systems", .ownerPerson: World.partner.name.uppercased(),
    .nextAction: "Send the mapping", .due: "2010-06-01", .severity: "Major",
  ]

  private func raise(
    _ title: String, in database: TestDatabase, as viewer: Viewer = World.officer,
    _ change: (inout Issue) -> Void = { _ in }
  ) async throws -> Int {
    var issue = Issue(title: title)
    change(&issue)
    let raised = issue
    return try await database.store.write(as: viewer, .test("issue.raise")) { db in
      try db.raiseIssue(raised, by: .test("issue.raise"), as: viewer)
    }
  }

  private func move(
    _ number: Int, _ version: Int, _ step: IssueStep, _ typed: [Issue.Field: String] = [:],
    because reason: String = "", in database: TestDatabase, as viewer: Viewer = World.officer
  ) async throws {
    let act = Act(name: "issue.\(step)", requestID: "test", reason: reason)
    try await database.store.write(as: viewer, act) { db in
      try db.moveIssue(number, expecting: version, step, typed: typed, by: act, as: viewer)
    }
  }

  private func issue(
    _ number: Int, as viewer: Viewer = World.officer, in database: TestDatabase
  ) async throws -> StoredIssue? {
    try await database.store.read(as: viewer) { db in try db.issue(number, as: viewer) }
  }

  private func page(
    _ filter: IssueFilter, as viewer: Viewer, in database: TestDatabase
  ) async throws -> IssuePage {
    try await database.store.read(as: viewer) { db in try db.issuePage(filter, as: viewer) }
  }

  private func notices(to viewer: Viewer, in database: TestDatabase) async throws -> [String] {
    try await database.superuser.withConnection { db in
      try db.query(
        """
        SELECT kind || ': ' || title FROM notice WHERE person_id = \(viewer.person?.uuid as UUID?)
        ORDER BY made_at, kind, title
        """
      ) { row in try row.next(String.self) }
    }
  }

  @Test("ISS-3, ISS-4, ISS-7, ISS-10, ISS-14 and ISS-15: an issue from raising to what it taught")
  func life() async throws {
    try await TestDatabase.run { database in
      let number = try await raise("Late mapping", in: database) { $0.councils = ["S12000040"] }
      let raised = try #require(try await issue(number, in: database))
      #expect(raised.issue.councils == ["West Lothian Council"])
      #expect(raised.issue.state == .untriaged)
      try await move(number, 1, .triage, Self.plan, in: database)
      let open = try #require(try await issue(number, as: World.partner, in: database))
      #expect(open.issue.owner == "Lomond Systems")
      #expect(open.ownerPerson == World.partner.person)
      #expect(open.version == 2)
      #expect(
        try await notices(to: World.partner, in: database) == [
          "issueAssigned: Issue #\(number), Late mapping, is yours: Send the mapping"
        ])
      await #expect(throws: Refusal.conflict(current: 2)) {
        try await move(number, 1, .wait, Self.plan, in: database)
      }
      await #expect(throws: Refusal.forbidden) {
        try await move(number, 2, .withdraw, because: "No", in: database, as: World.otherOfficer)
      }
      await #expect(throws: Refusal.forbidden) {
        try await move(number, 2, .wait, Self.plan, in: database, as: World.viewer(.board))
      }
      var changed = open.issue
      changed.title = "Late address mapping"
      changed.state = .resolved
      let title = changed
      for expected in [3, 3] {
        let version = try await database.store.write(as: World.partner, .test()) { db in
          try db.changeIssue(
            number,
            expecting: expected == 3 ? db.issue(number, as: World.partner)?.version ?? 0 : 0,
            to: title, by: .test("issue.change"), as: World.partner)
        }
        #expect(version == expected, "a change of nothing makes no version")
      }
      try await database.store.write(as: World.otherOfficer, .test()) { db in
        try db.commentIssue(
          number, "We wait too", by: .test("issue.comment"), as: World.otherOfficer)
      }
      try await move(
        number, 3, .resolve,
        [.resolution: "It came", .learnt: "Ask early", .prevention: "A date each"], in: database,
        as: World.partner)
      let told = try await notices(to: World.officer, in: database)
      #expect(told.contains("issueMoved: Issue #\(number), Late address mapping, is now resolved"))
      #expect(told.contains { $0.hasPrefix("issueCommented: ") })
      let (lessons, history) = try await database.store.read(as: World.otherOfficer) { db in
        var filter = LessonFilter()
        filter.words = "early"
        let stored = try db.issue(number, as: World.otherOfficer).orRefused()
        return (
          try db.lessonPage(filter, as: World.otherOfficer),
          try db.history(of: stored, as: World.otherOfficer)
        )
      }
      #expect(lessons.rows.map(\.issueNumber) == [number])
      #expect(lessons.rows.first?.lesson.advice == "A date each")
      #expect(history.map(\.version) == [4, 3, 3, 2, 1])
      try await move(number, 4, .reopen, Self.plan, because: "It broke", in: database)
      try await move(
        number, 5, .resolve, [.resolution: "Again", .learnt: "Test", .prevention: "Tests"],
        in: database)
      #expect(try await database.count("SELECT count(*) FROM lesson") == 1)
    }
  }

  @Test("ISS-10: names that stand for nobody are refused at their fields")
  func names() async throws {
    try await TestDatabase.run { database in
      let refused: [(Issue.Field, (inout Issue) -> Void)] = [
        (.owner, { $0.owner = "Nobody Ltd" }),
        (.councils, { $0.councils = ["West Lothian Council", "Lomond Systems"] }),
        (
          .ownerPerson,
          { issue in (issue.owner, issue.ownerPerson) = ("Inverclyde Council", World.partner.name) }
        ),
      ]
      for (field, change) in refused {
        do {
          _ = try await raise("A", in: database, change)
          Testing.Issue.record("\(field) was taken")
        } catch Refusal.invalid(let problems) {
          #expect(problems.map { $0.place.text } == [field.rawValue])
        }
      }
      #expect(try await database.count("SELECT count(*) FROM issue") == 0)
    }
  }

  @Test(
    "ISS-8 and ISS-9: a concern and all of it is known to its author and the co-ordinators alone")
  func concern() async throws {
    try await TestDatabase.run { database in
      let open = try await raise("Everybody's", in: database)
      let number = try await raise("Zqxcanary", in: database) {
        $0.state = .concern
        $0.councils = ["West Lothian Council"]
      }
      let link = try await database.store.write(as: World.officer, .test()) { db in
        try db.commentIssue(number, "Zqxcanary too", by: .test("issue.comment"), as: World.officer)
        let benefit = try db.addBenefit(
          World.benefit("B001"), to: World.westLothian, visibility: .published, by: .test(),
          as: World.officer)
        try db.linkIssue(
          number, to: .record(.benefit, benefit.uuid), by: .test("issue.link"), as: World.officer)
        return benefit
      }
      let colleague = World.viewer(.council)
      var others = Role.allCases.filter { $0 != .coordinator }
        .flatMap { [World.viewer($0), World.viewer($0, of: World.programmeOffice)] }
      others += [colleague, World.otherOfficer, World.partner]
      for viewer in others {
        try await expectNothing(of: number, link.uuid, as: viewer, in: database)
      }
      for viewer in [World.officer, World.coordinator] {
        let stored = try #require(try await issue(number, as: viewer, in: database))
        let (comments, history, links) = try await database.store.read(as: viewer) { db in
          (
            try db.comments(on: stored, as: viewer), try db.history(of: stored, as: viewer),
            try db.links(of: stored, as: viewer)
          )
        }
        #expect(comments.map(\.isConfided) == [true])
        #expect(history.count == 3)
        #expect(links.count == 1)
        #expect(
          try await page(IssueFilter(), as: viewer, in: database).rows.map(\.number) == [
            number, open,
          ])
      }
      #expect(try await notices(to: World.coordinator, in: database).count == 3)
      #expect(try await notices(to: World.partner, in: database) == [])
      await #expect(throws: Refusal.notFound) {
        try await move(number, 1, .publish, in: database, as: colleague)
      }

      try await move(number, 1, .publish, in: database, as: World.coordinator)
      let seen = try #require(try await issue(number, as: World.partner, in: database))
      #expect(seen.issue.state == .untriaged)
      let (comments, history, links) = try await database.store.read(as: World.partner) { db in
        (
          try db.comments(on: seen, as: World.partner), try db.history(of: seen, as: World.partner),
          try db.links(of: seen, as: World.partner)
        )
      }
      #expect(comments.isEmpty, "what was written in confidence stays so")
      #expect(history.map(\.version) == [2])
      #expect(history.first?.changes.first { $0.field == "title" }?.after == "Zqxcanary")
      #expect(links.count == 1)
      var filter = IssueFilter()
      (filter.words, filter.council) = ("zqx", World.officer.organisationCode)
      #expect(try await page(filter, as: World.partner, in: database).rows.count == 1)
    }
  }

  /// Neither the store nor the database itself shows anything of it.
  private func expectNothing(
    of number: Int, _ benefit: UUID, as viewer: Viewer, in database: TestDatabase
  ) async throws {
    #expect(try await issue(number, as: viewer, in: database) == nil, "\(viewer.name)")
    let found = try await database.store.read(as: viewer) { db in
      var filter = IssueFilter()
      (filter.standing, filter.words) = (.all, "zqxcanary")
      let listed = try db.issuePage(filter, as: viewer)
      filter = IssueFilter()
      let all = try db.issuePage(filter, as: viewer)
      let counted = try db.first(
        """
        SELECT (SELECT count(*) FROM issue WHERE confided_to IS NOT NULL)
          + (SELECT count(*) FROM issue_word WHERE word = 'zqxcanary')
          + (SELECT count(*) FROM issue_comment) + (SELECT count(*) FROM issue_link)
          + (SELECT count(*) FROM issue_council) + (SELECT count(*) FROM issue_watcher
            WHERE confided_to IS NOT NULL)
          + (SELECT count(*) FROM journal_entry WHERE label = \("#\(number)"))
          + (SELECT count(*) FROM journal_change WHERE after LIKE '%qxcanary%')
          + (SELECT count(*) FROM notice)
        """
      ) { row in try row.next(Int.self) }
      return (counted ?? -1) + listed.count + (all.needs[.confided] ?? 0)
        + all.rows.filter { $0.number == number }.count
        + (try db.issues(about: benefit, as: viewer)).count
    }
    #expect(found == 0, "\(viewer.name)")
    await #expect(throws: Refusal.notFound) {
      try await database.store.write(as: viewer, .test()) { db in
        try db.commentIssue(number, "A", by: .test(), as: viewer)
      }
    }
    let changed = try await database.store.write(as: viewer, .test()) { db in
      try db.execute("UPDATE issue SET title = 'Mine' WHERE number = \(number)")
    }
    #expect(changed == 0)
  }

  @Test("ISS-13: a change of many is made of all or of none")
  func bulk() async throws {
    try await TestDatabase.run { database in
      var numbers: [Int] = []
      for title in ["A", "B"] { numbers.append(try await raise(title, in: database)) }
      let others = try await raise("C", in: database, as: World.otherOfficer)
      let change = IssueBulkChange(Self.plan)
      func make(_ versions: [Int: Int]) async throws -> Int {
        try await database.store.write(as: World.officer, .test("issue.bulk")) { db in
          try db.changeIssues(change, of: versions, by: .test("issue.bulk"), as: World.officer)
        }
      }
      await #expect(throws: Refusal.forbidden) { _ = try await make([numbers[0]: 1, others: 1]) }
      await #expect(throws: Refusal.conflict(current: 1)) {
        _ = try await make([numbers[0]: 1, numbers[1]: 2])
      }
      #expect(try await issue(numbers[0], in: database)?.version == 1)
      #expect(try await make([numbers[0]: 1, numbers[1]: 1]) == 2)
      #expect(try await issue(numbers[1], in: database)?.issue.state == .open)
      #expect(try await make([numbers[0]: 2, numbers[1]: 2]) == 0)
    }
  }

  @Test("ISS-11: a link is seen by who sees its record, and the journal does not name it")
  func links() async throws {
    try await TestDatabase.run { database in
      let number = try await raise("A", in: database)
      let draft = try await database.store.write(as: World.officer, .test()) { db in
        let id = try db.addBenefit(
          World.benefit("B001", title: "Zqxcanary"), to: World.westLothian, visibility: .draft,
          by: .test(), as: World.officer)
        try db.linkIssue(
          number, to: .record(.benefit, id.uuid), by: .test("issue.link"), as: World.officer)
        return id
      }
      for (viewer, count) in [(World.officer, 1), (World.partner, 0)] {
        let (links, history) = try await database.store.read(as: viewer) { db in
          let stored = try db.issue(number, as: viewer).orRefused()
          return (try db.links(of: stored, as: viewer), try db.history(of: stored, as: viewer))
        }
        #expect(links.count == count)
        #expect(!"\(history)".contains("Zqxcanary"))
      }
      let foreign = World.otherOfficer
      let own = try await raise("B", in: database, as: foreign)
      await #expect(throws: Refusal.self) {
        try await database.store.write(as: foreign, .test()) { db in
          try db.linkIssue(own, to: .record(.benefit, draft.uuid), by: .test(), as: foreign)
        }
      }
    }
  }

  @Test("ISS-11: an issue is linked to a plan change by its number, and to none that is not there")
  func linkedChange() async throws {
    try await TestDatabase.run { database in
      let number = try await raise("A", in: database)
      let change = try await database.propose(
        moving: database.milestone("2010-06-01"), to: "2010-09-01")
      let links = try await database.store.write(as: World.officer, .test()) { db in
        try db.linkIssue(
          number, to: .change(change), by: .test("issue.link"), as: World.officer)
        let linked = try db.issue(number, as: World.officer).orRefused()
        return try db.links(of: linked, as: World.officer)
      }
      #expect(links.map(\.kind) == [.change])
      #expect(links.map(\.number) == [change])
      await #expect(throws: Refusal.self) {
        try await database.store.write(as: World.officer, .test()) { db in
          try db.linkIssue(number, to: .change(change + 1), by: .test(), as: World.officer)
        }
      }
    }
  }

  @Test("ISS-16: a lesson that leaves its party out tells nobody else where it comes from")
  func unnamed() async throws {
    try await TestDatabase.run { database in
      var lesson = Lesson(title: "Go-live on a Tuesday", kind: .success, learnt: "A", advice: "B")
      lesson.isNamed = false
      let unnamed = lesson
      let id = try await database.store.write(as: World.officer, .test()) { db in
        try db.addLesson(unnamed, by: .test("lesson.add"), as: World.officer)
      }
      let sights: [(Viewer, String?, Int)] = [
        (World.officer, "West Lothian Council", 1), (World.coordinator, "West Lothian Council", 1),
        (World.partner, nil, 0), (World.viewer(.auditor, of: World.programmeOffice), nil, 0),
      ]
      for (viewer, name, entries) in sights {
        let (seen, history) = try await database.store.read(as: viewer) { db in
          (try db.lesson(id, as: viewer), try db.history(of: id, as: viewer))
        }
        #expect(seen?.partyName == name, "\(viewer.name)")
        #expect(history.count == entries, "\(viewer.name)")
      }
      await #expect(throws: Refusal.forbidden) {
        try await database.store.write(as: World.partner, .test()) { db in
          try db.changeLesson(id, expecting: 1, to: unnamed, by: .test(), as: World.partner)
        }
      }
    }
  }
}

extension Optional {
  func orRefused() throws -> Wrapped {
    guard let found = self else { throw Refusal.notFound }
    return found
  }
}
