import Foundation
import Postgres
import Programme
import TestSupport
import Testing

@testable import Store

@Suite(
  "Notices", .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct NoticeTests {
  private func tell(
    _ database: TestDatabase, _ kind: NoticeKind, _ key: String, to reach: NoticeReach,
    as teller: Viewer = World.coordinator
  ) async throws {
    try await database.store.write(as: teller, .test("notice.tell")) { db in
      try db.notify(
        NoticeDraft(kind, key: key, title: "About \(key)", path: "/changes/\(key)"), to: reach,
        as: teller)
    }
  }

  private func titles(
    _ database: TestDatabase, _ viewer: Viewer, _ change: (inout NoticeFilter) -> Void = { _ in }
  ) async throws -> [String] {
    var filter = NoticeFilter()
    change(&filter)
    let wanted = filter
    return try await database.store.read(as: viewer) { db in
      try db.notices(wanted, as: viewer).rows.map(\.title)
    }
  }

  @Test(
    "NOT-1 Everybody it concerns is told once, whoever causes it is not, and nobody reads another's"
  )
  func told() async throws {
    try await TestDatabase.run { database in
      let reach = NoticeReach(
        people: [World.officer.person, World.coordinator.person].compactMap(\.self),
        parties: [World.westLothian, World.supplier], isForCoordinators: true)
      try await tell(database, .positionAsked, "1", to: reach)
      try await tell(database, .positionAsked, "1", to: reach)
      try await tell(database, .issueAssigned, "1", to: reach, as: World.officer)
      #expect(try await titles(database, World.officer) == ["About 1"])
      #expect(try await titles(database, World.partner).count == 2)
      #expect(try await titles(database, World.coordinator) == ["About 1"])
      #expect(try await titles(database, World.otherOfficer) == [])
      #expect(try await titles(database, World.viewer(.admin)) == [])
      let foreign = try await database.store.read(as: World.partner) { db in
        try db.notices(NoticeFilter(), as: World.partner).rows[0].id
      }
      await #expect(throws: Refusal.self) {
        try await database.store.write(as: World.officer, .test()) { db in
          try db.markNotice(foreign, read: true, as: World.officer)
        }
      }
    }
  }

  @Test(
    "NOT-2 The list goes on page by page, narrows to a kind or to what is new, and forgets nothing")
  func list() async throws {
    try await TestDatabase.run { database in
      let officer = World.officer
      for number in 1...7 {
        let kind: NoticeKind = number.isMultiple(of: 2) ? .issueCommented : .issueMoved
        try await tell(database, kind, "\(number)", to: NoticeReach(parties: [World.westLothian]))
        if number > 3 { database.clock.advance(seconds: 1) }
      }
      var filter = NoticeFilter()
      filter.limit = 2
      var seen: [String] = []
      for _ in 0..<4 {
        let wanted = filter
        let page = try await database.store.read(as: officer) {
          try $0.notices(wanted, as: officer)
        }
        seen += page.rows.map(\.title)
        filter.after = page.next.flatMap { NoticePlace(text: $0.text) }
        #expect(page.counts[.issueMoved]?.all == 4)
      }
      #expect(filter.after == nil && Set(seen).count == 7 && seen.first == "About 7")
      #expect(try await titles(database, officer) { $0.kind = .issueCommented }.count == 3)

      let newest = try await database.store.read(as: officer) { db in
        try db.notices(NoticeFilter(), as: officer).rows[1]
      }
      let marked = try await database.store.write(as: officer, .test("notice.read")) { db in
        try db.markNoticesRead(.issueCommented, until: newest.madeAt, as: officer)
      }
      #expect(marked == 3)
      #expect(try await titles(database, officer) { $0.isNew = true }.count == 4)
      #expect(try await titles(database, officer) { $0.isNew = false }.count == 3)
      try await database.store.write(as: officer, .test("notice.read")) { db in
        try db.markNotice(newest.id, read: false, as: officer)
        try db.markNotice(newest.id, read: true, as: officer)
        try db.markNotice(newest.id, read: false, as: officer)
      }
      #expect(try await titles(database, officer) { $0.isNew = true }.count == 5)
    }
  }

  @Test(
    "A place in the list is read back, and nothing else is one",
    arguments: ["", "1", "1.", ".1", "-1.00000000-0000-0000-0000-000000000000", "1.x", "9e9.x"])
  func noPlace(text: String) {
    #expect(NoticePlace(text: text) == nil)
  }

  @Test("NOT-4 Somebody who has not chosen is told as is usual, and a choice is the person's own")
  func preferences() async throws {
    try await TestDatabase.run { database in
      let officer = World.officer
      let before = try await database.store.read(as: officer) { try $0.deliveries(as: officer) }
      #expect(before == Dictionary(uniqueKeysWithValues: MailTopic.allCases.map { ($0, $0.usual) }))
      try await database.store.write(as: officer, .test("notice.choose")) { db in
        try db.choose(
          [.notice(.concern): .never, .digest: .atOnce, .notice(.charterAsked): .atOnce],
          as: officer)
      }
      let after = try await database.store.read(as: officer) { try $0.deliveries(as: officer) }
      #expect(after[.notice(.concern)] == .never && after[.notice(.charterAsked)] == .atOnce)
      #expect(after[.digest] == .weekly, "a digest comes weekly or not at all")
      let partner = World.partner
      let other = try await database.store.read(as: partner) { try $0.deliveries(as: partner) }
      #expect(other == before)
      if let person = World.partner.person {
        try await database.store.unsubscribe(person, from: .digest)
        try await database.store.unsubscribe(person, from: .digest)
      }
      try await database.store.unsubscribe(.random(), from: .digest)
      let ended = try await database.store.read(as: partner) { try $0.deliveries(as: partner) }
      #expect(ended[.digest] == .never)
      #expect(try await database.count("SELECT count(*) FROM notice_preference") == 3)
    }
  }

  @Test("NOT-11 A calendar's address has one secret at a time, and opens nothing once it is ended")
  func calendarLinks() async throws {
    try await TestDatabase.run { database in
      let (store, officer) = (database.store, World.officer)
      func make(_ token: String) async throws {
        try await store.write(as: officer, .test("calendar.make")) { db in
          try db.addCalendarLink(.random(), token: token, as: officer)
        }
      }
      try await make("first")
      #expect(try await store.calendarViewer(token: "first") == officer)
      try await make("second")
      #expect(try await store.calendarViewer(token: "first") == nil)
      #expect(try await store.calendarViewer(token: "second") == officer)
      #expect(try await store.calendarViewer(token: "") == nil)
      #expect(try await store.session(token: "second") == nil)
      #expect(try await store.session(bearer: "second") == nil)
      try await store.write(as: officer, .test("calendar.end")) { db in
        try db.endCalendarLink(as: officer)
      }
      #expect(try await store.calendarViewer(token: "second") == nil)
    }
  }
}
