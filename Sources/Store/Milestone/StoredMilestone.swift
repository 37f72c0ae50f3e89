import Foundation
import Programme

/// A milestone as it is kept.
public struct StoredMilestone: Sendable {
  /// Identity, party, version and content.
  public let stored: Stored<Milestone>
  /// The party's name.
  public let partyName: String
  /// The party's official code, for a council.
  public let partyCode: CouncilCode?
  /// Who answers for it; nil when nobody is named.
  public let owner: MilestoneOwner?
  /// When it was withdrawn; nil while it is in the plan.
  public let withdrawnAt: Date?
  /// The warning that stands; nil when none does.
  public let warning: StoredWarning?

  /// Puts together what the store read.
  public init(
    stored: Stored<Milestone>, partyName: String, partyCode: CouncilCode? = nil,
    owner: MilestoneOwner? = nil, withdrawnAt: Date? = nil, warning: StoredWarning? = nil
  ) {
    self.stored = stored
    self.partyName = partyName
    self.partyCode = partyCode
    self.owner = owner
    self.withdrawnAt = withdrawnAt
    self.warning = warning
  }

  /// The identity.
  public var id: ID<Milestone> { stored.id }
  /// The content.
  public var milestone: Milestone { stored.noun }
  /// The party whose milestone it is.
  public var party: ID<Organisation> { stored.organisation }
  /// Whether it is in the plan.
  public var isPlanned: Bool { withdrawnAt == nil }
  /// The milestone as people of other parties call it: “Release 2” of Lomond Systems.
  public var words: String { "“\(milestone.title)” of \(partyName)" }
}

/// Who answers for a milestone.
public struct MilestoneOwner: Sendable, Hashable {
  /// The person.
  public let id: ID<Person>
  /// The name.
  public let name: String

  /// Somebody by name.
  public init(id: ID<Person>, name: String) {
    self.id = id
    self.name = name
  }
}
