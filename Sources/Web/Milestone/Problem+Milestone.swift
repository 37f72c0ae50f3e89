import Calculator
import Programme
import Store

extension Problem {
  /// Somebody was faster, and what was saved stands on the page.
  static func changedMeanwhile(_ stored: StoredMilestone) -> Problem {
    Problem(
      .error, at: .file, subject: "Milestone",
      found: "saved on \(Shown.moment(stored.stored.changedAt))",
      expected: "the milestone as you saw it",
      mend: "Look at its dates above. To go on, send the form again.")
  }

  /// A need as it was typed is none.
  static func need(_ field: String, _ mend: String) -> Problem {
    Problem(
      .error, at: .field(field), subject: "What it needs", found: "",
      expected: "a milestone and days", mend: mend)
  }
}
