import Calculator
import Foundation
import Programme

/// One submission of a benefit's forecast, and what came of it.
public struct Approval: Sendable {
  /// The identity.
  public let id: ID<Approval>
  /// Where it stands.
  public let state: ApprovalState
  /// Who submitted it, with a note.
  public let submitted: Deed
  /// Who decided; nil while it waits.
  public let decided: Deed?
  /// What was submitted.
  public let content: BenefitSnapshot
  /// The hash of what was submitted.
  public let fingerprint: String
}
