import Calculator
import Exchange
import Programme
import Store

extension Exchange.Table {
  /// The files brought in, with the columns of the screen and the moments behind their states.
  init(_ runs: [ImportRun]) {
    let headings = [
      "File", "State", "Council", "Brought in by", "Brought in", "Applied", "Undone",
      "Discarded", "Added", "Changed", "Unchanged", "Missing from the file", "Errors",
      "Warnings", "Notes", "Bytes", "SHA-256",
    ]
    let end = ImportListPage.cut(runs).map { words in
      [TableCell.text(words)] + headings.dropFirst().map { _ in .blank }
    }
    self.init(headings: headings, rows: runs.map(\.cells) + [end].compactMap { $0 })
  }
}

extension Exchange.Table {
  /// What a council's headings mean, as its screen lists it.
  init(_ saved: [SavedHeadingMatch]) {
    self.init(
      headings: ["Sheet", "Heading", "Meaning", "Said by", "Said"],
      rows: saved.map { one in
        [
          .text(one.match.sheet), .text(one.match.heading), .text(one.match.shown),
          .text(one.changedBy), .text(Shown.moment(one.changedAt)),
        ]
      })
  }
}

extension ImportRun {
  fileprivate var cells: [TableCell] {
    let moments = [stagedAt, confirmedAt, undoneAt, discardedAt]
    let counts = [outcome?.added, outcome?.changed, outcome?.unchanged, outcome?.missing]
    let problems = [self.problems.errors, self.problems.warnings, self.problems.notes]
    return [.text(fileName), .text(Tag(state).text), .text(councilName), .text(stagedBy)]
      + moments.map { $0.map { .text(Shown.moment($0)) } ?? .blank }
      + counts.map { $0.map { .number(Exact($0)) } ?? .blank }
      + problems.map { .number(Exact($0)) } + [.number(Exact(sizeBytes)), .text(fingerprint)]
  }
}
