import Calculator
import Foundation
import Programme

/// A benefit in a list about approvals.
public struct ApprovalRow: Sendable, Hashable {
  /// The benefit.
  public let benefit: ID<Benefit>
  /// Its reference.
  public let reference: String
  /// Its title.
  public let title: String
  /// The council's official name.
  public let councilName: String
  /// Who submitted it.
  public let submitted: Deed
  /// Who approved it; nil while it waits.
  public let approved: Deed?
  /// The number of the baseline; nil while it waits.
  public let number: Int?
  /// Net pounds over all years, of what was submitted; nil when there is no money.
  public let net: Exact?
}
