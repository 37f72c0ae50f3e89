import Foundation
import Postgres
import Programme

/// A record that an issue is to be linked to, as somebody named it.
public enum IssueLinkTarget: Sendable, Hashable {
  /// A benefit or a milestone, by identity.
  case record(IssueLinkKind, UUID)
  /// A plan change, by number.
  case change(Int)
}

extension Connection {
  /// What an issue is about, as far as the viewer sees both: benefits, then the others.
  public func links(of issue: StoredIssue, as viewer: Viewer) throws -> [IssueLink] {
    let links = try query(
      """
      SELECT l.id, l.kind, l.record_id FROM issue_link l
      WHERE l.issue_id = \(issue.id.uuid) AND l.removed_at IS NULL AND \(viewer.knows("l"))
      ORDER BY l.kind, l.id
      """
    ) { row in
      (ID<IssueLink>(try row.next()), try row.choice(IssueLinkKind.self), try row.next(UUID.self))
    }
    guard !links.isEmpty else { return [] }
    let records = try linkable(links.map(\.2), as: viewer)
    return links.compactMap { id, kind, record in
      records[record].map { found in
        IssueLink(
          id: id, kind: kind, record: record, title: found.title, partyName: found.party,
          number: found.number)
      }
    }
  }

  /// The unfinished issues that are about a record, by number, as far as the viewer knows of them.
  public func issues(about record: UUID, as viewer: Viewer) throws -> [StoredIssue] {
    try storedIssues(
      where: """
        i.is_live AND i.id IN (SELECT l.issue_id FROM issue_link l
          WHERE l.record_id = \(record) AND l.removed_at IS NULL)
        """, as: viewer)
  }

  /// Says that an issue is about a record that the viewer sees. Throws ``Refusal/notFound``,
  /// ``Refusal/forbidden``, and ``Refusal/invalid(_:)`` for a record that is not there, is linked
  /// already, or is one too many.
  public func linkIssue(
    _ number: Int, to target: IssueLinkTarget, by act: Act, as viewer: Viewer
  ) throws {
    let issue = try changeable(number, as: viewer)
    let (kind, record) = try found(target, as: viewer)
    let links = try links(of: issue, as: viewer)
    guard !links.contains(where: { $0.record == record }) else {
      throw IssueRefusal.refusal("link", "", "something not linked yet", "It is linked already.")
    }
    guard links.count < IssueLimit.links else {
      throw IssueRefusal.refusal(
        "link", "", "at most \(IssueLimit.links) links", "Remove one that is not needed.")
    }
    try execute(
      """
      INSERT INTO issue_link (id, programme_id, organisation_id, issue_id, kind, record_id,
        confided_to)
      VALUES (\(UUID()), \(viewer.programme.uuid), \(viewer.organisation.uuid), \(issue.id.uuid),
        \(kind.rawValue), \(record), \(issue.parties.confidedTo?.uuid as UUID?))
      ON CONFLICT DO NOTHING
      """)
    try recordLink(of: issue, from: "", to: kind.rawValue, by: act, as: viewer)
  }

  /// Says so no longer. Throws as ``linkIssue(_:to:by:as:)`` does.
  public func unlinkIssue(
    _ number: Int, _ link: ID<IssueLink>, by act: Act, as viewer: Viewer
  ) throws {
    let issue = try changeable(number, as: viewer)
    guard let found = try links(of: issue, as: viewer).first(where: { $0.id == link }) else {
      throw Refusal.notFound
    }
    try execute(
      "UPDATE issue_link SET removed_at = scope_now() WHERE id = \(link.uuid)")
    try recordLink(of: issue, from: found.kind.rawValue, to: "", by: act, as: viewer)
  }

  private func changeable(_ number: Int, as viewer: Viewer) throws -> StoredIssue {
    guard let issue = try issue(number, as: viewer) else { throw Refusal.notFound }
    guard viewer.mayChange(issue.parties) else { throw Refusal.forbidden }
    return issue
  }

  private func found(
    _ target: IssueLinkTarget, as viewer: Viewer
  ) throws -> (IssueLinkKind, UUID) {
    switch target {
    case .record(let kind, let id):
      if try linkable([id], as: viewer)[id]?.kind == kind { return (kind, id) }
    case .change(let number):
      if let id = try planChange(number, as: viewer) { return (.change, id) }
    }
    throw IssueRefusal.refusal(
      "link", "", "a benefit, milestone or plan change that you see",
      "Copy the address of its page, and paste it here.")
  }

  /// The journal says that there was a link and of what kind, and not to what: whoever reads the
  /// issue need not see the benefit.
  private func recordLink(
    of issue: StoredIssue, from before: String, to after: String, by act: Act, as viewer: Viewer
  ) throws {
    try record(
      [
        JournalDraft(
          kind: "issue", record: issue.id.uuid, label: issue.label, version: issue.version,
          visibility: .published,
          changes: [FieldChange(field: "link", label: "Link", before: before, after: after)],
          confidedTo: issue.parties.confidedTo)
      ], of: viewer.organisation, named: viewer.organisationName, by: act, as: viewer)
  }
}

/// A record that issues may be about.
struct LinkableRecord: Sendable {
  let kind: IssueLinkKind
  let title: String
  let party: String
  let number: Int?
}

extension Connection {
  /// The records of those identities that the viewer sees.
  func linkable(_ ids: [UUID], as viewer: Viewer) throws -> [UUID: LinkableRecord] {
    let found = try query(
      """
      SELECT b.id, 'benefit', b.reference || ' ' || b.title, b.organisation_name, NULL::bigint
      FROM benefit b
      WHERE b.id = ANY (\(ids)) AND b.removed_at IS NULL AND \(viewer.sees("b"))
      UNION ALL
      SELECT m.id, 'milestone', m.title, o.name, NULL::bigint
      FROM milestone m JOIN organisation o ON o.id = m.organisation_id
      WHERE m.id = ANY (\(ids)) AND m.withdrawn_at IS NULL
        AND m.programme_id = \(viewer.programme.uuid)
      UNION ALL
      SELECT c.id, 'change', c.title, o.name, c.number
      FROM plan_change c JOIN organisation o ON o.id = c.organisation_id
      WHERE c.id = ANY (\(ids)) AND c.programme_id = \(viewer.programme.uuid)
      ORDER BY id
      """
    ) { row in
      (
        try row.next(UUID.self),
        LinkableRecord(
          kind: try row.choice(IssueLinkKind.self), title: try row.next(),
          party: try row.next(), number: try row.next(Int?.self))
      )
    }
    return Dictionary(found, uniquingKeysWith: { $1 })
  }

  /// The identity of a plan change that the viewer sees.
  private func planChange(_ number: Int, as viewer: Viewer) throws -> UUID? {
    try first(
      """
      SELECT c.id FROM plan_change c
      WHERE c.number = \(number) AND c.programme_id = \(viewer.programme.uuid)
      """
    ) { row in try row.next(UUID.self) }
  }
}
