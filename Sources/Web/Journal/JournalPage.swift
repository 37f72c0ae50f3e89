/// One entry of the journal: who did what when, field by field.
struct JournalLine: Part {
  let when: String
  let who: String
  /// "changed", "recorded", "imported", "withdrew".
  let act: String
  /// The record it was done to; nil on the record's own page.
  let record: Link?
  let reason: String?
  let changes: [ChangeLine]

  static let sample = JournalLine(
    when: "22 November 2026, 9:20 am", who: "Morag Reid", act: "changed",
    record: Link("B001 Fewer face-to-face visits", "/benefits/1"),
    reason: "The survey of 2010 gave a better volume.",
    changes: [
      ChangeLine(label: "Volume", before: "31,000 a year", after: "34,693 a year"),
      ChangeLine(label: "Owner", before: "not known", after: "Head of ICT"),
    ])
}

/// The journal of what one may see, newest first.
struct JournalPage: Page {
  static let template = "journal/list"

  let title = "Journal"
  let filters: [FormField]
  let entries: [JournalLine]
  let paging: Paging
  let area: Area? = .journal
  let isWide = true

  static let sample = JournalPage(
    filters: [
      FormField("who", "Person", .line(width: "govuk-input--width-20"), value: "Morag"),
      FormField("from", "From", .day, value: "2026-11-01"),
    ],
    entries: [.sample],
    paging: Paging(
      summary: "25 entries, newest first", first: "/audit", next: "/audit?before=9"))

  static let states = [
    "empty": JournalPage(
      filters: [], entries: [], paging: Paging(summary: "", first: nil, next: nil))
  ]
}
