import Calculator
import Foundation
import Programme

/// What is said of a benefit's honesty, and how the measure that it names stands.
public struct StoredCheck: Sendable, Equatable {
  /// Counts the changes; 0 while nothing was said.
  public let version: Int
  /// The content.
  public let check: BenefitCheck
  /// The payer takes part in the programme: what is a saving here is a cost to it.
  public let payerTakesPart: Bool
  /// The measure that is checked; nil while none is.
  public let measure: CheckedMeasure?
  /// How it stands.
  public let standing: CheckStanding
}

/// A measure that a benefit can name as its check.
public struct CheckedMeasure: Sendable, Hashable {
  /// The identity.
  public let id: UUID
  /// What is measured.
  public let name: String
  /// Its unit.
  public let unit: String
  /// The reference of the benefit that it belongs to.
  public let reference: String
  /// Whether its values are shares of a whole.
  public let isPercentage: Bool
  /// Whether more is better.
  public let moreIsBetter: Bool
  /// What it was before anything changed.
  public let baseline: Exact?
  /// The last value that was recorded.
  public let last: LastValue?
}

/// A benefit whose check somebody wants to see in a list.
public struct CheckedBenefit: Sendable, Hashable {
  /// The identity.
  public let id: ID<Benefit>
  /// Its reference.
  public let reference: String
  /// Its title.
  public let title: String
  /// Its council's official name.
  public let councilName: String
  /// Pounds over all years; nil when it has no money.
  public let net: Exact?
  /// The cashable part of ``net``; nil when it has no money.
  public let cashable: Exact?
  /// The value reaches others and is in no total of the council.
  public let isTransfer: Bool
  /// Whose budget pays; "" for the council's own.
  public let payer: String
  /// Whether the payer takes part in the programme.
  public let payerTakesPart: Bool
  /// What is a saving here and a cost there.
  public let payerNote: String
  /// The name of the measure that is checked.
  public let measureName: String?
  /// How it stands.
  public let standing: CheckStanding
}
