/// The files brought in, newest first.
struct ImportListPage: Page {
  static let template = "import/list"

  let title = "Imports"
  let rows: [Row]
  let exports: [Link]
  /// Says that the list ends at its limit; nil when it does not.
  let cut: String?
  /// Where a file is brought in; nil for those who may not.
  let addHref: String?
  /// Where the council sees what its headings mean.
  let matchesHref = "/imports/matches"
  let area: Area? = .imports
  let isWide = true

  /// One run.
  struct Row: Part {
    let file: String
    let href: String
    let council: String
    let who: String
    let when: String
    let state: Tag
    let added: String
    let changed: String
    let problems: String
  }

  static let sample = ImportListPage(
    rows: [
      Row(
        file: "west-lothian-90.xml", href: "/imports/1", council: "West Lothian Council",
        who: "Morag Reid", when: "22 November 2026, 9:05 am", state: Tag("Applied", .green),
        added: "90", changed: "0", problems: "6 warnings"),
      Row(
        file: "crm-calculator.xml", href: "/imports/2", council: "West Lothian Council",
        who: "Morag Reid", when: "22 November 2026, 9:01 am", state: Tag("Checked", .yellow),
        added: "0", changed: "0", problems: "2 errors"),
    ], exports: [Link("CSV", "/imports.csv")], cut: "These are the newest 1,000 files.",
    addHref: "/imports/new")

  static let states = [
    "empty": ImportListPage(rows: [], exports: [], cut: nil, addHref: "/imports/new")
  ]
}
