import Crypto
import Foundation
import Programme
import Store

/// The secret in a calendar's address, worked out from the link's identity and the server's key: its
/// owner can be shown it again, and nobody who has only the database can make it.
enum CalendarToken {
  static func text(_ link: ID<CalendarLink>, key: SymmetricKey) -> String {
    let digest = HMAC<SHA256>.authenticationCode(for: Data("calendar \(link)".utf8), using: key)
    return Hexadecimal.text(Array(digest))
  }
}

extension Services {
  /// The address of a calendar.
  func address(of link: ID<CalendarLink>) -> String {
    let token = CalendarToken.text(link, key: configuration.secret)
    return "\(configuration.baseURL)/calendar/\(token).ics"
  }
}
