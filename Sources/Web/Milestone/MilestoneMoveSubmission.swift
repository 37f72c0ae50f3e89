import Programme
import Store

/// A move as it was sent.
struct MilestoneMoveSubmission: Sendable {
  let version: Int
  let day: String
  let reason: String
  let seeing: String
  let movesOwn: Bool
  let tells: Bool

  init?(_ sent: Submission) {
    guard let version = sent.given("version").flatMap({ Int($0) }) else { return nil }
    self.version = version
    day = sent.given("forecast") ?? ""
    reason = sent.given("slipReason") ?? ""
    seeing = sent.given("seeing") ?? ""
    movesOwn = sent.given("movesOwn") == "yes"
    tells = sent.given("tells") != "no"
  }

  /// As the store takes it.
  var slip: MilestoneSlip {
    MilestoneSlip(day: day, reason: reason, seeing: seeing, movesOwn: movesOwn, tells: tells)
  }

  /// What was typed, by name.
  var typed: [String: String] { ["forecast": day, "slipReason": reason] }
}
