import Calculator
import Programme
import Store

/// What undoing an act would restore, record by record.
struct UndoPage: Page {
  static let template = "undo/undo"

  let title = "Undo"
  /// "Iain Sinclair changed 12 benefits on 22 November 2026, 9:05 am."
  let what: String
  let records: [Record]
  /// Where it is undone; nil while something stands against it.
  let action: String?
  let problems: [PageProblem]
  let area: Area? = .benefits
  let trail = [Link("Benefits", "/benefits")]

  /// One record.
  struct Record: Part {
    let id: String
    let label: String
    /// "Goes again", "Comes back", "Gets its earlier values".
    let fate: String
    let changes: [ChangeLine]
    let refusal: String?
  }

  static let sample = UndoPage(
    what: "Iain Sinclair did it on 22 November 2026, 9:05 am: 2 records.",
    records: [
      Record(
        id: "record-1", label: "B001", fate: "Gets its earlier values",
        changes: [ChangeLine(label: "Owner", before: "Head of ICT", after: "not known")],
        refusal: nil),
      Record(
        id: "record-2", label: "B002", fate: "Goes again", changes: [],
        refusal: "Somebody changed it since; correct it by hand."),
    ], action: "/undo/1",
    problems: [PageProblem("B002: somebody changed it since", at: "record-2")])
}

extension UndoPage {
  /// The most records whose changes are shown field by field.
  private static let shownInFull = 20

  init(_ plan: UndoPlan, problems: [Problem] = []) {
    what =
      "\(plan.actorName) did it on \(Shown.moment(plan.at)): "
      + "\(Shown.count(plan.lines.count, "record"))."
    let found = problems.isEmpty ? plan.problems : problems
    let records = plan.lines.enumerated().map { place, line in
      Record(
        line, id: "record-\(place + 1)", isFull: plan.lines.count <= UndoPage.shownInFull)
    }
    self.records = records
    action = plan.problems.isEmpty ? "/undo/\(ID<Act>(plan.act))" : nil
    self.problems = found.map { problem in
      let place = records.first { $0.label == problem.subject }?.id
      return PageProblem("\(problem.subject): \(problem.mend)", at: place ?? "main-content")
    }
  }
}

extension UndoPage.Record {
  init(_ line: UndoPlan.Line, id: String, isFull: Bool) {
    self.id = id
    label = line.label
    fate =
      switch line.kind {
      case .restored: "Gets its earlier values"
      case .removed: "Goes again"
      case .broughtBack: "Comes back"
      }
    refusal = line.refusal
    let shown = line.kind == .restored && isFull ? line.changes : []
    changes = shown.map { change in
      let field = Benefit.Field(rawValue: change.field)
      return ChangeLine(
        label: change.label, before: BenefitWords.value(change.before, of: field),
        after: BenefitWords.value(change.after, of: field))
    }
  }
}
