import Calculator
import Programme
import Store

/// One series of a benefit: how it stands, drawn and in numbers, and the grid it is typed into.
struct SeriesPage: Page {
  static let template = "measure/series"

  /// "Money", or the measure's name.
  let title: String
  /// "B001 Fewer face-to-face visits".
  let benefit: Link
  let sections: [SectionLink]
  /// Why it is no longer measured.
  let withdrawnBecause: String?
  /// Where it is changed and withdrawn; nil for the money and for those who may not.
  let changeHref: String?
  let withdrawHref: String?
  let facts: [SummaryLine]
  let figures: [Figure]
  let verdict: Tag?
  /// The rule of the colours.
  let rule: String
  let chart: SeriesChart?
  /// Chooses which periods are shown.
  let chooser: Chooser
  let grid: SeriesGrid
  let paste: PasteForm?
  let table: PointTable?
  let targets: [TargetLine]
  let history: [JournalLine]
  let exports: [Link]
  let problems: [PageProblem]
  let area: Area? = .benefits
  let trail: [Link]
  let isWide = true

  /// The form that asks for other periods.
  struct Chooser: Part {
    let action: String
    let fields: [FormField]
  }

  /// The form that takes a part of a spreadsheet.
  struct PasteForm: Part {
    let action: String
    let isOpen: Bool
    let columns: FormField
    let text: FormField
  }

  /// One target beside what was known by its day.
  struct TargetLine: Part {
    let day: String
    let target: String
    let known: String
  }
}
