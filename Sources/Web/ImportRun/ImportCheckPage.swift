import Calculator
import Programme

/// The dry run of an import: every problem with its place, every difference, and our figures
/// beside those the file carries. Nothing has changed yet.
struct ImportCheckPage: Page {
  static let template = "import/check"

  let title = "Check before you import"
  let file: String
  let council: String
  let figures: [Figure]
  /// Why it cannot be applied, when it cannot; otherwise `confirm` leads on.
  let blocked: String?
  let confirm: Confirmation?
  /// In its place while rows would lose something for want of a column.
  let without: Without?
  let problems: [PageProblem]
  /// Where columns are matched, while the file cannot be read without it or rows would lose by it.
  let match: Link?
  /// What to look at twice before confirming: the file of another council.
  let caution: String?
  /// What is to be said about its columns; nil where all are known.
  let columns: Columns?
  let faults: Faults?
  let groups: [Group]
  let carried: [Carried]
  /// "31 figures".
  let carriedCount: String
  /// "86 rows are unchanged."
  let unchanged: String
  /// Where it is checked again, after somebody changed what it is compared with.
  let recheckAction: String?
  /// Where it is put aside.
  let discardAction: String
  let area: Area? = .imports
  let trail = [Link("Imports", "/imports")]
  let isWide = true

  /// What the button does, in words that say how much changes.
  struct Confirmation: Part {
    let action: String
    let button: String
    /// The matches of headings that this check rests on.
    let fingerprint: String
  }

  /// The same button behind a box to tick, which says what rows would lose.
  struct Without: Part {
    /// The name of the box.
    static let field = "without"

    /// "59 benefits would lose their volume, …".
    let words: String
    /// "Import without volume".
    let label: String
    /// Why it was not applied: the box was not ticked.
    let error: Message?
    let action: String
    let button: String
    let fingerprint: String
  }

  /// The problems of a file, errors first; folded when they are many and none of them is in the way.
  struct Faults: Part {
    /// "2 errors, 24 warnings".
    let count: String
    let isOpen: Bool
    let rows: [Fault]

    init?(_ problems: [Problem]) {
      guard !problems.isEmpty else { return nil }
      count = Problem.Severity.allCases.compactMap { severity in
        let count = problems.count { $0.severity == severity }
        return count == 0 ? nil : Shown.count(count, severity.rawValue)
      }.joined(separator: ", ")
      isOpen = problems.count <= 5 || problems.contains { $0.severity == .error }
      rows = Fault.rows(of: problems)
    }
  }

  /// A problem with its place in the file.
  struct Fault: Part {
    let severity: Tag
    let sheet: String
    let row: String
    let column: String
    let what: String
    let mend: String
  }

  /// The rows of one part of the register that are added, changed or missing from the file.
  struct Group: Part {
    let heading: String
    let note: String?
    let isOpen: Bool
    let rows: [Row]
  }

  /// One row and what changes in it.
  struct Row: Part {
    let reference: String
    let kind: Tag
    let changes: [ChangeLine]
  }

  /// A figure the file carries and what we make of it.
  struct Carried: Part {
    let reference: String
    let what: String
    let carried: String
    let ours: String
    let difference: String
    let why: String
  }
}
