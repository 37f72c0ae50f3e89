import Foundation
import Mail

/// Where letters are handed over, and who sends them.
public struct MailConfiguration: Sendable {
  /// What takes them.
  public var sender: any MailSending
  /// In whose name.
  public var from: Mailbox

  /// A configuration whose parts are known to be right.
  public init(sender: any MailSending, from: Mailbox) {
    self.sender = sender
    self.from = from
  }

  /// Reads `SMTP_URL` and `MAIL_FROM`; nil where no server is named. Throws a
  /// ``ConfigurationProblem``.
  init?(environment: [String: String], baseURL: String) throws {
    guard let url = environment["SMTP_URL"], !url.isEmpty else { return nil }
    guard let server = MailServer(text: url) else {
      throw ConfigurationProblem(
        variable: "SMTP_URL",
        expected: "an address such as smtp://user:password@mail.example.org:587")
    }
    let host = URLComponents(string: baseURL)?.host ?? "localhost"
    let text = environment["MAIL_FROM"] ?? "Concordat <concordat@\(host)>"
    guard let from = Mailbox(text: text) else {
      throw ConfigurationProblem(
        variable: "MAIL_FROM", expected: "an address such as Concordat <concordat@example.org>")
    }
    self.init(sender: SMTPSender(server), from: from)
  }
}

extension Services {
  /// Whether this installation sends e-mail.
  var sendsMail: Bool { configuration.mail != nil }

  /// What sends e-mail in the background; nil where none is sent.
  var mailRound: MailRound? {
    configuration.mail.map { mail in
      MailRound(
        store: store, sender: mail.sender,
        writer: LetterWriter(
          from: mail.from, origin: configuration.baseURL, key: configuration.secret),
        clock: clock, logger: logger)
    }
  }
}
