import Calculator
import Programme
import Store

extension ConflictPage {
  /// Something happened to a change while it was amended: both versions field by field.
  init(theirs: StoredChange, yours: ChangeProposal, _ sent: ChangeSubmission) {
    let last = theirs.story.first.map { "\($0.words), \($0.when)." } ?? ""
    let rows = ConflictPage.Row.rows(yours.change.changes(since: theirs.change)) { name, text in
      let field = PlanChange.Field(rawValue: name)
      return field.map { Shown.field(text, kind: $0.kind, unit: $0.unit) } ?? Shown.words(text)
    }
    self.init(
      ConflictPage.Subject(
        noun: "plan change", reference: "\(theirs.label), version \(theirs.process.revision)",
        path: theirs.href, area: .changes, trail: theirs.trail),
      meanwhile: "\(last) Saving yours opens every position again.", version: theirs.version,
      rows: rows, typed: sent.typed, action: "\(theirs.href)/amend")
  }
}
