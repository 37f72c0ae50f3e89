/// An import that was applied, or taken back: what it did, the file, and the way back.
struct ImportDonePage: Page {
  static let template = "import/done"

  /// "Import of west-lothian-90.xml".
  let title: String
  let state: Tag
  let summary: [SummaryLine]
  let figures: [Figure]
  let faults: ImportCheckPage.Faults?
  let benefits: Link
  let fileHref: String
  /// Where it is undone; nil when it cannot be any more.
  let undoAction: String?
  /// Why it cannot be undone: the records changed since.
  let obstacle: String?
  let area: Area? = .imports
  let trail = [Link("Imports", "/imports")]

  static let sample = ImportDonePage(
    title: "Import of west-lothian-90.xml", state: Tag("Applied", .green),
    summary: [
      SummaryLine("Council", "West Lothian Council"),
      SummaryLine("Imported by", "Morag Reid, 22 November 2026, 9:05 am"),
    ],
    figures: [Figure("Added", "90"), Figure("Changed", "0")],
    faults: ImportCheckPage.sample.faults,
    benefits: Link("See the 90 benefits", "/benefits?council=S12000040"),
    fileHref: "/imports/1/file", undoAction: "/imports/1/undo",
    obstacle: "It cannot be undone: B014 and B017 were changed since.")

  static let states = [
    "undone": ImportDonePage(
      title: "Import of west-lothian-90.xml", state: Tag("Undone", .grey), summary: [],
      figures: [], faults: nil, benefits: Link("Benefits", "/benefits"),
      fileHref: "/imports/1/file", undoAction: nil, obstacle: nil)
  ]
}
