import Calculator
import Programme
import Store

extension ImportListPage {
  /// The runs as the store lists them.
  init(_ runs: [ImportRun]) {
    rows = runs.map(Row.init)
    exports = runs.isEmpty ? [] : Link.exports("/imports") { $0 }
    cut = ImportListPage.cut(runs)
    addHref = "/imports/new"
  }

  /// Says that a list ends at its limit; nil for one that does not.
  static func cut(_ runs: [ImportRun]) -> String? {
    let limit = ImportLimit.runsListed
    return runs.count < limit ? nil : "These are the newest \(Shown.whole(limit)) files."
  }
}

extension ImportListPage.Row {
  fileprivate init(_ run: ImportRun) {
    file = run.fileName
    href = "/imports/\(run.id)"
    council = run.councilName
    who = run.stagedBy
    when = Shown.moment(run.stagedAt)
    state = Tag(run.state)
    added = run.outcome.map { Shown.quantity(Exact($0.added)) } ?? "not yet"
    changed = run.outcome.map { Shown.quantity(Exact($0.changed)) } ?? "not yet"
    problems = run.problems.words
  }
}

extension ProblemCount {
  /// "2 errors, 6 warnings".
  var words: String {
    let parts = [
      errors > 0 ? Shown.count(errors, "error") : nil,
      warnings > 0 ? Shown.count(warnings, "warning") : nil,
      notes > 0 ? Shown.count(notes, "note") : nil,
    ].compactMap { $0 }
    return parts.isEmpty ? "none" : parts.joined(separator: ", ")
  }
}

extension ImportDonePage {
  /// What an applied import did; `obstacle` says why it could not be undone when somebody tried.
  init(_ run: ImportRun, problems: [Problem], obstacle: String? = nil) {
    title = "Import of \(run.fileName)"
    state = Tag(run.state)
    summary = ImportDonePage.summary(run)
    figures = run.outcome.map(ImportDonePage.figures) ?? []
    faults = ImportCheckPage.Faults(problems)
    benefits = Link("See the benefits of \(run.councilName)", "/benefits")
    fileHref = "/imports/\(run.id)/file"
    undoAction = run.state == .confirmed && obstacle == nil ? "/imports/\(run.id)/undo" : nil
    self.obstacle = obstacle
  }

  private static func summary(_ run: ImportRun) -> [SummaryLine] {
    var lines = [
      SummaryLine("Council", run.councilName),
      SummaryLine("Brought in by", "\(run.stagedBy), \(Shown.moment(run.stagedAt))"),
    ]
    if let at = run.confirmedAt { lines.append(SummaryLine("Applied", Shown.moment(at))) }
    if let at = run.discardedAt { lines.append(SummaryLine("Discarded", Shown.moment(at))) }
    if let at = run.undoneAt { lines.append(SummaryLine("Undone", Shown.moment(at))) }
    lines += run.matches.all.map { SummaryLine("Column “\($0.heading)”", $0.shown) }
    lines.append(SummaryLine("Size", "\(Shown.quantity(Exact(run.sizeBytes))) bytes"))
    lines.append(SummaryLine("Fingerprint (SHA-256)", run.fingerprint))
    return lines
  }

  private static func figures(_ outcome: ImportOutcome) -> [Figure] {
    [
      ("Added", outcome.added), ("Changed", outcome.changed),
      ("Unchanged", outcome.unchanged),
      ("Missing from the file", outcome.missing),
    ].map { Figure($0.0, Shown.quantity(Exact($0.1))) }
  }
}
