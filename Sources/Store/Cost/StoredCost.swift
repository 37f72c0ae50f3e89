import Foundation
import Programme

/// A cost with all that is stored beside it, as far as the viewer sees it.
public struct StoredCost: Sendable {
  /// Identity, owner, version and content.
  public let stored: Stored<Cost>
  /// The official name of the council.
  public let councilName: String
  /// Its official code.
  public let councilCode: CouncilCode?
  /// Year 0 of its register; nil when the register does not say.
  public let baseYear: FinancialYear?
  /// When it was withdrawn; nil while it counts.
  public let withdrawnAt: Date?
  /// The benefits it buys within sight, by reference.
  public var benefits: [BenefitLink] = []
  /// What it came to, by financial year.
  public var actuals: [CostActual] = []

  /// Puts together what the store read.
  public init(
    stored: Stored<Cost>, councilName: String, councilCode: CouncilCode?, baseYear: FinancialYear?,
    withdrawnAt: Date? = nil, benefits: [BenefitLink] = [], actuals: [CostActual] = []
  ) {
    self.stored = stored
    self.councilName = councilName
    self.councilCode = councilCode
    self.baseYear = baseYear
    self.withdrawnAt = withdrawnAt
    self.benefits = benefits
    self.actuals = actuals
  }

  /// The identity.
  public var id: ID<Cost> { stored.id }
  /// What is planned.
  public var cost: Cost { stored.noun }
  /// All that one version of it holds, as far as the viewer sees it.
  public var profile: CostProfile {
    CostProfile(cost, buys: benefits.map(\.reference), actuals: actuals)
  }

  /// A benefit that a cost buys.
  public struct BenefitLink: Sendable, Hashable {
    /// The identity.
    public let id: ID<Benefit>
    /// The reference.
    public let reference: String
    /// The title.
    public let title: String
    /// Who besides the council sees it.
    public let visibility: Visibility
  }
}

/// Which costs a list shows.
public struct CostFilter: Sendable, Hashable {
  /// Of one council only.
  public var council: CouncilCode?
  /// Words that must all stand in reference or description.
  public var words = ""
  /// Those that were withdrawn, in the place of those that count.
  public var withdrawn = false

  /// Every cost in sight that counts.
  public init() {}

  /// The most costs that one list shows.
  public static let limitMaximum = 2_000
}

/// The costs that buy one benefit: those recorded for it, and how many buy the whole programme.
public struct BenefitCosts: Sendable {
  /// Those recorded for it, by reference.
  public let own: [StoredCost]
  /// How many costs within sight buy the whole programme.
  public let sharedCount: Int
}
