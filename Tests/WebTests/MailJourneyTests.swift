import Foundation
import HTTPTypes
import Mail
import Postgres
import Programme
import Store
import TestSupport
import Testing

@testable import Web

/// What goes by e-mail, to a server that is not ours.
@Suite(
  "E-mail, sent once", .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct MailJourneyTests {
  private static let origin = "https://concordat.example.org"

  /// A site with a mail server, and an officer of West Lothian with an account.
  private func run(_ body: (TestSite, MailSink, Viewer) async throws -> Void) async throws {
    let sink = try MailSink(root: TestSite.root)
    defer { sink.stop() }
    let sender = try sink.sender
    try await TestDatabase.run { database in
      let from = try #require(Mailbox(text: "Concordat <concordat@example.org>"))
      let site = try TestSite(database, baseURL: Self.origin) {
        $0.mail = MailConfiguration(sender: sender, from: from)
      }
      _ = try await site.addPerson(.council, email: "council@example.org")
      let session = try await site.signedIn("council@example.org")
      try await body(site, sink, session)
    }
  }

  @Test("NOT-5 One letter a kind, once: not after a restart, and after a failure when it is over")
  func once() async throws {
    try await run { site, sink, officer in
      try await site.tell(.positionAsked, ["1", "2"])
      try await site.tell(.issueCommented, ["1"])
      try await site.choose(.digest, .never, as: officer)
      #expect(try await site.mailRound.run() == 1)
      let letter = try #require(try sink.taken().first)
      #expect(letter.to == ["council@example.org"] && letter.from == "concordat@example.org")
      #expect(letter["Subject"] == "2 notices: Plan changes that ask for your position")
      #expect(letter.text.contains("Title “2” & more\n") && letter.text.contains("Due 1 May 2010"))
      #expect(letter.text.contains("\(Self.origin)/changes/2"))
      #expect(letter.defects == [] && letter.longest <= 998 && letter.isSevenBit)
      #expect(try await site.mailRound.run() == 0)
      #expect(
        try await TestSite(site.database) { $0 = site.services.configuration }.mailRound.run() == 0)

      try sink.isBusy(true)
      try await site.tell(.earlyWarning, ["1"])
      #expect(try await site.mailRound.run() == 0)
      try sink.isBusy(false)
      #expect(try await site.mailRound.run() == 0, "it is left alone for a while")
      site.database.clock.advance(seconds: MailLimit.waitSeconds + 1)
      #expect(try await site.mailRound.run() == 1)
      #expect(try sink.taken().count == 2)
    }
  }

  @Test("NOT-6 Two instances send every letter once; after a crash it comes again by the same name")
  func instances() async throws {
    try await run { site, sink, officer in
      try await site.choose(.digest, .never, as: officer)
      let kinds: [NoticeKind] = [
        .positionAsked, .earlyWarning, .issueAssigned, .acknowledgementAsked, .changeAmended,
      ]
      for kind in kinds { try await site.tell(kind, ["1", "2", "3"]) }
      let other = try TestSite(site.database) { $0 = site.services.configuration }
      async let first = site.mailRound.run()
      async let second = other.mailRound.run()
      #expect(try await first + second == kinds.count)
      let names = try sink.taken().compactMap { $0["Message-ID"] }
      #expect(Set(names).count == kinds.count && names.count == kinds.count)

      try await site.tell(.positionAsked, ["4"])
      try await site.database.store.gatherMail()
      let lost = try #require(try await site.database.store.leaseMail(worker: UUID()))
      let notices = try await site.database.store.notices(of: lost)
      let letter = try site.mailRound.writer.notices(notices, lost, at: Date())
      try sink.sender.send(try #require(letter))
      #expect(try await site.mailRound.run() == 0, "the lease still holds")
      site.database.clock.advance(seconds: MailLimit.leaseSeconds + 1)
      #expect(try await site.mailRound.run() == 1)
      let twice = try sink.taken().suffix(2).compactMap { $0["Message-ID"] }
      #expect(Set(twice).count == 1 && twice.count == 2)
    }
  }

  @Test(
    "NOT-7 What was read, is too old or goes to nobody is not sent; the digest comes once a week")
  func digest() async throws {
    try await run { site, sink, officer in
      try await site.tell(.positionAsked, ["1"])
      let store = site.database.store
      let read = try await store.write(as: officer, .test()) { db in
        let notice = try #require(try db.notices(NoticeFilter(), as: officer).rows.first)
        try db.markNotice(notice.id, read: true, as: officer)
        return notice
      }
      #expect(read.title.contains("1"))
      #expect(try await site.mailRound.run() == 0)

      try await site.tell(.issueCommented, ["2"])
      try await site.tell(.milestoneMoved, ["3"])
      site.database.clock.advance(seconds: 7 * 86_400)
      #expect(try await site.mailRound.run() == 1)
      let digest = try #require(try sink.taken().last)
      #expect(digest["Subject"] == "What needs you: 2 new notices")
      #expect(digest.text.contains("Title “2”") && digest.text.contains("Title “3”"))
      site.database.clock.advance(seconds: 86_400)
      #expect(try await site.mailRound.run() == 0)
      site.database.clock.advance(seconds: 7 * 86_400)
      #expect(try await site.mailRound.run() == 0, "nothing is told twice")

      let nobody = try await site.addPerson(
        .council, of: World.inverclyde, email: "nobody@example.org")
      #expect(nobody == "nobody@example.org")
      try await site.tell(.positionAsked, ["5"], to: World.inverclyde)
      #expect(try await site.mailRound.run() == 0)
      #expect(
        try await site.database.count("SELECT count(*) FROM mail WHERE state = 'failed'") == 1)
      #expect(try sink.taken().count == 1)
    }
  }

  @Test("NOT-8 A letter's link ends its kind without signing in, by a button or by one click")
  func unsubscribe() async throws {
    try await run { site, sink, officer in
      try await site.tell(.positionAsked, ["1"])
      #expect(try await site.mailRound.run() == 1)
      let letter = try #require(try sink.taken().first)
      #expect(letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click")
      let link = try #require(letter["List-Unsubscribe"]).dropFirst().dropLast()
      #expect(letter.text.contains(link))
      let path = String(link.dropFirst(Self.origin.count))
      let stranger = Browser(site)
      let page = try await stranger.get(path)
      #expect(page.status == 200 && page.text.contains("Stop these e-mails"))
      #expect(!page.text.contains("council@example.org") && !page.text.contains("West Lothian"))
      try await site.tell(.positionAsked, ["2"])
      #expect(try await site.mailRound.run() == 1, "looking at the link changes nothing")
      let click = try await site.send(
        .post, path,
        [.contentType: "multipart/form-data; boundary=x", .origin: "https://mail.example"],
        Array("--x\r\n\r\nList-Unsubscribe=One-Click\r\n--x--".utf8))
      #expect(click.status == 200)
      try await site.tell(.positionAsked, ["3"])
      try await site.tell(.earlyWarning, ["1"])
      #expect(try await site.mailRound.run() == 1)
      #expect(try sink.taken().last?["Subject"]?.contains("Title “1”") == true)
      for bad in [
        path + "0", String(path.dropLast()), "/unsubscribe/x",
        path.replacing("positionAsked", with: "digest"),
      ] {
        #expect(try await stranger.get(bad).status == 404)
        #expect(try await site.send(.post, bad, [:], []).status == 404)
      }
      let list = try await site.database.store.read(as: officer) { db in
        try db.notices(NoticeFilter(), as: officer).rows.count
      }
      #expect(list == 4, "all of it stands on the pages")
    }
  }
}

