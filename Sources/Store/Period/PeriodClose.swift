import Foundation
import Programme

/// One closing of a period of a council's register, from its submission on.
public struct PeriodClose: Sendable {
  /// The identity.
  public let id: ID<PeriodClose>
  /// The council's official name.
  public let councilName: String
  /// The period.
  public let span: PeriodSpan
  /// What became of it.
  public let outcome: Outcome
  /// Who submitted it, with a note.
  public let submitted: Deed
  /// How many values were missing when it was closed; nil unless it was.
  public let missingCount: Int?
  /// Who closed it or sent it back; nil while it waits.
  public let decided: Deed?
  /// Whether its submitter closed it.
  public let isSelfClosed: Bool
  /// Who opened it again, and why; nil unless somebody did.
  public let reopened: Deed?

  /// What became of a submission.
  public enum Outcome: String, CaseIterable, Sendable {
    case submitted, takenBack, returned, closed, reopened
  }

  /// The state that it puts its period into.
  public var state: ClosingState {
    switch outcome {
    case .submitted: .submitted
    case .closed: .closed
    case .takenBack, .returned, .reopened: .open
    }
  }
}
