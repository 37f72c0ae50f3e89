import Calculator
import Postgres
import Programme

/// What a benefit's figures rest on besides its own inputs.
public struct CalculationBasis: Sendable {
  /// The assumptions of the register.
  public var cover = Cover()
  /// What a contact costs by channel.
  public var channelCosts: [ChannelCost<Exact>] = []

  /// The standard assumptions, without channels.
  public init() {}

  /// The names of the channels with a cost.
  public var channels: [String] { channelCosts.map(\.name) }
}

extension Connection {
  /// What benefits of a council rest on; the standard assumptions before it has a register.
  public func basis(
    of organisation: ID<Organisation>, as viewer: Viewer
  ) throws -> CalculationBasis {
    var basis = CalculationBasis()
    guard let head = try registerHead(of: organisation, as: viewer) else { return basis }
    (basis.cover, basis.channelCosts) = (head.cover, head.channelCosts)
    return basis
  }
}