extension TestSite {
  /// The viewer of somebody who has an account.
  fileprivate func signedIn(_ email: String) async throws -> Viewer {
    let answer = try await database.store.signIn(
      email: email, password: TestSite.password, from: "test")
    guard case .signedIn(_, let session) = answer else { throw Refusal.forbidden }
    return session.viewer
  }

  fileprivate var mailRound: MailRound {
    get throws { try #require(services.mailRound) }
  }

  /// The co-ordinator tells a party something, once a key.
  fileprivate func tell(
    _ kind: NoticeKind, _ keys: [String], to party: ID<Organisation> = World.westLothian
  ) async throws {
    try await database.store.write(as: World.coordinator, .test("notice.tell")) { db in
      for key in keys {
        try db.notify(
          NoticeDraft(
            kind, key: key, title: "Title “\(key)” & more", words: "", path: "/changes/\(key)",
            due: Day(year: 2010, month: 5, day: 1)),
          to: NoticeReach(parties: [party]), as: World.coordinator)
      }
    }
  }

  fileprivate func choose(
    _ topic: MailTopic, _ delivery: NoticeDelivery, as viewer: Viewer
  ) async throws {
    try await database.store.write(as: viewer, .test("notice.choose")) { db in
      try db.choose([topic: delivery], as: viewer)
    }
  }
}
