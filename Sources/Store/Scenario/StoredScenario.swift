import Foundation
import Postgres
import Programme

/// A scenario that somebody keeps.
public struct StoredScenario: Sendable, Hashable {
  /// The identity.
  public let id: ID<Scenario>
  /// Whose register it is about.
  public let subject: ID<Organisation>
  /// Who keeps it.
  public let personName: String
  /// When it was kept.
  public let madeAt: Date
  /// Whether the viewer may take it away.
  public let isOwn: Bool
  /// What it is called and what it changes.
  public let scenario: Scenario
}

/// The limits of scenarios, by name, in one place.
public enum ScenarioLimit {
  /// The most scenarios that are kept of one register by one organisation.
  public static let kept = 100
  /// The longest name, in characters.
  public static let nameCharacters = 80
}

extension Viewer {
  /// The papers about a register that the viewer may see: the council's own among its officers,
  /// everybody else's own, and all for auditors. Row-level security says the same once more.
  func seesPapers(_ table: SQL) -> SQL {
    let own: ID<Organisation>? = role == .admin ? nil : organisation
    return """
      \(table).programme_id = \(programme.uuid)
        AND ((\(table).organisation_id = \(own?.uuid as UUID?)
            AND (\(table).organisation_id = \(table).subject_id
              OR \(table).person_id = \(person?.uuid as UUID?)))
          OR \(role.seesOfOthers.contains(.draft)))
      """
  }

  /// Whether a paper is the viewer's to take away: one's own, and for who writes the register any of
  /// the organisation's.
  func ownsPaper(_ table: SQL) -> SQL {
    """
    coalesce(\(table).organisation_id = \(organisation.uuid)
      AND (\(may(.writeBenefits)) OR \(table).person_id = \(person?.uuid as UUID?)), false)
    """
  }
}
