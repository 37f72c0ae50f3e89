import Crypto
import Foundation
import Programme

/// What stands in the address that ends letters of a kind for one person: who, what, and a keyed
/// digest of both. It proves itself, so nothing of it is stored and no sign-in is needed.
struct UnsubscribeToken: Sendable {
  let person: ID<Person>
  let topic: MailTopic

  init(_ person: ID<Person>, _ topic: MailTopic) {
    self.person = person
    self.topic = topic
  }

  /// Reads a token; nil for anything that this server did not write.
  init?(text: String, key: SymmetricKey) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let person = ID<Person>(text: String(parts[0])),
      let topic = MailTopic(word: String(parts[1])),
      let digest = Hexadecimal.bytes(parts[2]),
      HMAC<SHA256>.isValidAuthenticationCode(
        digest, authenticating: UnsubscribeToken.message(person, topic), using: key)
    else { return nil }
    self.init(person, topic)
  }

  /// What stands in the address.
  func text(key: SymmetricKey) -> String {
    let digest = HMAC<SHA256>.authenticationCode(
      for: UnsubscribeToken.message(person, topic), using: key)
    return "\(person).\(topic.word).\(Hexadecimal.text(Array(digest)))"
  }

  private static func message(_ person: ID<Person>, _ topic: MailTopic) -> Data {
    Data("unsubscribe \(person) \(topic.word)".utf8)
  }
}
