/// Any grouping of the benefits by any other; totals reconcile with the register.
struct PivotPage: Page {
  static let template = "pivot/pivot"

  let title = "Pivot"
  /// Rows, columns, figure and measure, each a list to choose from.
  let choices: [FormField]
  /// The filters of the list that are kept when something else is chosen.
  let hidden: [HiddenField]
  /// The filters in force; each leads to the same without it.
  let active: [Link]
  let table: Table?
  let chart: PivotChart?
  /// What is counted and what is not: which view this is.
  let notes: [String]
  let exports: [Link]
  let views: [SavedViewLine]
  let keep: KeepView
  var problems: [PageProblem]
  let area: Area? = .pivot
  let isWide = true

  /// The pivot itself, in the unit its caption names.
  struct Table: Part {
    let caption: String
    let corner: String
    let columns: [Cell]
    let rows: [Row]
    let totals: [Cell]
  }

  /// One label: its cells and their sum, the last.
  struct Row: Part {
    let label: String
    let href: String?
    let benefits: String
    let cells: [Cell]
  }

  /// One figure, or the head of a column; leads to the benefits behind it.
  struct Cell: Part {
    let text: String
    let href: String?

    func value(named name: String) -> Value? {
      switch name {
      case "text": .text(text)
      case "href": .text(href)
      case "href?": .flag(href != nil)
      default: nil
      }
    }
  }
}
