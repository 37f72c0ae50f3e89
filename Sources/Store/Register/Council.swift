import Programme

/// A council of the programme, with what the viewer sees of its benefits.
public struct CouncilRow: Sendable, Hashable {
  /// The identity of the organisation.
  public let id: ID<Organisation>
  /// The official code.
  public let code: CouncilCode
  /// The official name.
  public let name: String
  /// In what capacity it takes part.
  public let capacity: Capacity
  /// Whether it has a register within sight.
  public let hasRegister: Bool
  /// The benefits within sight.
  public let totals: BenefitTotals
}
