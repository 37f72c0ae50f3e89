import Crypto
import Foundation
import Mail
import Programme
import Store

/// Writes what goes by e-mail, in plain text. Addresses in it come from the configuration.
struct LetterWriter: Sendable {
  let from: Mailbox
  /// The origin of every address.
  let origin: String
  let key: SymmetricKey

  /// A letter that tells of notices of one kind; nil for a person whose address is none.
  func notices(_ notices: [StoredNotice], _ lease: MailLease, at date: Date) -> Letter? {
    let subject =
      notices.count == 1
      ? notices.first?.title ?? "" : "\(notices.count) notices: \(lease.topic.words)"
    let text = notices.map(words).joined(separator: "\n\n")
    return letter(subject, text, lease, at: date)
  }

  /// The digest of what needs a person; nil for a person whose address is none.
  func digest(_ digest: Digest, _ lease: MailLease, at date: Date) -> Letter? {
    letter(digest.subject, digest.text(at: origin), lease, at: date)
  }

  private func letter(
    _ subject: String, _ text: String, _ lease: MailLease, at date: Date
  ) -> Letter? {
    guard let to = Mailbox(name: lease.viewer.name, address: lease.email),
      let person = lease.viewer.person
    else { return nil }
    let token = UnsubscribeToken(person, lease.topic).text(key: key)
    let unsubscribe = "\(origin)/unsubscribe/\(token)"
    let foot = """
      --\u{20}
      \(lease.programmeName)
      You get this because you act for \(lease.viewer.organisationName).
      Stop e-mails about this (\(lease.topic.words)): \(unsubscribe)
      Choose what comes by e-mail: \(origin)/notices/settings
      """
    return Letter(
      from: from, to: to, subject: subject, text: "\(text)\n\n\(foot)\n", id: lease.id.uuid,
      date: date, unsubscribe: unsubscribe)
  }

  private func words(_ notice: StoredNotice) -> String {
    let lines = [
      notice.title, notice.words, notice.due.map { "Due \($0.words)" } ?? "",
      origin + SafePath.of(notice.path),
    ]
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
