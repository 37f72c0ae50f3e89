import Foundation
import Logging
import Mail
import Programme
import ServiceLifecycle
import Store

/// Sends letters in the background, one at a time on every instance: the database gives each to one
/// of them.
struct Mailing: Service {
  let round: MailRound
  let logger: Logger

  static let interval = Duration.seconds(5)

  func run() async throws {
    try? await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do {
          try await round.run()
        } catch {
          logger.warning("no e-mail was worked on", metadata: ["error": "\(error)"])
        }
        try await Task.sleep(for: Mailing.interval)
      }
    }
  }
}

/// One round of it: what is to be told is put in line, and the line is worked off.
struct MailRound: Sendable {
  let store: Store
  let sender: any MailSending
  let writer: LetterWriter
  let clock: @Sendable () -> Date
  let logger: Logger

  /// Letters of one round, so that a flood of them cannot hold up a shut-down for long.
  static let lettersMaximum = 200

  /// Returns how many letters were sent.
  @discardableResult
  func run() async throws -> Int {
    try await store.gatherMail()
    try await store.gatherDigests()
    var sent = 0
    for _ in 0..<MailRound.lettersMaximum {
      try Task.checkCancellation()
      guard let lease = try await store.leaseMail(worker: UUID()) else { break }
      switch try await deliver(lease) {
      case .sent: sent += 1
      case .needless, .failed: continue
      case nil: return sent
      }
    }
    return sent
  }

  /// Sends one letter, and says how it ended; nil where it is to be tried again, and the server is
  /// best left alone for a while. What is not written down because the program ends between the two
  /// is sent again by whoever takes the letter up, under the same name.
  private func deliver(_ lease: MailLease) async throws -> MailEnd? {
    guard let end = try await end(of: lease) else { return nil }
    try await store.endMail(lease, end)
    return end
  }

  private func end(of lease: MailLease) async throws -> MailEnd? {
    guard lease.isWanted, let letter = try await write(lease) else { return .needless }
    let result = await Offload.run(on: .background) { [sender] in
      Result { () throws(MailFailure) in try sender.send(letter) }
    }
    guard case .failure(let failure) = result else { return .sent }
    logger.warning(
      "a letter was not taken", metadata: ["mail": "\(lease.id)", "because": "\(failure.words)"])
    if case .refused(let words) = failure { return .failed(words) }
    try await store.postponeMail(lease, because: failure.words)
    return nil
  }

  /// The letter as things stand now; nil when there is nothing to say.
  private func write(_ lease: MailLease) async throws -> Letter? {
    let notices = try await store.notices(of: lease)
    guard lease.topic == .digest else {
      return notices.isEmpty ? nil : writer.notices(notices, lease, at: clock())
    }
    let digest = try await digest(notices, as: lease.viewer)
    return digest.isEmpty ? nil : writer.digest(digest, lease, at: clock())
  }

  /// Looked up as the person sees it.
  private func digest(_ notices: [StoredNotice], as viewer: Viewer) async throws -> Digest {
    try await store.read(as: viewer) { db in
      let lists = viewer.may(.writeBenefits) ? try db.startPage(as: viewer).lists : [:]
      return Digest(
        due: try db.due(.own, as: viewer), notices: notices,
        waiting: Attention.allCases.compactMap { kind in
          lists[kind].flatMap { $0.count > 0 ? (kind, $0.count) : nil }
        })
    }
  }
}
