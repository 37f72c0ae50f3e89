import CCurl

/// Hands letters to a server by SMTP, one connection a letter.
public struct SMTPSender: MailSending {
  private let server: MailServer
  /// How long to wait for the server to be there, and for the letter to be taken.
  private let connectSeconds: Int
  private let sendSeconds: Int

  /// Sends through that server.
  public init(_ server: MailServer, connectSeconds: Int = 10, sendSeconds: Int = 60) {
    self.server = server
    self.connectSeconds = connectSeconds
    self.sendSeconds = sendSeconds
  }

  private static let isReady = curl_prepare() == CURLE_OK

  /// Throws ``MailFailure``: what the server said, never the letter or the password.
  public func send(_ letter: Letter) throws(MailFailure) {
    guard SMTPSender.isReady, let handle = curl_easy_init() else {
      throw .unreachable("libcurl cannot be used")
    }
    defer { curl_easy_cleanup(handle) }
    let source = LetterSource(letter.bytes)
    let receivers = curl_slist_append(nil, "<\(letter.to.address)>")
    defer { curl_slist_free_all(receivers) }
    guard prepare(handle, letter, receivers, source) else {
      throw .unreachable("libcurl does not know the settings")
    }
    let code = withExtendedLifetime(source) { curl_easy_perform(handle) }
    guard code != CURLE_OK else { return }
    throw failure(code, answered: curl_answered(handle))
  }

  private func prepare(
    _ handle: UnsafeMutableRawPointer, _ letter: Letter,
    _ receivers: UnsafeMutablePointer<curl_slist>?, _ source: LetterSource
  ) -> Bool {
    let codes = [
      curl_set_text(handle, CURLOPT_URL, server.address(greetingAs: letter.from.domain)),
      curl_set_text(handle, CURLOPT_PROXY, ""),
      curl_set_encryption(handle, server.isEncryptionRequired ? 1 : 0),
      curl_set_text(handle, CURLOPT_USERNAME, server.user),
      curl_set_text(handle, CURLOPT_PASSWORD, server.password),
      curl_set_text(handle, CURLOPT_MAIL_FROM, "<\(letter.from.address)>"),
      curl_set_list(handle, CURLOPT_MAIL_RCPT, receivers),
      curl_set_number(handle, CURLOPT_UPLOAD, 1),
      curl_set_number(handle, CURLOPT_NOSIGNAL, 1),
      curl_set_number(handle, CURLOPT_CONNECTTIMEOUT, connectSeconds),
      curl_set_number(handle, CURLOPT_TIMEOUT, sendSeconds),
      curl_set_source(handle, LetterSource.read, Unmanaged.passUnretained(source).toOpaque()),
    ]
    return codes.allSatisfy { $0 == CURLE_OK }
  }

  /// A server that does not want this receiver says so with one of three codes; everything else may
  /// pass.
  private func failure(_ code: CURLcode, answered: Int) -> MailFailure {
    let words = String(cString: curl_easy_strerror(code))
    guard answered > 0 else { return .unreachable(words) }
    let answer = "\(words); the server answered \(answered)"
    return [550, 551, 553].contains(answered) ? .refused(answer) : .unreachable(answer)
  }
}

/// A letter as libcurl takes it, part by part.
private final class LetterSource {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  private func take(_ count: Int) -> ArraySlice<UInt8> {
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  static let read:
    @convention(c) (
      UnsafeMutablePointer<CChar>?, Int, Int, UnsafeMutableRawPointer?
    ) -> Int = { buffer, size, count, context in
      guard let buffer, let context else { return 0 }
      let source = Unmanaged<LetterSource>.fromOpaque(context).takeUnretainedValue()
      let (room, overflow) = size.multipliedReportingOverflow(by: count)
      let part = source.take(overflow ? 0 : room)
      UnsafeMutableRawBufferPointer(start: buffer, count: part.count).copyBytes(from: part)
      return part.count
    }
}
