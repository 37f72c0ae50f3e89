import Calculator
import Foundation
import Programme

/// A benefit with all that is stored beside it.
public struct StoredBenefit: Sendable {
  /// Identity, owner, version and content.
  public let stored: Stored<Benefit>
  /// The official name of the council.
  public let councilName: String
  /// Its official code.
  public let councilCode: CouncilCode?
  /// What the calculator made of it when it was stored.
  public let figures: StoredFigures

  /// The identity.
  public var id: ID<Benefit> { stored.id }
  /// The content.
  public var benefit: Benefit { stored.noun }
}

/// A benefit's figures as they were worked out when it, or what it rests on, was last changed.
public struct StoredFigures: Sendable, Hashable {
  /// Pounds a year before ramp, shares and bias; nil when undefined.
  public var gross: Exact?
  /// Why there is no gross; nil when there is one.
  public var undefinedBecause: String?
  /// Pounds by year from the base year; nil when there is no money.
  public var net: [Exact]?
  /// The cashable part by year.
  public var cashable: [Exact]?
  /// The weighted score, 0 to 10.
  public var score: Exact?
  /// The value reaches others and is in no total of the council.
  public var isTransfer: Bool

  /// ``net`` over all years.
  public var netTotal: Exact? { net?.reduce(.zero, +) }
  /// ``cashable`` over all years.
  public var cashableTotal: Exact? { cashable?.reduce(.zero, +) }

  /// Takes over what the calculator made; sums too large to hold count as undefined.
  init(_ figures: BenefitFigures<Exact>) {
    gross = figures.gross.value
    undefinedBecause = figures.gross.reason
    net = figures.net
    cashable = figures.cashable
    score = figures.score.value?.value
    isTransfer = figures.isTransfer
    if netTotal?.isFinite == false || cashableTotal?.isFinite == false {
      (net, cashable) = (nil, nil)
      undefinedBecause = "the sum over all years is too large to hold"
    }
  }
}

/// A council's register as far as the viewer sees it.
public struct StoredRegister: Sendable {
  /// The council.
  public let organisation: ID<Organisation>
  /// Its official name.
  public let councilName: String
  /// Its official code.
  public let councilCode: CouncilCode?
  /// The version of cover and channel costs; 0 when the council has no register yet.
  public let version: Int
  /// The head of the register.
  public let cover: Cover
  /// What a contact costs by channel.
  public let channelCosts: [ChannelCost<Exact>]
  /// The benefits within sight, by reference.
  public let benefits: [StoredBenefit]
  /// The costs within sight, by reference.
  public let costs: [Stored<Cost>]
  /// The recorded periods of the money of the benefits within sight.
  public let periods: [StoredPeriod]
  /// The measures of the benefits within sight; none where they were not asked for.
  public let measures: [StoredMeasureSeries]

  /// The actuals of the benefits within sight.
  public var actuals: [Stored<Actual>] { periods.compactMap(\.actual) }

  /// The content alone, for the calculator, for export and for comparing.
  public var register: Register {
    var register = Register()
    register.cover = cover
    register.channelCosts = channelCosts
    register.benefits = benefits.map(\.benefit)
    register.costs = costs.map(\.noun)
    register.actuals = actuals.map(\.noun)
    register.forecasts = periods.compactMap { $0.forecast?.noun }
    register.measures = measures.map(\.stored.noun)
    return register
  }
}

/// The benefits before and after one, by reference in the same register.
public struct BenefitNeighbours: Sendable, Hashable {
  /// The one before; nil for the first.
  public let previous: Link?
  /// The one after; nil for the last.
  public let next: Link?

  /// A benefit to go to.
  public struct Link: Sendable, Hashable {
    /// The identity.
    public let id: ID<Benefit>
    /// The reference.
    public let reference: String
    /// The title.
    public let title: String
  }
}
