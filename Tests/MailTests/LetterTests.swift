import Foundation
import Testing

@testable import Mail

@Suite("Letters")
struct LetterTests {
  private func letter(
    subject: String = "Milestone moved", text: String = "It moved.", name: String = "Morag Reid",
    unsubscribe: String = ""
  ) throws -> Letter {
    Letter(
      from: try #require(Mailbox(text: "Concordat <concordat@example.org>")),
      to: try #require(Mailbox(name: name, address: "morag.reid@example.org")), subject: subject,
      text: text, id: try #require(UUID(uuidString: "5D8F2A9C-0000-4000-8000-000000000001")),
      date: Date(timeIntervalSince1970: 1_270_000_005), unsubscribe: unsubscribe)
  }

  /// The head of a letter, unfolded: its lines up to the first blank one.
  private func head(_ letter: Letter) -> [String] {
    let text = String(decoding: letter.bytes, as: UTF8.self)
    let head = text.prefix(upTo: text.firstRange(of: "\r\n\r\n")?.lowerBound ?? text.endIndex)
    return String(head).replacing("\r\n ", with: " ").split(separator: "\r\n").map(String.init)
  }

  private func body(_ letter: Letter) -> String {
    let text = String(decoding: letter.bytes, as: UTF8.self)
    return String(text[(text.firstRange(of: "\r\n\r\n")?.upperBound ?? text.endIndex)...])
  }

  @Test("NOT-9 A letter names itself by its identity, and says that a program wrote it")
  func plain() throws {
    #expect(
      try head(letter(unsubscribe: "https://concordat.example.org/unsubscribe/1")) == [
        "From: \"Concordat\" <concordat@example.org>",
        "To: \"Morag Reid\" <morag.reid@example.org>", "Subject: Milestone moved",
        "Date: Wed, 31 Mar 2010 01:46:45 +0000",
        "Message-ID: <5d8f2a9c-0000-4000-8000-000000000001@example.org>", "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable",
        "Auto-Submitted: auto-generated",
        "List-Unsubscribe: <https://concordat.example.org/unsubscribe/1>",
        "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
      ])
  }

  @Test("One click needs TLS: over plain HTTP the link stands alone")
  func plainUnsubscribe() throws {
    let lines = try head(letter(unsubscribe: "http://localhost:8080/unsubscribe/1"))
    #expect(lines.last == "List-Unsubscribe: <http://localhost:8080/unsubscribe/1>")
  }

  @Test(
    "NOT-10 Whatever a subject or a name holds, it adds no header and ends none",
    arguments: [
      "a\r\nBcc: all@example.org", "a\nBcc: all@example.org", "a\rBcc: all@example.org",
      "a\r\n\r\nbody", "\u{85}Bcc: x", "\u{2028}Bcc: x", "a\0b", "\r\n.\r\nMAIL FROM:<x@y>",
      "\"<x@example.org>\\", "=?UTF-8?Q?=0D=0ABcc:_x?=", "é\r\u{301}\nBcc: x",
      String(repeating: "Bcc: x\r\n", count: 500), String(repeating: "é", count: 500), "",
    ])
  func injection(hostile: String) throws {
    let letter = try letter(subject: hostile, name: hostile, unsubscribe: "https://a/\(hostile)")
    let lines = head(letter)
    let names = lines.map { String($0.prefix { $0 != ":" }) }
    #expect(
      names.filter { !$0.hasPrefix("List-") } == [
        "From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type",
        "Content-Transfer-Encoding", "Auto-Submitted",
      ])
    #expect(lines.allSatisfy { $0.utf8.allSatisfy { (0x20...0x7E).contains($0) } })
    #expect(body(letter) == "It moved.\r\n")
    let raw = String(decoding: letter.bytes, as: UTF8.self).split(separator: "\r\n")
    #expect(raw.allSatisfy { $0.utf8.count <= 998 })
  }

  @Test("Words beyond ASCII and long words are encoded in pieces that fit")
  func encodedWords() throws {
    let words = "Dìleab & naïve “quotes” " + String(repeating: "ø", count: 100)
    let line = HeaderText.words(words)
    let pieces = line.split(separator: "\r\n ")
    #expect(pieces.allSatisfy { $0.hasPrefix("=?UTF-8?B?") && $0.utf8.count <= 75 })
    let bytes = pieces.compactMap {
      Data(base64Encoded: String($0.dropFirst("=?UTF-8?B?".count).dropLast(2)))
    }
    #expect(String(decoding: bytes.joined(), as: UTF8.self) == words)
    #expect(bytes.allSatisfy { String(data: $0, encoding: .utf8) != nil })
  }

  @Test(
    "A body travels in lines of at most 76 bytes of ASCII, and comes out as it was",
    arguments: [
      ("", ""), ("a\nb", "a\r\nb\r\n"), ("a\r\nb\n", "a\r\nb\r\n"), ("a = b", "a =3D b\r\n"),
      ("end \t", "end =09\r\n"), (".", "=2E\r\n"), ("..a.", "=2E.a.\r\n"), ("é", "=C3=A9\r\n"),
      ("a\n\nb", "a\r\n\r\nb\r\n"),
    ])
  func quotedPrintable(text: String, encoded: String) {
    #expect(String(decoding: QuotedPrintable.encode(text), as: UTF8.self) == encoded)
  }

  @Test("Long lines are broken softly, and no line is too long")
  func longLines() throws {
    let text = String(repeating: "£12.50 für Møller. ", count: 200)
    let lines = String(decoding: QuotedPrintable.encode(text), as: UTF8.self)
      .split(separator: "\r\n")
    #expect(lines.count > 10 && lines.allSatisfy { $0.utf8.count <= 76 })
    #expect(lines.dropLast().allSatisfy { $0.hasSuffix("=") && !$0.hasPrefix(".") })
  }

  @Test(
    "Only a plain address is one",
    arguments: [
      ("a@example.org", true), ("o'neil+x@b.c", true), ("", false), ("a", false), ("a@", false),
      ("@b", false), ("a@b@c", false), ("a b@c", false), ("a@b c", false), ("\"a\"@b", false),
      ("a@b>\r\nRCPT TO:<c@d", false), ("a@b\n", false), ("a\0@b", false), (".a@b", false),
      ("a@b.", false), ("é@b", false), (String(repeating: "a", count: 250) + "@b.cd", false),
    ])
  func addresses(text: String, isOne: Bool) {
    #expect((Mailbox(address: text) != nil) == isOne)
  }

  @Test(
    "Where letters are handed over: encrypted, but on one's own machine",
    arguments: [
      ("smtp://mail.example.org", "smtp://mail.example.org:587/x", true),
      ("smtps://u:p%40w@mail.example.org", "smtps://mail.example.org:465/x", true),
      ("smtp://127.0.0.1:2525", "smtp://127.0.0.1:2525/x", false),
      ("smtp://relay:25?tls=optional", "smtp://relay:25/x", false),
    ])
  func servers(text: String, address: String, isEncrypted: Bool) throws {
    let server = try #require(MailServer(text: text))
    #expect(server.address(greetingAs: "x") == address)
    #expect(server.isEncryptionRequired == isEncrypted)
    #expect(server.user == nil || server.password == "p@w")
  }

  @Test(
    "Anything else names no server",
    arguments: [
      "", "mail.example.org", "http://mail.example.org", "smtp://", "smtp://a/b", "smtp://a?tls=no",
      "smtp://a:99999", "smtp://a b", "smtp://a:0",
    ])
  func noServer(text: String) {
    #expect(MailServer(text: text) == nil)
  }
}
