import HTTPTypes
import Hummingbird
import Programme
import Store

/// A form that takes a record out of use, as it was sent: why, and the version that was read.
struct Withdrawal: Sendable {
  /// Why, trimmed; empty when nobody said.
  let reason: String
  let version: Int

  /// Any other field is refused, and so is a form without the version.
  init(_ sent: Submission) throws {
    try sent.expecting(["version", "reason"])
    guard let version = sent.given("version").flatMap({ Int($0) })
    else { throw Failure(.unprocessableContent) }
    reason = sent.given("reason") ?? ""
    self.version = version
  }
}

/// What a reason for withdrawing must be.
enum WithdrawalReason {
  /// What is wrong with it; nil when it will do.
  static func failure(_ reason: String) -> String? {
    let most = RecordLimit.titleCharacters
    if reason.isEmpty { return "Say why it is withdrawn" }
    if reason.unicodeScalars.count > most { return "Say it in at most \(most) characters" }
    return reason.unicodeScalars.contains(where: TrimmedText.isControl)
      ? "Type the reason again, without special characters" : nil
  }
}

/// A withdrawal on its way into the store.
struct WithdrawalChange: Sendable {
  /// The version that was read.
  let version: Int
  /// It carries the reason.
  let act: Act
}

/// What is said when a record is withdrawn.
struct WithdrawalDone: Sendable {
  /// The name of the act in the journal: "cost.withdraw".
  let act: String
  let notice: NoticeCode
  /// Where the answer leads; nil for the record's own page.
  var path: String?
  /// Whether the notice offers to undo it.
  var offersUndo = false
}

extension Visit {
  /// Withdraws the record that a page asks about; asks again where the reason will not do or
  /// somebody changed the record meanwhile.
  func withdraw(
    _ subject: WithdrawPage.Subject, _ done: WithdrawalDone, as viewer: Viewer,
    _ body: @Sendable (isolated Database, WithdrawalChange) throws -> Void
  ) async throws -> Response {
    let sent = try Withdrawal(form)
    func again(_ failure: String, _ status: HTTPResponse.Status) -> Response {
      page(WithdrawPage(subject, reason: sent.reason, failure: failure), status)
    }
    if let failure = WithdrawalReason.failure(sent.reason) {
      return again(failure, .unprocessableContent)
    }
    let act = act(done.act, reason: sent.reason)
    let change = WithdrawalChange(version: sent.version, act: act)
    do {
      try await write(as: viewer, act) { db in try body(db, change) }
    } catch Refusal.conflict {
      return again(
        "Somebody changed it meanwhile. Look at it, then decide again whether it goes", .conflict)
    } catch Refusal.invalid(let problems) {
      return again(problems.first?.message ?? "Check the reason", .unprocessableContent)
    }
    return redirect(
      to: done.path ?? subject.path, notice: done.notice, of: done.offersUndo ? act : nil)
  }
}
