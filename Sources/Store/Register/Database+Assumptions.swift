import Calculator
import Foundation
import Postgres
import Programme

/// What all benefits of a register rest on, at one version.
public struct RegisterAssumptions: Sendable {
  /// The name of the council.
  public let councilName: String
  /// The council's official code, where it has one.
  public let councilCode: CouncilCode?
  /// The version; 0 where no register was begun.
  public let version: Int
  /// Its cover, with rates and working days.
  public let cover: Cover
  /// What a contact costs by channel.
  public let channelCosts: [ChannelCost<Exact>]
  /// How many benefits rest on it, withdrawn ones among them.
  public let benefitCount: Int

  /// What a register begins with.
  public static func standard(for viewer: Viewer) -> RegisterAssumptions {
    var cover = Cover()
    cover.council = viewer.organisationName
    return RegisterAssumptions(
      councilName: viewer.organisationName, councilCode: viewer.organisationCode, version: 0,
      cover: cover, channelCosts: [], benefitCount: 0)
  }
}

extension Connection {
  /// What a council's register rests on; nil where there is none within sight.
  public func assumptions(
    of organisation: ID<Organisation>, as viewer: Viewer
  ) throws -> RegisterAssumptions? {
    guard let head = try registerHead(of: organisation, as: viewer) else { return nil }
    let count = try first(
      """
      SELECT coalesce(sum(benefit_count), 0)::int FROM register_total
      WHERE programme_id = \(viewer.programme.uuid) AND organisation_id = \(organisation.uuid)
      """
    ) { row in try row.next(Int.self) }
    return RegisterAssumptions(
      councilName: head.organisationName, councilCode: head.organisationCode,
      version: head.version, cover: head.cover, channelCosts: head.channelCosts,
      benefitCount: count ?? 0)
  }

  /// Changes what a register rests on, from the version that was read, and works out the figures of
  /// every benefit anew in the same transaction; a change of nothing makes no version.
  /// Throws ``Refusal/forbidden``, ``Refusal/conflict(current:)``, or
  /// ``Refusal/invalid(_:)`` when a channel that a benefit needs would be lost.
  public func changeAssumptions(
    of organisation: ID<Organisation>, expecting version: Int, to cover: Cover,
    channelCosts: [ChannelCost<Exact>], by act: Act, as viewer: Viewer
  ) throws {
    let head = try lockRegister(of: organisation, as: viewer)
    let current = head.isNew ? 0 : head.version
    guard current == version else { throw Refusal.conflict(current: current) }
    var register = try register(of: organisation, as: viewer)?.register ?? Register()
    let before = Set(register.lostChannels)
    (register.cover, register.channelCosts) = (cover, channelCosts)
    let lost = register.lostChannels.filter { !before.contains($0) }
    guard lost.isEmpty else { throw Refusal.invalid(lost.map(\.problem)) }
    var merge = RegisterMerge(Register(), into: nil, head)
    (merge.head.cover, merge.head.channelCosts) = (cover, channelCosts)
    if merge.changesHead { try apply(merge, visibility: { _ in .draft }, by: act, as: viewer) }
  }
}

/// A channel that a benefit needs and that has no cost.
private struct LostChannel: Hashable {
  let benefit: String
  let channel: String

  var problem: Problem {
    Problem(
      .error, at: .field("channels"), subject: "Channels", found: channel,
      expected: "every channel that a benefit needs",
      mend: "\(benefit) needs it: keep it, or give that benefit another channel first.")
  }
}

extension Register {
  fileprivate var lostChannels: [LostChannel] {
    let known = Set(channelCosts.map { $0.name.lowercased() })
    return benefits.filter { $0.status != .withdrawn }.flatMap { benefit in
      [benefit.inputs.fromChannel, benefit.inputs.toChannel].compactMap(\.self)
        .filter { !known.contains($0.lowercased()) }
        .map { LostChannel(benefit: benefit.reference, channel: $0) }
    }
  }
}
