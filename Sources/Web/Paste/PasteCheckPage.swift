import Programme

/// Rows in a grid, each bad cell with its problem, before anything is stored.
struct PasteCheckPage: Page {
  static let template = "paste/check"

  let title = "Check the rows"
  /// "50 rows. Nothing is recorded yet."
  let summary: String
  /// Headings that nobody knows, whose columns are left out.
  let left: String?
  /// Rows whose record is there already: they are left out.
  let existing: [Link]
  let action: String
  let checkAction: String
  let startHref: String
  let columns: String
  let count: String
  let headings: [Heading]
  let rows: [Row]
  let lists: [WordList]
  /// What is asked about all of them together.
  let fields: [FormField]
  /// "Add 50 benefits"; nil where there is none to add.
  let submit: String?
  let problems: [PageProblem]
  let area: Area?
  let trail: [Link]
  let isWide = true

  /// The head of a column.
  struct Heading: Part {
    let text: String
    let unit: String
  }

  /// A row of cells.
  struct Row: Part {
    let number: String
    let cells: [Cell]
  }

  /// A cell to type in.
  struct Cell: Part {
    let id: String
    let name: String
    /// "Row 3, Volume".
    let label: String
    let value: String
    /// The id of the words that it may hold; nil for any text.
    let list: String?
    let error: Message?
    let style: String
  }

  /// The words that a column may hold.
  struct WordList: Part {
    let id: String
    let words: [String]
  }
}
