import HTTPTypes
import Hummingbird
import Programme
import Store

/// Changing what an issue says, and taking its steps.
enum IssueChangeHandlers {
  /// The form that shows the issue as it stands.
  static func edit(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let stored = try await visit.ownIssue(viewer)
    let fields = try await visit.issueFields(stored.issue.typed, as: viewer)
    return visit.page(IssueFormPage(changing: stored, fields, version: stored.version))
  }

  /// Changes it, unless somebody else did meanwhile.
  static func update(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let stored = try await visit.ownIssue(viewer)
    let sent = try IssueSubmission(visit.form, of: stored.issue.state)
    guard let version = sent.version else { throw Failure(.unprocessableContent) }
    func again(_ problems: [Problem]) async throws -> Response {
      let fields = try await visit.issueFields(sent.typed, problems, as: viewer)
      return visit.page(
        IssueFormPage(changing: stored, fields, version: version), .unprocessableContent)
    }
    let reading = sent.read(upon: stored.issue)
    guard let issue = reading.value else { return try await again(reading.problems) }
    let act = visit.act("issue.change", reason: sent.reason)
    do {
      let now = try await visit.write(as: viewer, act) { db in
        try db.changeIssue(
          stored.number, expecting: version, to: issue, by: act, as: viewer)
      }
      return visit.redirect(
        to: "/issues/\(stored.number)", notice: now == version ? .issueUnchanged : .issueChanged)
    } catch Refusal.invalid(let problems) {
      return try await again(problems)
    } catch Refusal.conflict {
      let (theirs, last) = try await visit.issueNow(viewer)
      return visit.page(
        ConflictPage(theirs: theirs, last: last.first, yours: issue, typed: sent.typed),
        .conflict)
    }
  }

  /// Asks what a step needs.
  static func step(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let step = try visit.issueStep()
    let stored = try await visit.ownIssue(viewer, for: step)
    guard stored.issue.state.steps.contains(step) else {
      return try await visit.refused(step, stored, viewer)
    }
    let fields = try await visit.issueFields(stored.issue.typed(for: step), as: viewer)
    return visit.page(IssueStepPage(stored, step, fields))
  }

  /// Takes the step.
  static func take(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let step = try visit.issueStep()
    let stored = try await visit.ownIssue(viewer, for: step)
    try visit.form.expecting(Set(step.fields.map(\.rawValue) + ["version", "reason"]))
    let typed = visit.form.ownValues
    guard let version = visit.form.given("version").flatMap({ Int($0) }) else {
      throw Failure(.unprocessableContent)
    }
    let texts = Dictionary(uniqueKeysWithValues: step.fields.map { ($0, typed[$0.rawValue] ?? "") })
    let act = visit.act("issue.\(step.rawValue)", reason: TrimmedText.of(typed["reason"] ?? ""))
    do {
      try await visit.write(as: viewer, act) { db in
        try db.moveIssue(
          stored.number, expecting: version, step, typed: texts, by: act, as: viewer)
      }
      return visit.redirect(to: "/issues/\(stored.number)", notice: .issueMoved)
    } catch Refusal.invalid(let problems) {
      guard stored.issue.state.steps.contains(step) else {
        return try await visit.refused(step, stored, viewer)
      }
      let fields = try await visit.issueFields(typed, problems, as: viewer)
      return visit.page(IssueStepPage(stored, step, fields), .unprocessableContent)
    } catch Refusal.conflict {
      let (theirs, entries) = try await visit.issueNow(viewer)
      guard theirs.issue.state.steps.contains(step) else {
        return try await visit.refused(step, theirs, viewer)
      }
      let fields = try await visit.issueFields(typed, as: viewer)
      let since = entries.filter { $0.version > version }
      return visit.page(IssueStepPage(theirs, step, fields, since: since), .conflict)
    }
  }
}

extension Visit {
  /// The issue of the path, which must be the viewer's to change.
  fileprivate func ownIssue(
    _ viewer: Viewer, for step: IssueStep? = nil
  ) async throws -> StoredIssue {
    let number = try issueNumber()
    let stored = try await store.read(as: viewer) { db in
      try db.issue(number, as: viewer).orNotFound()
    }
    guard step.map({ viewer.may($0, stored.parties) }) ?? viewer.mayChange(stored.parties) else {
      throw Refusal.forbidden
    }
    return stored
  }

  /// The issue of the path as it is now, with what happened to it.
  fileprivate func issueNow(_ viewer: Viewer) async throws -> (StoredIssue, [JournalEntry]) {
    let number = try issueNumber()
    return try await store.read(as: viewer) { db in
      let stored = try db.issue(number, as: viewer).orNotFound()
      return (stored, try db.history(of: stored, as: viewer))
    }
  }

  /// A step of the path; what is none of ours is not found.
  fileprivate func issueStep() throws(Refusal) -> IssueStep {
    guard let step = parameters.get("step").flatMap(IssueStep.init) else { throw .notFound }
    return step
  }

  /// The issue's page, with why the step cannot be taken from where it stands.
  fileprivate func refused(
    _ step: IssueStep, _ stored: StoredIssue, _ viewer: Viewer
  ) async throws -> Response {
    do throws(Refusal) {
      _ = try stored.issue.state.after(step)
    } catch .invalid(let problems) {
      return try await issuePage(viewer, typed: IssueTyped(problems: problems), .conflict)
    } catch {}
    throw Refusal.notFound
  }
}

extension Issue {
  /// What a step's form begins with.
  fileprivate func typed(for step: IssueStep) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: step.fields.filter { step != .reopen || $0 != .due }
        .map { ($0.rawValue, text($0)) })
  }
}
