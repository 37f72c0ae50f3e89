import Crypto
import Foundation
import Postgres
import Programme

/// Whether a sign-in may be tried.
enum Admission: Sendable {
  /// Yes; the attempt counts as failed until it succeeds, so that no burst outruns the count.
  case admitted(attempt: Int, hash: String?)
  /// Not before so many seconds.
  case throttled(retryAfterSeconds: Int)
}

/// How failures slow down further sign-ins: never a lock-out, for that would let anybody shut out
/// anybody. Somebody guessing one account from one place waits longest; a whole account guessed from
/// many places, or many accounts from one, is slowed a little.
enum Throttle {
  /// Failures older than this are forgotten.
  static let windowSeconds = 15.0 * 60

  struct Rule: Sendable {
    /// So many failures are free.
    let freeFailures: Int
    /// The wait doubles with each failure more, to at most this.
    let longestSeconds: Int

    /// How long to wait after so many failures, in seconds.
    func wait(after failures: Int) -> Int {
      guard failures >= freeFailures else { return 0 }
      return min(1 << min(failures - freeFailures, 20), longestSeconds)
    }
  }

  /// One account from one address.
  static let pair = Rule(freeFailures: 5, longestSeconds: 15 * 60)
  /// One account from anywhere: short enough that its owner still gets in.
  static let account = Rule(freeFailures: 10, longestSeconds: 30)
  /// Any account from one address.
  static let address = Rule(freeFailures: 50, longestSeconds: 5 * 60)
}

extension Store {
  /// Counts the failures, and notes the attempt unless it comes too soon.
  func admit(_ email: String, from address: String) async throws -> Admission {
    let emailHash = Bytes(Array(SHA256.hash(data: Array(email.utf8))))
    let now = clock()
    let scope = Scope(email: email, now: now)
    return try await pool.transaction(preamble: [scope.settings]) { db in
      // One at a time for each account, so that a burst cannot slip past the count.
      try db.execute("SELECT pg_advisory_xact_lock(hashtextextended(\(email), 7))")
      let wait = try db.secondsToWait(emailHash, from: address, at: now)
      guard wait == 0 else { return .throttled(retryAfterSeconds: wait) }
      let attempt = try db.first(
        """
        INSERT INTO sign_in_attempt (email_hash, address, at, failed)
        VALUES (\(emailHash), \(address), scope_now(), true) RETURNING id
        """
      ) { row in try row.next(Int.self) }
      try db.execute(
        "DELETE FROM sign_in_attempt WHERE at < scope_now() - interval '1 day'")
      let hash = try db.first(
        """
        SELECT a.password_hash FROM account a JOIN person p ON p.id = a.person_id
        WHERE p.email = \(email) AND p.retired_at IS NULL
        """
      ) { row in try row.next(String.self) }
      return .admitted(attempt: attempt ?? 0, hash: hash)
    }
  }
}

extension Connection {
  fileprivate func secondsToWait(
    _ emailHash: Bytes, from address: String, at now: Date
  ) throws -> Int {
    let counts = try first(
      """
      SELECT count(*) FILTER (WHERE email_hash = \(emailHash) AND address = \(address)),
        max(at) FILTER (WHERE email_hash = \(emailHash) AND address = \(address)),
        count(*) FILTER (WHERE email_hash = \(emailHash)),
        max(at) FILTER (WHERE email_hash = \(emailHash)),
        count(*) FILTER (WHERE address = \(address)), max(at) FILTER (WHERE address = \(address))
      FROM sign_in_attempt
      WHERE failed AND at > scope_now() - interval '15 minutes'
        AND (email_hash = \(emailHash) OR address = \(address))
      """
    ) { row in
      try [Throttle.pair, Throttle.account, Throttle.address].map { rule in
        let wait = rule.wait(after: try row.next())
        let last = try row.next(Instant?.self)?.date
        guard wait > 0, let last else { return 0 }
        return Int((Double(wait) - now.timeIntervalSince(last)).rounded(.up))
      }
    }
    return max(0, counts?.max() ?? 0)
  }
}
