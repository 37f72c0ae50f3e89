/// Says what the columns of a file hold whose headings Concordat does not know. The answers are kept
/// for the council's next file.
struct ImportColumnsPage: Page {
  static let template = "import/columns"

  let title = "Match columns"
  let file: String
  let council: String
  /// "Reference and Method": what no column holds yet.
  let needed: String?
  let action: String
  let sheets: [Sheet]
  let cancelHref: String
  let problems: [PageProblem]
  let area: Area? = .imports
  let trail: [Link]

  /// One sheet of the file.
  struct Sheet: Part {
    /// "Sheet Benefits"; nil when only one has such columns.
    let heading: String?
    /// A question a column: its heading, its first texts, and what it may hold.
    let columns: [FormField]
  }

  static let sample = ImportColumnsPage(
    file: "west-lothian-90.xml", council: "West Lothian Council", needed: "Reference",
    action: "/imports/2/columns",
    sheets: [
      Sheet(
        heading: "Sheet Benefits",
        columns: [
          FormField(
            "Benefits.1", "Our code",
            .select([
              Choice("keep", "Keep as additional data", isChosen: false),
              Choice("field.reference", "Reference (needed)", isChosen: true),
            ]), hint: "Column 1 holds “WL-001” and “WL-002”.",
            error: "“Our code” and “Old code” cannot both be Reference"),
          FormField(
            "Benefits.9", "Sponsor",
            .select([Choice("keep", "Keep as additional data", isChosen: true)]),
            hint: "Column 9 holds nothing."),
        ])
    ], cancelHref: "/imports/2",
    problems: [
      PageProblem("“Our code” and “Old code” cannot both be Reference", at: "Benefits-1")
    ], trail: [Link("Imports", "/imports"), Link("west-lothian-90.xml", "/imports/2")])
}
