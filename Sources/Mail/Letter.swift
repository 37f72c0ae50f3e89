import Foundation

/// One letter to one person, in plain text.
public struct Letter: Sendable {
  /// Who sends it.
  public let from: Mailbox
  /// Who is sent it.
  public let to: Mailbox
  /// What it is about.
  public let subject: String
  /// What it says; lines of any length.
  public let text: String
  /// What names it, the same however often it is sent.
  public let id: UUID
  /// When it was written.
  public let date: Date
  /// The address that stops letters of its kind; "" for none.
  public let unsubscribe: String

  /// A letter.
  public init(
    from: Mailbox, to: Mailbox, subject: String, text: String, id: UUID, date: Date,
    unsubscribe: String = ""
  ) {
    self.from = from
    self.to = to
    self.subject = subject
    self.text = text
    self.id = id
    self.date = date
    self.unsubscribe = unsubscribe
  }

  /// What travels (RFC 5322).
  public var bytes: [UInt8] {
    Array(headers.map { "\($0.name): \($0.value)\r\n" }.joined().utf8) + [0x0D, 0x0A]
      + QuotedPrintable.encode(text)
  }

  private var headers: [(name: String, value: String)] {
    [
      ("From", from.header), ("To", to.header), ("Subject", HeaderText.words(subject)),
      ("Date", Letter.written(date)),
      ("Message-ID", "<\(id.uuidString.lowercased())@\(from.domain)>"),
      ("MIME-Version", "1.0"), ("Content-Type", "text/plain; charset=utf-8"),
      ("Content-Transfer-Encoding", "quoted-printable"), ("Auto-Submitted", "auto-generated"),
    ] + unsubscribing
  }

  /// One click in the mail program stops the letters (RFC 8058), which has to go over TLS.
  private var unsubscribing: [(name: String, value: String)] {
    let address = HeaderText.cleaned(unsubscribe)
    guard !address.isEmpty, address.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      return []
    }
    let link = ("List-Unsubscribe", "<\(address)>")
    guard address.hasPrefix("https://") else { return [link] }
    return [link, ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")]
  }

  /// "Sun, 22 Nov 2026 18:30:05 +0000".
  private static func written(_ date: Date) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let parts = calendar.dateComponents(
      [.weekday, .day, .month, .year, .hour, .minute, .second], from: date)
    let weekday = name(parts.weekday, of: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"])
    let month = name(
      parts.month,
      of: [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
      ])
    let time = [parts.hour, parts.minute, parts.second].map { two($0 ?? 0) }
    return """
      \(weekday), \(two(parts.day ?? 1)) \(month) \(parts.year ?? 1970) \
      \(time.joined(separator: ":")) +0000
      """
  }

  private static func name(_ number: Int?, of names: [String]) -> String {
    names.dropFirst((number ?? 1) - 1).first ?? ""
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
