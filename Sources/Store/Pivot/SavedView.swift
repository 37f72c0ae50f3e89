import Foundation
import Postgres
import Programme

/// A list, or a pivot, that somebody keeps under a name.
public struct SavedView: Sendable, Hashable {
  /// The identity.
  public let id: ID<SavedView>
  /// Which page it is a view of.
  public let list: List
  /// What it is called.
  public let name: String
  /// The query of its page, without the question mark.
  public let query: String
  /// Whether everybody of the organisation sees it.
  public let isShared: Bool
  /// Who keeps it.
  public let personName: String
  /// When it was kept.
  public let madeAt: Date
  /// Whether the viewer may take it away.
  public let isOwn: Bool

  /// The pages whose questions are kept.
  public enum List: String, CaseIterable, Sendable {
    /// The pivot of benefits.
    case pivot
    /// The list of issues.
    case issues
  }
}

/// The limits of saved views, by name, in one place.
public enum SavedViewLimit {
  /// The most views that one person and the colleagues who share theirs keep.
  public static let kept = 100
  /// The longest name, in characters.
  public static let nameCharacters = 80
  /// The longest query, in characters.
  public static let queryCharacters = 4_000
}

extension Viewer {
  /// The views that the viewer may see: one's own, those that colleagues share, and all for
  /// auditors. Row-level security says the same once more.
  func seesSavedViews(_ table: SQL) -> SQL {
    let own: ID<Organisation>? = role == .admin ? nil : organisation
    return """
      \(table).programme_id = \(programme.uuid)
        AND ((\(table).organisation_id = \(own?.uuid as UUID?)
            AND (\(table).is_shared OR \(table).person_id = \(person?.uuid as UUID?)))
          OR \(role.seesOfOthers.contains(.draft)))
      """
  }

  /// Whether a view is the viewer's to take away: one's own, and for officers any that is shared.
  func ownsSavedView(_ table: SQL) -> SQL {
    """
    coalesce(\(table).organisation_id = \(organisation.uuid)
      AND (\(table).person_id = \(person?.uuid as UUID?)
        OR (\(table).is_shared AND \(may(.writeBenefits)))), false)
    """
  }
}
