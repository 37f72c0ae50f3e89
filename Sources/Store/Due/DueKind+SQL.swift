import Foundation
import Postgres
import Programme

extension DueKind {
  /// Everything that waits, whatever it is.
  static func union(_ reach: DueReach, _ viewer: Viewer) -> SQL {
    let kinds = allCases.filter { reach == .calendar || $0.isAsked(of: viewer) }
    let parts = kinds.map { "(\($0.sql(reach, viewer)))" as SQL }
    return parts.isEmpty ? nothing : parts.joined(separator: " UNION ALL ")
  }

  /// Whether it is for the viewer to deal with it.
  private func isAsked(of viewer: Viewer) -> Bool {
    switch self {
    case .review: viewer.may(.writeBenefits)
    case .decision: viewer.may(.coordinate) || viewer.role == .board
    case .position, .acknowledgement, .issue, .milestone, .responsibility, .charter:
      viewer.may(.takePart)
    }
  }

  /// The columns, and no row.
  private static let nothing: SQL = """
    SELECT '' AS kind, gen_random_uuid() AS record, '' AS title, '' AS path, NULL::date AS day,
      '' AS party, scope_now() AS changed_at WHERE false
    """

  private func sql(_ reach: DueReach, _ viewer: Viewer) -> SQL {
    switch self {
    case .position: positions(reach, viewer)
    case .acknowledgement: acknowledgements(reach, viewer)
    case .issue: issues(reach, viewer)
    case .decision: decisions(viewer)
    case .milestone: milestones(reach, viewer)
    case .review: reviews(reach, viewer)
    case .responsibility: responsibilities(viewer)
    case .charter: charter(viewer)
    }
  }

  private func issues(_ reach: DueReach, _ viewer: Viewer) -> SQL {
    let person = viewer.person?.uuid
    let mine: SQL =
      reach == .own
      ? "(i.owner_person_id IS NULL OR i.owner_person_id = \(person as UUID?))" : "true"
    return """
      SELECT \(rawValue) AS kind, i.id AS record, '#' || i.number || ' ' || i.title AS title,
        '/issues/' || i.number AS path, i.due AS day, o.name AS party, i.changed_at
      FROM issue i JOIN organisation o ON o.id = i.owner_id
      WHERE i.programme_id = \(viewer.programme.uuid) AND i.is_live AND i.due IS NOT NULL
        AND i.confided_to IS NULL AND \(mine) AND \(reach.isWanted("i.owner_id", by: viewer))
      """
  }

  /// Questions that wait for the board.
  private func decisions(_ viewer: Viewer) -> SQL {
    """
    SELECT \(rawValue) AS kind, i.id AS record, '#' || i.number || ' ' || i.title AS title,
      '/issues/' || i.number AS path, i.decide_by AS day, coalesce(o.name, '') AS party,
      i.changed_at
    FROM issue i LEFT JOIN organisation o ON o.id = i.owner_id
    WHERE i.programme_id = \(viewer.programme.uuid) AND i.state = 'Escalated'
      AND i.confided_to IS NULL
    """
  }

  private func milestones(_ reach: DueReach, _ viewer: Viewer) -> SQL {
    """
    SELECT \(rawValue) AS kind, m.id AS record, m.title, '/milestones/' || m.id AS path,
      m.forecast_day AS day, o.name AS party, m.changed_at
    FROM milestone m JOIN organisation o ON o.id = m.organisation_id
    WHERE m.programme_id = \(viewer.programme.uuid) AND m.withdrawn_at IS NULL
      AND m.actual_day IS NULL AND \(reach.isWanted("m.organisation_id", by: viewer))
    """
  }

  private func reviews(_ reach: DueReach, _ viewer: Viewer) -> SQL {
    """
    SELECT \(rawValue) AS kind, b.id AS record, b.reference || ' ' || b.title AS title,
      '/benefits/' || b.id || '/reviews' AS path, b.next_review AS day,
      b.organisation_name AS party, b.changed_at
    FROM benefit b
    WHERE b.removed_at IS NULL AND b.status <> 'Withdrawn' AND b.next_review IS NOT NULL
      AND \(reach.isWanted("b.organisation_id", by: viewer)) AND \(viewer.sees("b"))
    """
  }
}

/// What waits for a party's word.
extension DueKind {
  private static let parties: SQL =
    "CASE WHEN count(*) = 1 THEN min(o.name) ELSE count(*) || ' parties' END"

  fileprivate func positions(_ reach: DueReach, _ viewer: Viewer) -> SQL {
    """
    SELECT \(rawValue) AS kind, c.id AS record, '#' || c.number || ' ' || c.title AS title,
      '/changes/' || c.number AS path, c.positions_due AS day, \(DueKind.parties) AS party,
      c.changed_at
    FROM plan_change c
      JOIN plan_change_party a ON a.change_id = c.id AND a.revision = c.revision
      JOIN organisation o ON o.id = a.organisation_id
    WHERE c.programme_id = \(viewer.programme.uuid) AND c.state IN ('Proposed', 'Negotiating')
      AND \(reach.isWanted("a.organisation_id", by: viewer))
      AND NOT EXISTS (SELECT FROM plan_change_position p WHERE p.change_id = c.id
        AND p.revision = c.revision AND p.organisation_id = a.organisation_id)
    GROUP BY c.id
    """
  }

  fileprivate func acknowledgements(_ reach: DueReach, _ viewer: Viewer) -> SQL {
    """
    SELECT \(rawValue) AS kind, c.id AS record, '#' || c.number || ' ' || c.title AS title,
      '/changes/' || c.number AS path, c.acknowledgement_due AS day, \(DueKind.parties) AS party,
      c.changed_at
    FROM plan_change c
      JOIN plan_change_party a ON a.change_id = c.id AND a.revision = c.revision
      JOIN organisation o ON o.id = a.organisation_id
    WHERE c.programme_id = \(viewer.programme.uuid) AND c.state = 'Communicated'
      AND \(reach.isWanted("a.organisation_id", by: viewer))
      AND NOT EXISTS (SELECT FROM plan_change_acknowledgement k
        WHERE k.change_id = c.id AND k.organisation_id = a.organisation_id)
    GROUP BY c.id
    """
  }

  fileprivate func responsibilities(_ viewer: Viewer) -> SQL {
    """
    SELECT \(rawValue) AS kind, a.id AS record, r.part || ': ' || a.title AS title,
      '/responsibilities' AS path, NULL::date AS day, o.name AS party, a.changed_at
    FROM responsibility r JOIN activity a ON a.id = r.activity_id
      JOIN organisation o ON o.id = r.organisation_id
    WHERE r.programme_id = \(viewer.programme.uuid) AND r.confirmed_at IS NULL
      AND a.withdrawn_at IS NULL AND r.organisation_id = \(viewer.organisation.uuid)
    """
  }

  /// The newest version of the charter, where the viewer's party has not accepted it.
  fileprivate func charter(_ viewer: Viewer) -> SQL {
    """
    SELECT \(rawValue) AS kind, c.id AS record, 'version ' || c.number AS title,
      '/charter' AS path, NULL::date AS day, \(viewer.organisationName) AS party,
      c.made_at AS changed_at
    FROM charter c
    WHERE c.programme_id = \(viewer.programme.uuid)
      AND c.number = (SELECT max(n.number) FROM charter n WHERE n.programme_id = c.programme_id)
      AND NOT EXISTS (SELECT FROM charter_acceptance k
        WHERE k.charter_id = c.id AND k.organisation_id = \(viewer.organisation.uuid))
    """
  }
}
