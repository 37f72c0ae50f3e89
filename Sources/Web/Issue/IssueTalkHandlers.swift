import Foundation
import HTTPTypes
import Hummingbird
import Programme
import Store

/// What is done about an issue on its own page: comments, links and watching.
enum IssueTalkHandlers {
  /// Writes a comment.
  static func comment(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try visit.form.expecting(["comment"])
    let number = try visit.issueNumber()
    let words = visit.form["comment"] ?? ""
    let act = visit.act("issue.comment")
    do {
      try await visit.write(as: viewer, act) { db in
        try db.commentIssue(number, words, by: act, as: viewer)
      }
    } catch Refusal.invalid(let problems) {
      return try await visit.issuePage(
        viewer, typed: IssueTyped(comment: words, problems: problems), .unprocessableContent)
    }
    return visit.redirect(to: "/issues/\(number)#comments", notice: .commentAdded)
  }

  /// Begins to be told of what happens to it.
  static func watch(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try await watch(visit, viewer, true)
  }

  /// Is told no longer.
  static func unwatch(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try await watch(visit, viewer, false)
  }

  private static func watch(
    _ visit: Visit, _ viewer: Viewer, _ watches: Bool
  ) async throws -> Response {
    try visit.form.expecting([])
    let number = try visit.issueNumber()
    try await visit.write(as: viewer, visit.act("issue.watch")) { db in
      try db.watchIssue(number, watches, as: viewer)
    }
    return visit.redirect(
      to: "/issues/\(number)", notice: watches ? .issueWatched : .issueUnwatched)
  }

  /// Says what it is about.
  static func link(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try visit.form.expecting(["link"])
    let number = try visit.issueNumber()
    let typed = TrimmedText.of(visit.form["link"] ?? "")
    let act = visit.act("issue.link")
    do {
      try await visit.write(as: viewer, act) { db in
        let target = IssueLinkTarget(address: typed) ?? .record(.benefit, UUID())
        try db.linkIssue(number, to: target, by: act, as: viewer)
      }
    } catch Refusal.invalid(let problems) {
      return try await visit.issuePage(
        viewer, typed: IssueTyped(link: typed, problems: problems), .unprocessableContent)
    }
    return visit.redirect(to: "/issues/\(number)#links", notice: .issueLinked)
  }

  /// Says so no longer.
  static func unlink(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try visit.form.expecting([])
    let number = try visit.issueNumber()
    let id = try visit.id(of: IssueLink.self)
    let act = visit.act("issue.unlink")
    try await visit.write(as: viewer, act) { db in
      try db.unlinkIssue(number, id, by: act, as: viewer)
    }
    return visit.redirect(to: "/issues/\(number)#links", notice: .issueUnlinked)
  }
}

extension IssueLinkTarget {
  /// Reads the address of a page of ours, with or without the site before it; nil for any other.
  init?(address: String) {
    let path = address.split(separator: "?", maxSplits: 1).first ?? ""
    let parts = path.split(separator: "/").suffix(2)
    guard parts.count == 2, let kind = parts.first, let name = parts.last else { return nil }
    switch kind {
    case "benefits":
      guard let id = UUID(uuidString: String(name)) else { return nil }
      self = .record(.benefit, id)
    case "milestones":
      guard let id = UUID(uuidString: String(name)) else { return nil }
      self = .record(.milestone, id)
    case "changes":
      guard name.utf8.count <= 18, let number = Int(name), number > 0 else { return nil }
      self = .change(number)
    default: return nil
    }
  }
}
